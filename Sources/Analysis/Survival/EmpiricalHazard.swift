import Values

/// The cumulative hazard as observed, −ln of the product limit, extended beyond what was watched.
///
/// Beyond `reach`, the ages that enough parts got to, it rises at the mean rate of the older half:
/// from the median age of failure on.
struct EmpiricalHazard: Sendable, Equatable {
    private let ages: [Double]
    private let sums: [Double]
    private let reach: Double
    private let rate: Double

    /// The hazard of watched lives; 0 everywhere where nothing failed. O(n log n).
    init(_ lifetimes: [Lifetime]) {
        let risk = RiskSets(lifetimes)
        let reach = risk.reach(atRisk: KaplanMeier.fewestAtRisk)
        let events = risk.events.prefix { $0.age <= reach }
        var sum = 0.0
        sums = events.map { event in
            sum += event.hazard
            return sum
        }
        ages = events.map(\.age)
        self.reach = reach
        rate = Self.lateRate(lifetimes)
    }

    /// The cumulative hazard at an age. O(log n).
    func value(at age: Double) -> Double {
        let place = ages.count(upTo: age)
        let seen = place == 0 ? 0 : sums[place - 1]
        return seen + rate * max(0, age - reach)
    }

    /// Failures over time at risk from the median age of failure on.
    private static func lateRate(_ lifetimes: [Lifetime]) -> Double {
        let failed = lifetimes.filter(\.isFailure).map(\.exit).sorted()
        guard !failed.isEmpty else { return 0 }
        let middle = failed[failed.count / 2]
        let exposure = lifetimes.reduce(0) { $0 + max(0, $1.exit - max($1.entry, middle)) }
        // All that grew so old failed there: what is known is the time up to it.
        guard exposure > 0 else {
            let whole = lifetimes.reduce(0) { $0 + $1.exit - $1.entry }
            return whole > 0 ? Double(failed.count) / whole : 0
        }
        return Double(failed.count { $0 >= middle }) / exposure
    }
}
