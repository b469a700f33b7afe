/// The usual figures of one column.
public struct Summary: Sendable, Equatable {
    /// Values present.
    public let count: Int
    /// Values missing (NaN).
    public let missing: Int
    /// Mean of the values present; NaN for none.
    public let mean: Double
    /// Standard deviation with divisor n - 1; NaN for fewer than two values.
    public let standardDeviation: Double
    /// Smallest value.
    public let minimum: Double
    /// The point below which a quarter lies.
    public let lowerQuartile: Double
    /// The middle value.
    public let median: Double
    /// The point above which a quarter lies.
    public let upperQuartile: Double
    /// Largest value.
    public let maximum: Double

    /// The figures of `values`; all NaN when none is present. O(n log n).
    public init(_ values: [Double]) {
        let sorted = values.filter { !$0.isNaN }.sorted()
        count = sorted.count
        missing = values.count - sorted.count
        mean = Statistics.mean(sorted)
        standardDeviation = Statistics.standardDeviation(sorted)
        minimum = sorted.first ?? .nan
        lowerQuartile = Statistics.quantile(sorted: sorted, 0.25)
        median = Statistics.quantile(sorted: sorted, 0.5)
        upperQuartile = Statistics.quantile(sorted: sorted, 0.75)
        maximum = sorted.last ?? .nan
    }
}
