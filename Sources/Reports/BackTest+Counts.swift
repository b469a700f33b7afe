extension BackTest {
    /// One horizon of the held-out time: how many devices were expected to fail, and how many did.
    public struct HorizonCount: Sendable, Hashable, Codable {
        /// Where the horizon begins, in the axis' unit.
        public var time: Double
        /// The expected number: the sum of the devices' probabilities.
        public var expected: Double
        /// The variance of the number, taking devices as independent: the sum of p(1 − p).
        public var variance: Double
        /// Devices that failed within the horizon.
        public var observed: Int

        /// Both arrays hold one entry per device, in the same order.
        package init(time: Double, probabilities: [Double], happened: [Bool]) {
            self.time = time
            expected = probabilities.reduce(0, +)
            variance = probabilities.reduce(0) { $0 + $1 * (1 - $1) }
            observed = happened.count { $0 }
        }
    }

    /// Devices expected to fail and devices that did, summed over all held-out horizons; nil where
    /// no counts are kept.
    public var heldOutCount: (horizons: Int, expected: Double, observed: Int)? {
        guard let counts, !counts.isEmpty else { return nil }
        return (
            counts.count, counts.reduce(0) { $0 + $1.expected },
            counts.reduce(0) { $0 + $1.observed }
        )
    }

    /// How much more the counts of failures vary than if devices failed independently and the
    /// probabilities were exact; at least 1, which it is without counts.
    ///
    /// Pearson's statistic over its degrees of freedom (McCullagh & Nelder 1989, 4.5), drawn
    /// towards 1 as if three more horizons had varied just as expected.
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

/// How a model's probabilities have fared on data that came after it was learned.
public struct CalibrationSince: Sendable, Hashable, Codable {
    /// Horizons that have ended since.
    public var horizons: Int
    /// Devices expected to fail within them, summed over the horizons.
    public var expected: Double
    /// The variance of the expected number.
    public var variance: Double
    /// Devices that did fail.
    public var observed: Int

    /// The counts of all horizons, summed.
    package init(_ counts: [BackTest.HorizonCount]) {
        horizons = counts.count
        expected = counts.reduce(0) { $0 + $1.expected }
        variance = counts.reduce(0) { $0 + $1.variance }
        observed = counts.reduce(0) { $0 + $1.observed }
    }

    /// With fewer horizons or failures, a drift cannot be told from chance.
    private static let leastHorizons = 3
    private static let leastFailures = 5.0
    /// In standard deviations.
    private static let limit = 3.0

    /// Whether failures have become rarer or more frequent than predicted, beyond 3 standard
    /// deviations; counts vary by a factor of `dispersion` more than those of independent devices.
    package func drifts(dispersion: Double) -> Bool {
        let error = abs(Double(observed) - expected) - 0.5
        return horizons >= Self.leastHorizons
            && max(expected, Double(observed)) >= Self.leastFailures
            && error > Self.limit * (variance * dispersion).squareRoot()
    }
}
