import Values

extension FeatureMatrix {
    /// Does nothing when a transform fitted on `expected` columns fits this matrix.
    ///
    /// - Throws: `AnalysisError.columns`.
    func requireColumns(_ expected: Int) throws(AnalysisError) {
        guard columnCount == expected else {
            throw .columns(expected: expected, found: columnCount)
        }
    }

    /// Every value put through `transform(column, value)`.
    func mapping(_ transform: (Int, Double) -> Double) -> FeatureMatrix {
        guard columnCount > 0 else { return self }
        let columns = columnCount
        let mapped = values.enumerated().map { transform($0 % columns, $1) }
        return FeatureMatrix(uncheckedRows: rowCount, columns: columns, values: mapped)
    }
}
