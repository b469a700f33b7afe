/// The mean number of events per device up to a time, for devices observed over different spans.
///
/// Nelson's estimator with the robust variance of Lawless and Nadeau (Technometrics 37, 1995),
/// which holds for any recurrence process as devices are compared with each other.
public struct MeanCumulativeFunction: Sendable, Equatable {
    /// The function right after an event time.
    public struct Step: Sendable, Equatable {
        /// Time of the events.
        public let time: Double
        /// Devices under observation at that time, those that leave right then included.
        public let atRisk: Int
        /// Events at this time.
        public let events: Int
        /// Mean number of events per device up to and including this time.
        public let mean: Double
        /// Standard error of `mean`.
        public let standardError: Double
        /// Limits of `mean`, log-transformed so that they stay positive; equal to it without a
        /// standard error.
        public let interval: Interval
    }

    /// One step per distinct event time.
    public let steps: [Step]
    /// Coverage of the intervals of all steps, 0…1.
    public let level: Double

    /// The function of a fleet; no steps when there are no events. `level` is clamped to 0…1.
    /// O((devices + events) log).
    public init(_ histories: [EventHistory], level: Double = 0.95) {
        self.level = min(max(level, 0), 1)
        let quantile = SpecialFunctions.normalQuantile(0.5 + self.level / 2)
        var accumulator = CumulativeAccumulator(histories)
        var steps: [Step] = []
        while let now = accumulator.next() {
            steps.append(
                Step(
                    time: now.time, atRisk: now.atRisk, events: now.events, mean: now.mean,
                    standardError: now.error,
                    interval: Self.limits(mean: now.mean, error: now.error, quantile: quantile)))
        }
        self.steps = steps
    }

    /// The mean at a time; 0 before the first event. O(log steps).
    public func mean(at time: Double) -> Double {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : steps[low - 1].mean
    }

    private static func limits(mean: Double, error: Double, quantile: Double) -> Interval {
        guard mean > 0, error > 0 else { return Interval(lower: mean, upper: mean) }
        let factor = ElementaryFunctions.exponential(quantile * error / mean)
        return Interval(lower: mean / factor, upper: mean * factor)
    }
}
