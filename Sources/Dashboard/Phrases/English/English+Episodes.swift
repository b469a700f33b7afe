import Reports
import Values

/// Sentences about episodes.
extension EnglishPhrases {
    func episode(_ episode: Episode) -> Sentence {
        if episode.kind == .silent, episode.devices.isEmpty {
            return "\(strong: "No data of the whole fleet")\(when(episode))."
        }
        return
            "\(who(episode)): \(strong: what(episode))\(when(episode))\(levels(episode))\(tail(episode))."
    }

    func episodeKind(_ kind: EpisodeKind) -> String {
        switch kind {
        case .drift: "drift"
        case .wearReset: "drift until a repair"
        case .step: "step"
        case .event: "excursion"
        case .spikes: "spikes"
        case .variance: "scatter"
        case .oscillation: "oscillation"
        case .frozen: "stuck value"
        case .sensorDead: "no values"
        case .silent: "silent"
        case .intermittent: "intermittent"
        case .phase: "shifted cycle"
        case .shape: "unusual shape"
        case .decoupled: "relation lost"
        case .efficiency: "out of proportion"
        case .apart: "apart from peers"
        case .failure: "failure"
        case .failureWarned: "failure with warning"
        case .codeBurst: "burst of a code"
        case .codeNew: "new code"
        case .codeRate: "code more often"
        case .precursor: "warning code"
        case .clockJump: "wrong clock"
        }
    }

    func grade(_ grade: Episode.Grade) -> String {
        switch grade {
        case .remark: "remark"
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

    private func what(_ episode: Episode) -> String {
        let signal = list(episode.subjects.map(name), limit: 3)
        let isOpen = episode.isOpen
        let many = episode.subjects.count > 1
        return switch episode.kind {
        case .drift: "\(signal) \(many ? "creep" : "creeps")\(direction(episode))"
        case .wearReset: "\(signal) crept\(direction(episode)) until a repair ended it"
        case .step: step(episode, signal)
        case .event:
            "\(signal) \(isOpen ? many ? "are" : "is" : many ? "were" : "was") far \(isLess(episode) ? "below" : "above") the usual"
        case .spikes: "\(signal) \(many ? "show" : "shows") single wild values"
        case .variance:
            "\(signal) \(many ? "scatter" : "scatters") \(isLess(episode) ? "less" : "more") than usual"
        case .oscillation: "\(signal) \(many ? "swing" : "swings") to and fro"
        case .frozen: "\(signal) \(many ? "stand" : "stands") still"
        case .sensorDead: "\(signal) \(many ? "have" : "has") no values while other readings go on"
        case .silent: "silent"
        case .intermittent: "rows come and go"
        case .phase: "the cycle of \(signal) runs at another time"
        case .shape: "\(signal) \(many ? "have" : "has") an unusual shape"
        case .decoupled: "\(signal) no longer move together"
        case .efficiency: "\(signal) are out of proportion"
        case .apart:
            "\(signal) \(many ? "lie" : "lies")\(direction(episode)) of its peers all along"
        case .failure: signal.isEmpty ? "failed" : "failed (\(signal))"
        case .failureWarned: "failed after a change of \(signal)"
        case .codeBurst: "a burst of \(signal)"
        case .codeNew: "\(signal) appears for the first time"
        case .codeRate: "\(signal) comes more often"
        case .precursor: "\(signal), which came before failures in the past,"
        case .clockJump: "its clock was wrong"
        }
    }

    /// A level that jumped and stays, or that was another one for a while.
    private func step(_ episode: Episode, _ signal: String) -> String {
        if episode.isOpen { return "\(signal) jumped\(direction(episode))" }
        let isLess = isLess(episode)
        return
            "\(signal) lay \(episode.actual == nil ? "at another level" : isLess ? "lower" : "higher")"
    }

    /// `drift of vibration`, `silent`: a trouble in a few words.
    func subject(of episode: Episode) -> String {
        let kind = episodeKind(episode.kind)
        guard !episode.subjects.isEmpty else { return kind }
        return "\(kind) of \(list(episode.subjects.map(name), limit: 2))"
    }

    private func name(_ subject: Episode.Subject) -> String {
        switch subject {
        case .metric(let metric): metric.name
        case .code(let code): self.code(code)
        }
    }

    private func isLess(_ episode: Episode) -> Bool {
        guard let actual = episode.actual, let expected = episode.expected else { return false }
        return actual < expected
    }

    /// ` up`, ` down`, ` above`, ` below` or nothing.
    private func direction(_ episode: Episode) -> String {
        guard let actual = episode.actual, let expected = episode.expected, actual != expected
        else { return "" }
        if episode.kind == .apart { return actual > expected ? " above" : " below" }
        return actual > expected ? " up" : " down"
    }

    private func when(_ episode: Episode) -> String {
        let from = format.shortMoment(episode.from)
        switch episode.kind {
        case .apart: return ""
        case .failure:
            let back = episode.to.map {
                $0 > episode.from ? ", back \(on(format.shortMoment($0)))" : ""
            }
            return " \(on(from))\(back ?? " and has not come back")"
        case .step where episode.isOpen: return " \(on(from))"
        default:
            guard let to = episode.to else { return " since \(from)" }
            return to > episode.from ? " from \(from) to \(format.shortMoment(to))" : " \(on(from))"
        }
    }

    private func tail(_ episode: Episode) -> String {
        episode.kind == .frozen ? "; the sensor may be stuck" : ""
    }

    private func levels(_ episode: Episode) -> String {
        guard case .metric(let metric)? = episode.subjects.first, let actual = episode.actual,
            let expected = episode.expected
        else { return rates(episode) }
        switch episode.kind {
        case .spikes, .variance, .oscillation, .decoupled, .phase, .shape, .frozen, .sensorDead,
            .failureWarned:
            return ""
        default:
            return
                ", \(format.reading(actual, metric)) instead of \(format.reading(expected))"
        }
    }

    private func rates(_ episode: Episode) -> String {
        if episode.kind == .precursor {
            return
                "; a failure followed \(format.percent(episode.actual)) of such events (\(format.finePercent(episode.expected ?? 0)) by chance)"
        }
        guard case .code? = episode.subjects.first, episode.kind != .failure,
            let actual = episode.actual,
            let expected = episode.expected, isTimeAxis
        else { return "" }
        return ", \(format.figure(actual)) a day instead of \(format.figure(expected))"
    }
}
