public import Values

/// Density-based clustering: rows with enough neighbours are core, cores within reach of each
/// other are one cluster, rows in reach of a core belong to it, all others are noise.
///
/// (Ester, Kriegel, Sander and Xu 1996.) Exact, with the labels of scikit-learn: clusters are
/// numbered by their first core row, and a row in reach of two clusters belongs to the lower one.
/// Up to three columns work on a grid of cells of side eps / √columns (Gunawan 2013), more on a
/// k-d tree.
public struct DBSCAN: Sendable, Hashable {
    /// How far neighbours reach, in the units of the data; distance eps itself is within reach.
    public let eps: Double
    /// How many rows within reach, itself included, make a row core.
    public let minSamples: Int

    /// Both settings are checked by `fit`.
    public init(eps: Double, minSamples: Int = 5) {
        self.eps = eps
        self.minSamples = minSamples
    }

    /// Clusters the rows; no rows give no labels.
    ///
    /// The result does not depend on the number of cores.
    ///
    /// - Throws: `AnalysisError.parameter` unless `eps` is positive and finite and `minSamples` at
    ///   least 1, `.notFinite` for a missing value.
    /// - Complexity: on a grid about O(rows log rows) for minSamples small against the rows; on a
    ///   tree O(rows × columns × rows in reach of one in no cluster), O(rows² × columns) at worst.
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> DBSCANModel {
        guard eps > 0, (eps * eps).isNormal else {
            throw .parameter(
                "eps", value: eps, minimum: .leastNormalMagnitude.squareRoot(),
                maximum: Double.greatestFiniteMagnitude.squareRoot())
        }
        try require("minSamples", minSamples, in: 1...Int.max)
        try matrix.requireFinite()
        if let grid = EpsGrid(matrix, eps: eps) {
            return GridDensity(grid: grid, eps: eps, minSamples: minSamples).model()
        }
        return TreeDensity(tree: KDTree(matrix), eps: eps, minSamples: minSamples).model()
    }
}

/// The clusters that `DBSCAN` found.
public struct DBSCANModel: Sendable, Hashable {
    /// The cluster of each row, in 0 ..< clusterCount; nil for noise.
    public let labels: [Int?]
    /// Whether each row is core, with enough neighbours within `eps`.
    public let isCore: [Bool]
    /// The number of clusters; 0 when everything is noise.
    public let clusterCount: Int

    /// The number of rows in no cluster.
    public var noiseCount: Int { labels.count { $0 == nil } }

    /// The cluster of each row of a larger matrix, of which `part` is the part that was clustered:
    /// that of the nearest core of `part` within `eps`; nil where none is.
    ///
    /// - Throws: `AnalysisError.length` unless `part` has as many rows as the model, `.columns`
    ///   where the two matrices differ in columns, `.notFinite` for a missing value.
    /// - Complexity: O(rows × cores × columns).
    public func labels(
        of matrix: FeatureMatrix, near part: FeatureMatrix, eps: Double
    ) throws(AnalysisError) -> [Int?] {
        guard part.rowCount == labels.count else {
            throw .length(expected: labels.count, found: part.rowCount)
        }
        try matrix.requireColumns(part.columnCount)
        try matrix.requireFinite()
        let cores = isCore.indices.filter { isCore[$0] }
        guard !cores.isEmpty else { return [Int?](repeating: nil, count: matrix.rowCount) }
        let places = part.selectingRows(cores).values
        let rows = PackedRows(matrix)
        let chunks = rows.chunks
        return Concurrent.map(chunks.count) { chunk -> [Int?] in
            let nearest = rows.nearest(chunks[chunk], centers: places, count: cores.count)
            return zip(nearest.labels, nearest.distances).map { core, distance in
                distance <= eps * eps ? labels[cores[Int(core)]] : nil
            }
        }.flatMap(\.self)
    }
}
