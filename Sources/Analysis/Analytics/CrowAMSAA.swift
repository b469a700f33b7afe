#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reliability growth: failures of repairable devices as a power law of their age,
/// E[N(t)] = λ t^β. Below 1, β means that failures get rarer; above 1, that devices wear out.
///
/// Crow, "Reliability analysis for complex, repairable systems", SIAM (1974); MIL-HDBK-189C.
public struct CrowAMSAA: Sendable, Equatable {
    /// Failures of all devices.
    public let events: Int
    /// Growth exponent, maximum likelihood given the number of failures of each device.
    public let beta: Double
    /// Growth exponent with the small-sample bias taken out, β (N - 1) / N.
    public let unbiasedBeta: Double
    /// Limits of `beta`.
    public let betaInterval: Interval
    /// Coverage of `betaInterval`, between 0 and 1.
    public let level: Double
    /// Scale: expected failures of one device by age 1, in the unit of the ages.
    public let lambda: Double
    /// Two-sided p of β = 1, a constant rate; exact.
    public let pValue: Double

    /// Fits histories whose times are ages since new, each observed from 0 to its own end (time
    /// truncated). The start of a history must be 0.
    ///
    /// Nil with fewer than two failures, a start other than 0, failures only at the very end, or a
    /// level outside (0, 1). 2 N β / β̂ is χ² with 2 N degrees of freedom, exact for each number of
    /// failures. O(N).
    public init?(_ histories: [EventHistory], level: Double = 0.9) {
        guard level > 0, level < 1, histories.allSatisfy({ $0.start == 0 }) else { return nil }
        let count = histories.reduce(0) { $0 + $1.events.count }
        let logs = histories.reduce(0.0) { sum, history in
            history.events.reduce(sum) { $0 + log(history.end / $1) }
        }
        guard count >= 2, logs > 0, logs.isFinite else { return nil }
        let n = Double(count)
        let estimate = n / logs
        let tail = (1 - level) / 2
        let freedom = 2 * n
        func quantile(_ p: Double) -> Double {
            SpecialFunctions.chiSquareQuantile(p, degreesOfFreedom: freedom)
        }
        events = count
        beta = estimate
        unbiasedBeta = estimate * (n - 1) / n
        self.level = level
        betaInterval = Interval(
            lower: estimate * quantile(tail) / freedom,
            upper: estimate * quantile(1 - tail) / freedom)
        lambda = n / histories.reduce(0.0) { $0 + pow($1.end, estimate) }
        let lower = SpecialFunctions.chiSquareCDF(2 * logs, degreesOfFreedom: freedom)
        pValue = min(1, 2 * min(lower, 1 - lower))
    }
}
