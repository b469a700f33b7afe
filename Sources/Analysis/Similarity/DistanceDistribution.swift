import Values

/// How the distances of a query to all stretches are distributed, in bounded memory.
package struct DistanceDistribution: Sendable {
    /// Distances beyond are counted as this one.
    private static let farthest = 4.0
    private static let bins = 4_000
    private var counts = [Int](repeating: 0, count: bins)
    /// How many stretches were compared.
    package private(set) var count = 0

    package init() {}

    /// NaN is not counted.
    mutating func add(_ distance: Double) {
        let bin = (distance / Self.farthest * Double(Self.bins)).place(in: Self.bins)
        guard let bin else { return }
        counts[bin] += 1
        count += 1
    }

    /// Adds all that another one counted.
    package mutating func add(_ other: DistanceDistribution) {
        for bin in counts.indices { counts[bin] += other.counts[bin] }
        count += other.count
    }

    /// The share of stretches that are at most so far, to a thousandth of a unit; 0 without any.
    package func share(upTo distance: Double) -> Double {
        guard count > 0,
            let bin = (distance / Self.farthest * Double(Self.bins)).place(in: Self.bins)
        else { return 0 }
        return Double(counts[...bin].reduce(0, +)) / Double(count)
    }

    /// The distance that a share of the stretches do not exceed, to a thousandth of a unit; NaN
    /// without any.
    package func quantile(_ share: Double) -> Double {
        guard count > 0 else { return .nan }
        let wanted = min(max(share, 0), 1) * Double(count)
        var sum = 0
        for bin in counts.indices where counts[bin] > 0 {
            sum += counts[bin]
            if Double(sum) >= wanted {
                return Double(bin + 1) * Self.farthest / Double(Self.bins)
            }
        }
        return Self.farthest
    }

    /// Stretches up to this distance are alike in themselves: for one reading at the same level
    /// that is r ≥ 0.82.
    package static let alike = 0.6

    /// Of the least distances of stretches that do not overlap: up to which one a stretch is alike,
    /// and nearer than the nearest of so many is by chance.
    ///
    /// The lower end of the distribution is extrapolated as that of a normal one, to where one of a
    /// hundred sets of so many stretches would have one: through the 30th and the 10th percentile,
    /// so that a tenth of the stretches may be true matches, or through the 15th and the 5th where
    /// these tell of a steeper end. Negative where nothing would be near enough.
    package var limit: Double {
        guard count > 0 else { return -1 }
        return min(Self.alike, max(extrapolated(0.3, 0.1), extrapolated(0.15, 0.05)))
    }

    private func extrapolated(_ high: Double, _ low: Double) -> Double {
        let wanted = SpecialFunctions.normalQuantile(0.01 / Double(max(1, count)))
        let scores = (
            high: SpecialFunctions.normalQuantile(high), low: SpecialFunctions.normalQuantile(low)
        )
        let unit = (quantile(high) - quantile(low)) / (scores.high - scores.low)
        return quantile(low) + min(0, wanted - scores.low) * unit
    }

    /// From this share of stretches on that are alike, the given one is nothing special.
    private static let (common, everywhere) = (0.2, 0.5)

    /// Of the least distances of stretches that do not overlap: the share that is alike, where so
    /// many are that a single one says nothing.
    ///
    /// - Parameter nearest: The least distance of all.
    package func ordinaryShare(nearest: Double) -> Double? {
        let share = share(upTo: Self.alike)
        let isRare = nearest <= limit && self.share(upTo: limit) < Self.common
        return share >= (isRare ? Self.everywhere : Self.common) ? share : nil
    }
}
