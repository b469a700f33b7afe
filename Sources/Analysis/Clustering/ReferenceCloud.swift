import Values

/// Data without clusters that has the spread of given data: what a clustering must beat.
struct ReferenceCloud: Sendable {
    enum Shape: Sendable {
        /// One normal cloud with the data's covariance (as SigClust; Liu, Hayes, Nobel and Marron
        /// 2008).
        case normal
        /// Even in the data's box along its principal components (Tibshirani, Walther and Hastie
        /// 2001, variant b).
        case even
    }

    private let rowCount: Int
    private let deviations: [Double]
    private let boxes: [(low: Double, high: Double)]

    /// - Complexity: that of `PrincipalComponents`.
    init(_ matrix: FeatureMatrix) throws(AnalysisError) {
        let components = try PrincipalComponents(count: matrix.columnCount).fit(matrix)
        rowCount = matrix.rowCount
        deviations = components.explainedVariances.map { $0.squareRoot() }
        boxes = (0..<matrix.columnCount).map { column in
            let scores = components.scores.column(column)
            return (scores.min() ?? 0, scores.max() ?? 0)
        }
    }

    /// As many rows as the data had, at most `limit`, in coordinates along the principal
    /// components: distances are the same as in the data's own columns.
    func drawn(
        _ shape: Shape, limit: Int = .max, _ generator: inout SeededGenerator
    )
        -> FeatureMatrix
    {
        let rows = min(rowCount, limit)
        var values: [Double] = []
        values.reserveCapacity(rows * deviations.count)
        for _ in 0..<rows {
            for column in deviations.indices {
                switch shape {
                case .normal:
                    values.append(generator.normal(standardDeviation: deviations[column]))
                case .even:
                    values.append(
                        generator.uniform(from: boxes[column].low, to: boxes[column].high))
                }
            }
        }
        return FeatureMatrix(uncheckedRows: rows, columns: deviations.count, values: values)
    }
}
