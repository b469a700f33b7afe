import Values

/// Says whether a stretch that stands out is one kind of trouble.
protocol FleetTest: Sendable {
    /// The trouble that it is; `nil` where it is not of this kind.
    func verdict(_ suspect: Suspect) -> Suspect.Verdict?
}

/// The kinds that a stretch is tested for, in that order: what explains more of a stretch than a
/// level comes before the levels.
enum FleetTests {
    static let all: [any FleetTest] = [
        PhaseTest(), OscillationTest(), DecoupledTest(), SpikesTest(), VarianceTest(),
        EventTest(), EfficiencyTest(), DriftTest(), StepTest(),
    ]

    /// The first verdict; nil without one, or where it is not large and long enough for a person to
    /// care.
    static func verdict(_ suspect: Suspect) -> Suspect.Verdict? {
        for test in all {
            guard var verdict = test.verdict(suspect) else { continue }
            if verdict.kind != .variance, verdict.kind != .spikes {
                verdict.size = max(verdict.size, suspect.proportion)
            }
            verdict.weight = max(verdict.weight, verdict.size)
            return isWorthwhile(verdict, suspect) ? verdict : nil
        }
        return nil
    }

    private static func isWorthwhile(_ verdict: Suspect.Verdict, _ suspect: Suspect) -> Bool {
        let count = suspect.count
        let length = suspect.stretch.count
        let least = suspect.settings.leastSize * (verdict.kind == .event ? 1.2 : 1)
        // What is barely surer than chance must be plain to see.
        let score = suspect.scores.max() ?? 0
        guard length >= 2, verdict.size >= least, verdict.size * min(score, 2) >= 1 else {
            return false
        }
        let isWhole = suspect.isOpen && 50 * suspect.stretch.lowerBound <= count
        guard !isWhole else { return false }
        // What holds nearly all along is how the signal is.
        guard 4 * length <= 3 * count else { return false }
        guard suspect.view != .level else { return true }
        let isLong = length >= max(12, count / 50)
        let isSure = suspect.scores[suspect.view.rawValue] >= 2
        return 10 * length <= 7 * count && (isLong || isSure)
    }
}
