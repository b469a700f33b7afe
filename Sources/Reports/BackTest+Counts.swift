extension BackTest {
    /// One horizon of the held-out time: how many devices were to fail, and how many did.
    public struct HorizonCount: Sendable, Hashable, Codable {
        /// When it began, in the axis' unit.
        public var time: Double
        /// The sum of the probabilities.
        public var expected: Double
        /// The variance of the count, failures of different devices being taken as independent.
        public var variance: Double
        /// Devices that failed within it.
        public var observed: Int

        /// Counts one horizon from the probability of each device and whether it failed.
        package init(time: Double, probabilities: [Double], happened: [Bool]) {
            self.time = time
            expected = probabilities.reduce(0, +)
            variance = probabilities.reduce(0) { $0 + $1 * (1 - $1) }
            observed = happened.count { $0 }
        }
    }

    /// All horizons that were held out together: how many devices were to fail, and how many did.
    public var heldOutCount: (horizons: Int, expected: Double, observed: Int)? {
        guard let counts, !counts.isEmpty else { return nil }
        return (
            counts.count, counts.reduce(0) { $0 + $1.expected },
            counts.reduce(0) { $0 + $1.observed }
        )
    }

    /// How much more counts of failures vary about what was expected than they would if devices failed
    /// independently and the probabilities were exact: 1 where they vary no more.
    ///
    /// Pearson's statistic over its degrees of freedom (McCullagh & Nelder 1989, 4.5), drawn towards 1 as
    /// if three more horizons had varied as they ought to.
    public var dispersion: Double {
        guard let counts, !counts.isEmpty else { return 1 }
        let variance = counts.reduce(0) { $0 + $1.variance }
        guard variance > 0 else { return 1 }
        let squares = counts.reduce(0) {
            let error = Double($1.observed) - $1.expected
            return $0 + error * error
        }
        let prior = 3 * variance / Double(counts.count)
        return max(1, (squares + prior) / (variance + prior))
    }
}

/// How a model's probabilities have fared on what came after it was learned.
public struct CalibrationSince: Sendable, Hashable, Codable {
    /// Horizons that are over by now.
    public var horizons: Int
    /// How many devices were to fail within them.
    public var expected: Double
    /// The variance of that count.
    public var variance: Double
    /// How many did.
    public var observed: Int

    /// The counts of horizons together.
    package init(_ counts: [BackTest.HorizonCount]) {
        horizons = counts.count
        expected = counts.reduce(0) { $0 + $1.expected }
        variance = counts.reduce(0) { $0 + $1.variance }
        observed = counts.reduce(0) { $0 + $1.observed }
    }

    /// Counts of fewer horizons, or failures, tell nothing of a drift.
    private static let leastHorizons = 3
    private static let leastFailures = 5.0
    /// In standard deviations.
    private static let limit = 3.0

    /// Whether failures have become rarer or more frequent than was said by more than chance, counts
    /// varying as much as `dispersion` says.
    package func drifts(dispersion: Double) -> Bool {
        let error = abs(Double(observed) - expected) - 0.5
        return horizons >= Self.leastHorizons
            && max(expected, Double(observed)) >= Self.leastFailures
            && error > Self.limit * (variance * dispersion).squareRoot()
    }
}
