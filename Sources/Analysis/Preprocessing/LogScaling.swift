#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Takes the logarithm of counts, whose long tails would otherwise rule every distance.
///
/// A value x becomes ln(1 + x), and -ln(1 - x) below 0: 0 stays 0, the order stays, every finite
/// value has one.
public struct LogScaling: Sendable, Hashable {
    /// The columns to change, ascending; the others stay as they are.
    public let columns: [Int]

    /// The skewness from which a column of counts gains from the logarithm.
    public static let skewnessLimit = 1.0

    /// Changes these columns; those that a matrix does not have are ignored.
    public init(columns: [Int]) {
        self.columns = columns.sorted()
    }

    /// Changes the columns that look like counts or durations with a long tail: no value below 0,
    /// and a skewness above `skewnessLimit`.
    ///
    /// - Complexity: O(rows × columns).
    public init(suitableFor matrix: FeatureMatrix) {
        columns = (0..<matrix.columnCount).filter { index in
            let values = matrix.column(index)
            return !values.contains { $0 < 0 } && Self.skewness(values) > Self.skewnessLimit
        }
    }

    /// The matrix with the logarithms; missing values stay missing.
    ///
    /// - Complexity: O(rows × columns).
    public func apply(to matrix: FeatureMatrix) -> FeatureMatrix {
        let chosen = Set(columns)
        return matrix.mapping { column, value in
            guard chosen.contains(column) else { return value }
            return value < 0 ? -log1p(-value) : log1p(value)
        }
    }

    /// The third standardized moment; 0 for a constant column.
    private static func skewness(_ values: [Double]) -> Double {
        let center = Statistics.mean(values)
        let deviation = Statistics.standardDeviation(values, degreesOfFreedom: 0)
        guard deviation > 0 else { return 0 }
        return Statistics.mean(
            values.map {
                let standardized = ($0 - center) / deviation
                return standardized * standardized * standardized
            })
    }
}
