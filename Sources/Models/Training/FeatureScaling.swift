import Analysis

/// The columns that a model takes, and their spread in training.
public struct FeatureScaling: Sendable, Hashable {
    /// Names of the columns, in the order in which the model takes them.
    public let names: [String]

    /// The mean of each feature.
    public let means: [Double]

    /// The standard deviation of each feature (divisor n − 1); 1 for a constant one, which is
    /// centered only.
    public let stds: [Double]

    /// The smallest value of each feature in training; NaN without rows.
    public let minima: [Double]

    /// The largest value of each feature in training; NaN without rows.
    public let maxima: [Double]

    /// The number of rows it was learned from.
    public let rows: Int

    /// Sums up rows without missing values.
    ///
    /// - Complexity: O(rows × columns).
    init(_ features: FeatureMatrix, names: [String]) {
        let columns = (0..<features.columnCount).map(features.column)
        self.names = names
        means = columns.map { Statistics.mean($0) }
        stds = columns.map { Statistics.standardDeviation($0) }.map { $0 > 0 ? $0 : 1 }
        minima = columns.map { $0.min() ?? .nan }
        maxima = columns.map { $0.max() ?? .nan }
        rows = features.rowCount
    }

    /// A row minus the means, over the standard deviations.
    func scaled(_ row: some Collection<Double>) -> [Double] {
        zip(row, zip(means, stds)).map { ($0 - $1.0) / $1.1 }
    }

    /// All rows, each scaled like `scaled(_:)` of one.
    func scaled(_ features: FeatureMatrix) -> FeatureMatrix {
        var result = features
        for row in 0..<features.rowCount {
            for column in 0..<features.columnCount {
                result[row, column] = (features[row, column] - means[column]) / stds[column]
            }
        }
        return result
    }
}
