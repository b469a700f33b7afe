/// Events over an exposure, with exact limits.
///
/// MTBF is exposure ÷ events (operating time between failures of repairable devices).
public struct FailureRate: Sendable, Equatable {
    /// How the observation ended.
    public enum Truncation: Sendable, Hashable {
        /// At a fixed time: the usual case.
        case time
        /// With the last event.
        case failure
    }

    /// Number of events.
    public let events: Int
    /// Device-time observed, in the unit that the caller counts in.
    public let exposure: Double
    /// Events per unit of exposure.
    public let rate: Double
    /// Limits of the rate.
    public let rateInterval: Interval
    /// Coverage of `rateInterval`, between 0 and 1.
    public let level: Double

    /// Mean time between failures, exposure ÷ events; infinite without events.
    public var meanTimeBetweenFailures: Double { 1 / rate }

    /// Limits of the mean time between failures; the upper one is infinite without any event.
    public var meanTimeInterval: Interval {
        Interval(lower: 1 / rateInterval.upper, upper: 1 / rateInterval.lower)
    }

    /// A rate with chi-square limits: χ²(α/2; 2r) / 2T and χ²(1 - α/2; 2r + 2) / 2T, the latter
    /// with 2r degrees of freedom when the observation ended with a failure (IEC 60605-4).
    ///
    /// Nil for a negative count, an exposure that is not positive and finite, or a level outside
    /// (0, 1).
    public init?(
        events: Int, exposure: Double, level: Double = 0.9, truncation: Truncation = .time
    ) {
        guard events >= 0, exposure > 0, exposure.isFinite, level > 0, level < 1 else {
            return nil
        }
        let r = Double(events)
        let tail = (1 - level) / 2
        let upperFreedom = truncation == .time ? 2 * r + 2 : max(2, 2 * r)
        self.events = events
        self.exposure = exposure
        self.level = level
        rate = r / exposure
        rateInterval = Interval(
            lower: events == 0
                ? 0
                : SpecialFunctions.chiSquareQuantile(tail, degreesOfFreedom: 2 * r) / 2 / exposure,
            upper: SpecialFunctions.chiSquareQuantile(1 - tail, degreesOfFreedom: upperFreedom) / 2
                / exposure)
    }
}

/// Two counts of events compared.
public struct RateComparison: Sendable, Equatable {
    /// The second rate divided by the first; NaN when both are 0, infinite when the first is.
    public let ratio: Double
    /// The exact limits of the ratio; 0 and infinity without any event.
    public let ratioInterval: Interval
    /// Coverage of `ratioInterval`, between 0 and 1.
    public let level: Double
    /// Exact two-sided p that both rates are the same.
    public let pValue: Double

    /// The exact conditional test of two Poisson rates: given the sum, the second count is
    /// binomial (Przyborowski and Wilenski, Biometrika 31, 1940).
    ///
    /// Nil for negative counts, exposures that are not positive and finite, or a level outside (0,
    /// 1).
    public init?(
        first: (events: Int, exposure: Double), second: (events: Int, exposure: Double),
        level: Double = 0.95
    ) {
        let (sum, overflow) = first.events.addingReportingOverflow(second.events)
        guard first.events >= 0, second.events >= 0, !overflow, level > 0, level < 1,
            first.exposure > 0, second.exposure > 0, (first.exposure + second.exposure).isFinite,
            let share = Binomial(
                trials: sum,
                probability: second.exposure / (first.exposure + second.exposure))
        else { return nil }
        self.level = level
        ratio =
            (Double(second.events) / second.exposure) / (Double(first.events) / first.exposure)
        pValue = share.twoSidedP(second.events)
        let scale = first.exposure / second.exposure
        let limits =
            Binomial.interval(successes: second.events, trials: sum, level: level)
            ?? Interval(lower: 0, upper: 1)
        ratioInterval = Interval(
            lower: scale * limits.lower / (1 - limits.lower),
            upper: scale * limits.upper / (1 - limits.upper))
    }
}
