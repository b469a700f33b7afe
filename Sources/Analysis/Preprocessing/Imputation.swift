public import Values

/// Fills missing values (NaN) with the median of their column.
///
/// ```swift
/// let imputation = Imputation().fit(matrix)
/// let complete = try imputation.apply(to: matrix)
/// ```
public struct Imputation: Sendable, Hashable {
    /// There is nothing to set: every column is filled with its median.
    public init() {}

    /// Learns the medians, and counts what is missing.
    ///
    /// - Complexity: O(rows × columns).
    public func fit(_ matrix: FeatureMatrix) -> FittedImputation {
        let columns = (0..<matrix.columnCount).map(matrix.column)
        return FittedImputation(
            medians: columns.map(Statistics.median),
            missingCounts: columns.map { $0.count(where: \.isNaN) })
    }
}

/// The medians that fill missing values.
public struct FittedImputation: Sendable, Hashable {
    /// The median of each column; NaN for one without any value.
    public let medians: [Double]
    /// How many values of each column were missing.
    public let missingCounts: [Int]

    /// The matrix with every NaN replaced; a column that had no value at all stays missing.
    ///
    /// - Throws: `AnalysisError.columns` for another number of columns.
    /// - Complexity: O(rows × columns).
    public func apply(to matrix: FeatureMatrix) throws(AnalysisError) -> FeatureMatrix {
        try matrix.requireColumns(medians.count)
        return matrix.mapping { $1.isNaN ? medians[$0] : $1 }
    }
}
