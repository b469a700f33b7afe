import Reports
import Values

/// Sentences about episodes.
extension EnglishPhrases {
    func episode(_ episode: Episode) -> Sentence {
        if episode.kind == .silent, episode.devices.isEmpty {
            return "\(strong: "No data of the whole fleet") \(when(episode))."
        }
        return
            "\(who(episode)): \(strong: what(episode)) \(when(episode))\(levels(episode))."
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
        case .step: "\(signal) jumped\(direction(episode))"
        case .event:
            "\(signal) \(isOpen ? many ? "are" : "is" : many ? "were" : "was") far off\(direction(episode))"
        case .spikes: "\(signal) \(many ? "show" : "shows") single wild values"
        case .variance:
            "\(signal) \(many ? "scatter" : "scatters") \(isLess(episode) ? "less" : "more") than usual"
        case .oscillation: "\(signal) \(many ? "swing" : "swings") to and fro"
        case .frozen: "\(signal) \(many ? "stand" : "stands") still; the sensor may be stuck"
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
        case .clockJump: "its clock was wrong"
        }
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
        if episode.kind == .apart { return "" }
        guard let to = episode.to else { return "since \(format.shortMoment(episode.from))" }
        guard to > episode.from else { return on(format.shortMoment(episode.from)) }
        return "from \(format.shortMoment(episode.from)) to \(format.shortMoment(to))"
    }

    private func levels(_ episode: Episode) -> String {
        guard case .metric(let metric)? = episode.subjects.first, let actual = episode.actual,
            let expected = episode.expected
        else { return rates(episode) }
        switch episode.kind {
        case .variance, .oscillation, .decoupled, .phase, .shape, .frozen, .sensorDead: return ""
        default:
            return
                ", \(format.reading(actual, metric)) instead of \(format.reading(expected))"
        }
    }

    private func rates(_ episode: Episode) -> String {
        guard case .code? = episode.subjects.first, let actual = episode.actual,
            let expected = episode.expected, isTimeAxis
        else { return "" }
        return ", \(format.figure(actual)) a day instead of \(format.figure(expected))"
    }
}
