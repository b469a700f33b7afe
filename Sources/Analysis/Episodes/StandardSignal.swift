/// A signal without gaps, on a scale of its own: the median is 0, the robust deviation 1.
struct StandardSignal: Sendable {
    /// The values; a missing one repeats the one before it.
    let values: [Double]
    /// Rows of a window: one period, at least 16 and at most a quarter of the recording.
    let width: Int

    /// Standardises a column, NaN for missing values. O(n).
    ///
    /// The interquartile range is the scale, unless it is tiny beside the standard deviation, as
    /// for a signal that mostly rests at one value.
    init(_ column: [Double], period: Int) {
        let filled = Self.filled(column)
        let quartiles = Statistics.quantiles(filled, [0.25, 0.5, 0.75])
        let deviation = Statistics.standardDeviation(filled, degreesOfFreedom: 0)
        var scale = (quartiles[2] - quartiles[0]) / 1.349
        if !(scale > 0.1 * deviation) { scale = deviation }
        if !(scale > 0) { scale = 1 }
        values = filled.map { ($0 - quartiles[1]) / scale }
        width = min(max(period, 16), max(4, filled.count / 4))
    }

    /// The column with each gap filled by the value before it, the first gap by the one after it;
    /// zeros where there is no value at all.
    static func filled(_ column: [Double]) -> [Double] {
        var last = column.first { $0.isFinite } ?? 0
        return column.map { value in
            if value.isFinite { last = value }
            return last
        }
    }
}
