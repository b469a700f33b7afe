public import Values

/// The directions in which rows differ most (Pearson 1901, Hotelling 1933).
///
/// Columns are centered, not scaled: scale them first where their units differ.
///
/// ```swift
/// let components = try PrincipalComponents(count: 2).fit(scaled)
/// ```
public struct PrincipalComponents: Sendable, Hashable {
    /// How many components are wanted.
    public let count: Int

    /// `count` must be in 1 ... columns of the matrix, else `fit` throws.
    public init(count: Int) {
        self.count = count
    }

    /// Up to this many columns all components are found exactly, by the covariances.
    public static let exactColumns = 128
    /// Up to this many components of more columns are found without looking at all pairs of
    /// columns.
    public static let leadingLimit = 64

    /// Finds the components, by the eigenvectors of the covariance matrix; up to `leadingLimit`
    /// components of more than `exactColumns` columns by randomised subspace iteration, which needs
    /// no covariances (Halko, Martinsson and Tropp 2011). Those are the leading ones to within a
    /// hair where the variances fall, and exact where there are no more than `count` + 10 rows.
    /// Where the rows span fewer, the rest have variance and loadings 0.
    ///
    /// Constant columns have loading 0. Where all rows are equal the variances are 0 and so are
    /// the ratios.
    ///
    /// - Throws: `AnalysisError.parameter` unless `count` is in 1 ... columns, `.tooFew` for fewer
    ///   than two rows, `.notFinite` for a missing value, `.notConverged` for numbers so large that
    ///   their squares overflow.
    /// - Complexity: O(rows × columns² + columns³) up to `exactColumns` columns or beyond
    ///   `leadingLimit` components; else O(rows × columns × components).
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> PrincipalComponentsModel {
        try require("count", count, in: 1...max(matrix.columnCount, 1))
        try matrix.requireRows(2)
        guard matrix.columnCount > 0 else { throw .columns(expected: count, found: 0) }
        try matrix.requireFinite()
        if matrix.columnCount > Self.exactColumns, count <= Self.leadingLimit {
            return try leading(matrix)
        }
        let moments = ColumnMoments(matrix)
        let divisor = Double(matrix.rowCount - 1)
        let eigen = try SymmetricEigen(
            moments.products().map { $0 / divisor }, size: matrix.columnCount)
        let variances = eigen.values.map { max($0, 0) }
        let total = variances.reduce(0, +)
        let loadings = eigen.vectors.prefix(count).flatMap(Self.oriented)
        return PrincipalComponentsModel(
            means: moments.means,
            loadings: FeatureMatrix(
                uncheckedRows: count, columns: matrix.columnCount, values: loadings),
            variances: Array(variances.prefix(count)),
            ratios: variances.prefix(count).map { total > 0 ? $0 / total : 0 },
            rows: matrix)
    }

    private func leading(
        _ matrix: FeatureMatrix
    ) throws(AnalysisError) -> PrincipalComponentsModel {
        let moments = ColumnMoments(matrix)
        let divisor = Double(matrix.rowCount - 1) / Double(matrix.rowCount)
        let total = moments.variances.reduce(0, +) / divisor
        guard total.isFinite else { throw .notConverged(iterations: 0) }
        let none = [Double](repeating: 0, count: matrix.columnCount)
        var vectors = try LeadingDirections(matrix, count: count).vectors.map(Self.oriented)
        vectors += [[Double]](repeating: none, count: count - vectors.count)
        let loadings = FeatureMatrix(
            uncheckedRows: count, columns: matrix.columnCount, values: vectors.flatMap { $0 })
        let found = ColumnMoments(matrix.projected(from: moments.means, on: loadings)).variances
            .map { $0 / divisor }
        // Directions of a part of the rows need not be in order for all of them.
        let order = found.indices.sorted { (found[$1], $0) < (found[$0], $1) }
        return PrincipalComponentsModel(
            means: moments.means, loadings: loadings.selectingRows(order),
            variances: order.map { found[$0] },
            ratios: order.map { total > 0 ? found[$0] / total : 0 }, rows: matrix)
    }

    /// The vector with its largest loading positive; of loadings equal but for rounding the first.
    private static func oriented(_ vector: [Double]) -> [Double] {
        let largest = vector.reduce(0) { max($0, abs($1)) }
        let leading = vector.first { abs($0) >= largest * (1 - 1e-9) } ?? 0
        return leading < 0 ? vector.map { -$0 } : vector
    }
}

/// Components in descending order of the variance along them; made by ``PrincipalComponents``.
public struct PrincipalComponentsModel: Sendable, Hashable {
    /// The mean of each column, which rows are centered by.
    public let means: [Double]
    /// One component a row, of length 1; its largest loading is positive.
    public let loadings: FeatureMatrix
    /// The variance (divisor n - 1) along each component.
    public let explainedVariances: [Double]
    /// The share of each component in the variance of all columns, 0...1.
    public let explainedVarianceRatios: [Double]
    /// The fitted rows seen along the components, one row each.
    public let scores: FeatureMatrix

    init(
        means: [Double], loadings: FeatureMatrix, variances: [Double], ratios: [Double],
        rows: FeatureMatrix
    ) {
        self.means = means
        self.loadings = loadings
        explainedVariances = variances
        explainedVarianceRatios = ratios
        scores = rows.projected(from: means, on: loadings)
    }

    /// Other rows seen along the components.
    ///
    /// - Throws: `AnalysisError.columns` for another number of columns, `.notFinite` for a missing
    ///   value.
    /// - Complexity: O(rows × columns × components).
    public func transform(_ matrix: FeatureMatrix) throws(AnalysisError) -> FeatureMatrix {
        try matrix.requireColumns(means.count)
        try matrix.requireFinite()
        return matrix.projected(from: means, on: loadings)
    }
}
