import Analysis
import Telemetry

/// Readings by day before failures, as one device saw them: sums over its failures.
struct FailureApproach: Sendable {
    /// Days before a failure that are looked at.
    static let days = 5

    /// Sums of the daily means, and of their squares.
    var sums = [Double](repeating: 0, count: days)
    var squares = [Double](repeating: 0, count: days)
    /// Failures with readings on that day.
    var counts = [Int](repeating: 0, count: days)

    /// Which failures and which reading.
    struct Key: Hashable, Sendable {
        let code: Int
        let metric: Int
    }

    mutating func add(_ other: FailureApproach) {
        for day in 0..<Self.days {
            sums[day] += other.sums[day]
            squares[day] += other.squares[day]
            counts[day] += other.counts[day]
        }
    }

    mutating func add(_ mean: Double, day: Int) {
        sums[day] += mean
        squares[day] += mean * mean
        counts[day] += 1
    }

    /// Mean, variance and number over some days.
    func moments(_ days: Range<Int>) -> (mean: Double, variance: Double, count: Double) {
        let count = Double(counts[days].reduce(0, +))
        let mean = sums[days].reduce(0, +) / count
        let variance = max(0, squares[days].reduce(0, +) / count - mean * mean)
        return (mean, variance, count)
    }
}

/// Finds readings that shift in the days before failures.
struct FailureSigns {
    let scope: Scope
    let fleet: FleetState

    /// Days before a failure that may differ from those before them.
    static let near = 0..<3
    /// Fewer failures with readings say nothing.
    static let fewest = 10
    /// How many standard errors apart the two means must lie.
    static let limit = 8.0

    /// For each failure code the reading that shifts most surely before it.
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
        let ordinary = approach.moments(Self.near.upperBound..<FailureApproach.days)
        guard ordinary.count >= Double(Self.fewest) else { return nil }
        let days = Self.near.filter { approach.counts[$0] >= Self.fewest }.map { day in
            let own = approach.moments(day..<(day + 1))
            let error = (own.variance / own.count + ordinary.variance / ordinary.count)
                .squareRoot()
            return (day: day, shift: own.mean - ordinary.mean, errors: error)
        }
        // A shift within the ordinary spread is one that nobody would see on the day.
        guard let most = days.max(by: { abs($0.shift) < abs($1.shift) }), most.errors > 0,
            abs(most.shift) / most.errors >= Self.limit,
            abs(most.shift) >= ordinary.variance.squareRoot()
        else { return nil }
        let shifted = days.filter { $0.shift / most.shift >= 0.5 }.map(\.day)
        let sign = FailureSign(
            value: ordinary.mean + most.shift, ordinary: ordinary.mean,
            nearest: 24 * Double(shifted.min() ?? most.day),
            farthest: 24 * Double((shifted.max() ?? most.day) + 1),
            failures: approach.counts[most.day])
        return (sign, abs(most.shift) / most.errors)
    }
}
