import Analysis
import Reports
import Telemetry
import Values

/// Means of one reading by day before the failures of one code, on one device or several.
struct FailureApproach: Sendable {
    /// Days before a failure that are summed up.
    static let dayCount = 5

    /// One per day, the nearest first: over the failures with readings on that day.
    private(set) var days = [MetricSummary](repeating: MetricSummary(), count: dayCount)

    /// A failure code and a metric, by their indices in the catalog.
    struct Key: Hashable, Sendable {
        let code: Int
        let metric: Int
    }

    mutating func add(_ other: FailureApproach) {
        for day in days.indices { days[day].merge(other.days[day]) }
    }

    mutating func add(_ mean: Double, day: Int) { days[day].add(mean) }

    /// Summary over the days from an index on.
    func days(from first: Int) -> MetricSummary {
        days[first...].reduce(into: MetricSummary()) { $0.merge($1) }
    }
}

/// Finds readings that shift in the days before failures.
struct FailureSigns {
    let scope: Scope
    let fleet: FleetState

    /// Days before a failure that may differ from those before them.
    static let near = 0..<3
    /// Failures with readings that are needed.
    static let minimumCount = 10
    /// How many standard errors the two means must differ by.
    static let limit = 8.0

    /// For each of the first eight failure codes, the reading that shifts most significantly before
    /// it.
    func findings() -> [Finding] {
        let sums = sums()
        return scope.codes(.failure).prefix(8).compactMap { code in
            let signs = scope.metrics.compactMap { metric in
                sums[FailureApproach.Key(code: code.index, metric: metric.index)]
                    .flatMap(sign).map { (metric, $0.sign, $0.errors) }
            }
            guard let best = signs.max(by: { $0.2 < $1.2 }) else { return nil }
            return Finding(.beforeFailure(best.0, code, best.1), tone: .neutral, weight: 45)
        }
    }

    private func sums() -> [FailureApproach.Key: FailureApproach] {
        var sums: [FailureApproach.Key: FailureApproach] = [:]
        for state in fleet.devices {
            for (key, approach) in state.approaches {
                sums[key, default: FailureApproach()].add(approach)
            }
        }
        return sums
    }

    private func sign(_ approach: FailureApproach) -> (sign: FailureSign, errors: Double)? {
        let ordinary = approach.days(from: Self.near.upperBound)
        guard ordinary.count >= Self.minimumCount else { return nil }
        let days = Self.near.filter { approach.days[$0].count >= Self.minimumCount }.map { day in
            let own = approach.days[day]
            return (
                day: day, shift: own.mean - ordinary.mean,
                error: (own.meanVariance + ordinary.meanVariance).squareRoot()
            )
        }
        // A shift within the ordinary spread would not be noticed on the day.
        guard let most = days.max(by: { abs($0.shift) < abs($1.shift) }), most.error > 0,
            abs(most.shift) / most.error >= Self.limit,
            abs(most.shift) >= ordinary.standardDeviation
        else { return nil }
        let shifted = days.filter { $0.shift / most.shift >= 0.5 }.map(\.day)
        let sign = FailureSign(
            value: ordinary.mean + most.shift, ordinary: ordinary.mean,
            nearest: 24 * Double(shifted.min() ?? most.day),
            farthest: 24 * Double((shifted.max() ?? most.day) + 1),
            failures: approach.days[most.day].count)
        return (sign, abs(most.shift) / most.error)
    }
}

extension MetricSummary {
    /// Variance of the mean, treating readings as independent; NaN below two readings.
    fileprivate var meanVariance: Double {
        standardDeviation * standardDeviation / Double(count)
    }
}
