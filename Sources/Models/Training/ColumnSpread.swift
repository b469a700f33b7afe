import Analysis

/// The mean and spread of each column, by which rows are scaled for a fit.
public struct ColumnSpread: Sendable, Hashable {
    /// The mean of each column's finite values, which also stands for a missing one; 0 without any.
    public let means: [Double]

    /// The standard deviation of each column (divisor n); 1 for a constant one.
    public let deviations: [Double]

    /// Sums up the finite values of each column.
    ///
    /// - Complexity: O(rows × columns).
    init(_ features: FeatureMatrix) {
        var means: [Double] = []
        var deviations: [Double] = []
        for column in 0..<features.columnCount {
            let values = features.column(column).filter(\.isFinite)
            let mean = values.reduce(0, +) / Double(max(values.count, 1))
            let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let deviation = (square / Double(max(values.count, 1))).squareRoot()
            means.append(mean)
            deviations.append(deviation > 1e-12 * max(1, abs(mean)) ? deviation : 1)
        }
        (self.means, self.deviations) = (means, deviations)
    }

    /// A row minus the means, over the deviations; 0 for a value that is not finite.
    func scaled(_ row: some Collection<Double>) -> [Double] {
        row.enumerated().map { column, value in
            value.isFinite ? (value - means[column]) / deviations[column] : 0
        }
    }
}
