import CKernels

/// Means, variances and products of the columns of a matrix: what principal components and k-means
/// begin with.
struct ColumnMoments: Sendable {
    private let matrix: FeatureMatrix
    /// The mean of each column; 0 without rows.
    let means: [Double]
    /// The variance of each column, divisor n.
    let variances: [Double]

    /// Values must be finite.
    ///
    /// - Complexity: O(rows × columns).
    init(_ matrix: FeatureMatrix) {
        self.matrix = matrix
        let columns = matrix.columnCount
        guard matrix.rowCount > 0 else {
            means = [Double](repeating: 0, count: columns)
            variances = means
            return
        }
        // Seen from the first row equal rows leave no rounding behind.
        let origin = Array(matrix.row(0))
        var sums = [Double](repeating: 0, count: columns)
        var squares = sums
        unsafe ck_rows_add_moments(
            matrix.values, matrix.rowCount, columns, origin, &sums, &squares)
        let rows = Double(matrix.rowCount)
        means = zip(origin, sums).map { $0 + $1 / rows }
        variances = zip(squares, sums).map { max($0 / rows - ($1 / rows) * ($1 / rows), 0) }
    }

    /// The sum of the products of each two columns around their means, a square matrix.
    ///
    /// - Complexity: O(rows × columns²).
    func products() -> [Double] {
        let size = matrix.columnCount
        let stride = (size + 7) / 8 * 8
        var sums = [Double](repeating: 0, count: size * stride)
        var scratch = [Double](repeating: 0, count: 4 * stride)
        unsafe ck_rows_add_products(
            matrix.values, matrix.rowCount, size, means, stride, &sums, &scratch)
        return (0..<size * size).map { index in
            let (left, right) = (index / size, index % size)
            return sums[min(left, right) * stride + max(left, right)]
        }
    }
}

extension FeatureMatrix {
    /// Each row less `origin`, multiplied by each row of `weights`: one column per row of
    /// `weights`. O(rows × columns × weights).
    func projected(from origin: [Double], on weights: FeatureMatrix) -> FeatureMatrix {
        precondition(
            origin.count == columnCount && weights.columnCount == columnCount,
            "origin and weights must fit the rows")
        var results = [Double](repeating: 0, count: rowCount * weights.rowCount)
        unsafe ck_rows_find_weighted_sums(
            values, rowCount, columnCount, origin, weights.values, weights.rowCount, &results)
        return FeatureMatrix(
            uncheckedRows: rowCount, columns: weights.rowCount, values: results)
    }
}
