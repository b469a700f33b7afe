import Reports
import Values

/// Reports logs that begin or end within the period: what lies outside may have happened all the
/// same.
struct LogEnds {
    let scope: Scope

    /// One finding per kind of event that is not known throughout the period.
    func findings() -> [Finding] {
        EventKind.allCases.compactMap { kind in
            guard !scope.codes(kind).isEmpty, let known = scope.known(kind),
                known != scope.period
            else { return nil }
            let begins = known.lowerBound > scope.period.lowerBound
            let ends = known.upperBound < scope.period.upperBound
            return Finding(
                .logSpan(
                    kind, from: begins ? known.lowerBound : nil,
                    to: ends ? known.upperBound : nil),
                tone: .neutral, weight: 32)
        }
    }
}
