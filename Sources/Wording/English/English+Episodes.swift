import Reports
import Values

/// Sentences about episodes.
extension EnglishPhrases {
    func episode(_ episode: Episode) -> Sentence {
        if episode.kind == .silent, episode.devices.isEmpty {
            return "\(strong: "The whole fleet sent no data")\(when(episode))."
        }
        return "\(who(episode)): \(whoseEpisode(episode))"
    }

    /// The same for a page about its only device, which was named just before.
    func ownEpisode(_ episode: Episode) -> Sentence {
        episode.isOfOneDevice ? whoseEpisode(episode) : self.episode(episode)
    }

    private func whoseEpisode(_ episode: Episode) -> Sentence {
        "\(strong: what(episode))\(when(episode))\(figures(episode))\(tail(episode))."
    }

    func levels(of episode: Episode) -> (now: String, usual: String)? {
        guard case .levels(let metric, let actual, let expected) = episode.figures else {
            return nil
        }
        let (now, usual) = apart(actual, expected)
        return (now + (metric.unit.map { " " + $0 } ?? ""), "instead of \(usual)")
    }

    func episodeKind(_ kind: EpisodeKind) -> String {
        switch kind {
        case .drift: "drift"
        case .wearReset: "drift until a repair"
        case .step: "step"
        case .event: "excursion"
        case .spikes: "spikes"
        case .variance: "changed spread"
        case .oscillation: "oscillation"
        case .frozen: "stuck value"
        case .sensorDead: "no values"
        case .silent: "no data"
        case .intermittent: "intermittent data"
        case .phase: "shifted cycle"
        case .shape: "unusual shape"
        case .decoupled: "lost correlation"
        case .efficiency: "out of proportion"
        case .apart: "unlike its peers"
        case .failure: "failure"
        case .failureWarned: "failure with warning"
        case .codeBurst: "burst of a code"
        case .codeNew: "new code"
        case .codeRate: "more frequent code"
        case .precursor: "warning code"
        case .clockJump: "wrong clock"
        }
    }

    func grade(_ grade: Episode.Grade) -> String {
        switch grade {
        case .remark: "minor"
        case .warning: "warning"
        case .major: "major"
        case .critical: "critical"
        }
    }

    private func who(_ episode: Episode) -> Sentence {
        if let group = episode.group {
            let count = episode.devices.count
            return "\(strong: "\(group.attribute) \(group.value)") (\(devices(count)))"
        }
        if episode.devices.count == 1, let device = episode.devices.first {
            return starting(device)
        }
        return episode.devices.isEmpty ? "The whole fleet" : deviceList(episode.devices, limit: 4)
    }

    /// Mostly without a verb, as it may be over or go on: the time stands behind it.
    private func what(_ episode: Episode) -> String {
        let signal = list(episode.subjects.map(name), limit: 3)
        let many = episode.subjects.count > 1
        return switch episode.kind {
        case .drift, .wearReset: "\(drift(episode)) of \(signal)"
        case .step: step(episode, signal)
        case .event:
            "\(signal) far \(episode.direction == .down ? "below" : "above") \(many ? "their usual levels" : "its usual level")"
        case .spikes: "isolated spikes in \(signal)"
        case .variance:
            "\(episode.direction == .down ? "less" : "more") variation of \(signal) than usual"
        case .oscillation: "oscillation of \(signal)"
        case .frozen: "\(signal) stuck at one value"
        case .sensorDead: "no values of \(signal) (other readings continue)"
        case .silent: "no data"
        case .intermittent: "data with interruptions"
        case .phase: "cycle of \(signal) shifted in time"
        case .shape: "unusual shape of \(signal)"
        case .decoupled:
            many
                ? "lost correlation between \(signal)"
                : "lost correlation of \(signal) with the other readings"
        case .efficiency: "\(signal) out of proportion\(many ? "" : " to the other readings")"
        case .apart:
            "\(signal) \(many ? "are" : "is") \(apart(episode)) peers throughout"
        case .failure: signal.isEmpty ? "failed" : "failed (\(signal))"
        case .failureWarned: "failure with advance warning (\(signal))"
        case .codeBurst: "burst of \(signal)"
        case .codeNew: signal.hasPrefix("code ") ? "new \(signal)" : "new code \(signal)"
        case .codeRate: "\(signal) more often than usual"
        case .precursor: "\(signal), a precursor of past failures,"
        case .clockJump: "wrong clock"
        }
    }

    /// A level that jumped and stays, or that was another one for a while.
    private func step(_ episode: Episode, _ signal: String) -> String {
        switch (episode.isOpen, episode.direction) {
        case (true, .up): "\(signal) jumped up"
        case (true, .down): "\(signal) jumped down"
        case (true, nil): "\(signal) jumped"
        case (false, .up): "\(signal) at a higher level"
        case (false, .down): "\(signal) at a lower level"
        case (false, nil): "\(signal) at another level"
        }
    }

    private func drift(_ episode: Episode) -> String {
        switch episode.direction {
        case .up: "upward drift"
        case .down: "downward drift"
        case nil: "drift"
        }
    }

    private func apart(_ episode: Episode) -> String {
        switch episode.direction {
        case .up: "above its"
        case .down: "below its"
        case nil: "different from its"
        }
    }

    /// `drift (vibration)`, `no data`: a trouble in a few words.
    func subject(of episode: Episode) -> String {
        let kind = episodeKind(episode.kind)
        guard !episode.subjects.isEmpty else { return kind }
        return "\(kind) (\(list(episode.subjects.map(name), limit: 2)))"
    }

    private func when(_ episode: Episode) -> String {
        let moment = { format.shortMoment($0) }
        return switch episode.time {
        case .always: ""
        case .at(let time): " \(on(moment(time)))"
        case .since(let time): " since \(moment(time))"
        case .stretch(let from, let to): " from \(moment(from)) to \(moment(to))"
        case .failed(let time, let back?): " \(on(moment(time))), back \(on(moment(back)))"
        case .failed(let time, nil): " \(on(moment(time))) and has not returned"
        }
    }

    private func figures(_ episode: Episode) -> String {
        switch episode.figures {
        case .none: return ""
        case .levels: return levels(of: episode).map { ", \($0.now) \($0.usual)" } ?? ""
        case .rates(let actual, let expected):
            guard isTimeAxis else { return "" }
            return ", \(format.figure(actual)) a day instead of \(format.figure(expected))"
        case .followed(let share, let chance):
            return
                ". A failure followed \(format.percent(share)) of such events (\(format.finePercent(chance)) by chance)"
        }
    }

    private func tail(_ episode: Episode) -> String {
        switch episode.kind {
        case .frozen: "; the sensor may be faulty"
        case .wearReset: "; a repair ended it"
        default: ""
        }
    }
}
