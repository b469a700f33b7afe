import Values

/// Data without clusters whose columns have the skew, the tails and the rank correlations of given
/// data, each with one peak: what a clustering of skewed data must beat.
///
/// The columns are joined by a normal copula (Sklar 1959; normal scores by van der Waerden 1952).
struct UnimodalCloud: Sendable {
    private let rowCount: Int
    private let margins: [UnimodalMargin]
    /// One component a row, as long as its deviation, in units of the deviations of the scores.
    private let directions: [[Double]]

    /// - Complexity: that of `PrincipalComponents`, with 64 passes over the values.
    init(_ matrix: FeatureMatrix) throws(AnalysisError) {
        rowCount = matrix.rowCount
        let columns = (0..<matrix.columnCount).map(matrix.column)
        margins = Concurrent.map(columns.count) { UnimodalMargin(columns[$0]) }
        let scores = columns.map(Self.normalScores)
        let components = try PrincipalComponents(count: matrix.columnCount).fit(
            FeatureMatrix(
                uncheckedRows: matrix.rowCount, columns: matrix.columnCount,
                values: (0..<matrix.rowCount).flatMap { row in scores.map { $0[row] } }))
        let deviations = scores.map { Statistics.standardDeviation($0) }
        directions = components.explainedVariances.enumerated().map { index, variance in
            zip(components.loadings.row(index), deviations).map { loading, deviation in
                deviation > 0 ? loading * variance.squareRoot() / deviation : 0
            }
        }
    }

    /// As many rows as the data had, at most `limit`.
    func drawn(limit: Int = .max, _ generator: inout SeededGenerator) -> FeatureMatrix {
        let rows = min(rowCount, limit)
        var values: [Double] = []
        values.reserveCapacity(rows * margins.count)
        for _ in 0..<rows { values += row(&generator) }
        return FeatureMatrix(uncheckedRows: rows, columns: margins.count, values: values)
    }

    func row(_ generator: inout SeededGenerator) -> [Double] {
        var scores = [Double](repeating: 0, count: margins.count)
        for direction in directions {
            let length = generator.normal()
            for column in scores.indices { scores[column] += length * direction[column] }
        }
        return zip(margins, scores).map { $0.quantile(SpecialFunctions.normalCDF($1)) }
    }

    /// Each value's normal score, the quantile of the normal distribution at its rank; equal values
    /// share the middle of their ranks.
    private static func normalScores(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var scores = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let share = Double(start + end) / 2 / Double(order.count)
            for place in start..<end {
                scores[order[place]] = SpecialFunctions.normalQuantile(share)
            }
            start = end
        }
        return scores
    }
}
