/// How much readings of a fleet vary from one step to the next without anything happening.
package enum ReadingNoise {
    /// The median absolute deviation of a normal distribution, in standard deviations.
    private static let deviation = 0.674_489_750_196_081_7
    /// Its 90th percentile of absolute values.
    private static let percentile90 = 1.644_853_626_951_472_2
    /// No noise is taken to be less than this share of the usual value: what is left of a constant
    /// after it was stored in single precision is no course.
    private static let least = 1e-6

    /// The noise of each reading: the median over the devices of the standard deviation that the
    /// differences of neighbouring values tell (their median divided by 0.674 · √2). Where more
    /// than half of the neighbours are equal, the 90th percentile of the differences counts
    /// instead; it is never quite 0.
    ///
    /// - Complexity: O(records × readings), with at most some thousand values of each.
    package static func levels(of records: [SteppedRecord], readings: Int) -> [Double] {
        (0..<readings).map { reading in
            let noises = records.compactMap { noise(of: reading, in: $0) }
            let usual = records.map { abs($0.usual[reading]) }.filter(\.isFinite)
            let floor = usual.isEmpty ? 0 : least * Statistics.median(usual)
            return max(noises.isEmpty ? 0 : Statistics.median(noises), floor, 1e-12)
        }
    }

    /// Nil without two values beside each other.
    private static func noise(of reading: Int, in record: SteppedRecord) -> Double? {
        let changes = record.changes(of: reading)
        guard !changes.isEmpty else { return nil }
        let median = Statistics.median(changes)
        if median > 0 { return median / deviation / 2.0.squareRoot() }
        return Statistics.quantile(changes, 0.9) / percentile90 / 2.0.squareRoot()
    }
}
