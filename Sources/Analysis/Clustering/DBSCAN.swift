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

    /// An estimator for one density.
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
    ///   tree O(rows × neighbours) for few columns, O(rows² × columns) at worst.
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
        return TreeDensity(matrix, eps: eps, minSamples: minSamples).model()
    }
}

/// The clusters that `DBSCAN` found.
public struct DBSCANModel: Sendable, Hashable {
    /// The cluster of each row, in 0 ..< clusterCount; nil for noise.
    public let labels: [Int?]
    /// Whether each row is core.
    public let isCore: [Bool]
    /// The number of clusters; 0 when everything is noise.
    public let clusterCount: Int

    /// The number of rows in no cluster.
    public var noiseCount: Int { labels.count { $0 == nil } }
}

/// DBSCAN by expanding each cluster along the neighbours that a tree finds.
private struct TreeDensity {
    let matrix: FeatureMatrix
    let tree: KDTree
    let eps: Double
    let minSamples: Int

    init(_ matrix: FeatureMatrix, eps: Double, minSamples: Int) {
        self.matrix = matrix
        self.eps = eps
        self.minSamples = minSamples
        tree = KDTree(matrix)
    }

    func model() -> DBSCANModel {
        let isCore = coreFlags()
        var labels = [Int?](repeating: nil, count: matrix.rowCount)
        var clusters = 0
        var search = NeighborSearch(tree)
        for row in 0..<matrix.rowCount where isCore[row] && labels[row] == nil {
            labels[row] = clusters
            var pending = [row]
            while let next = pending.popLast() {
                search.forEach(within: eps, of: Array(matrix.row(next))) { neighbor in
                    guard labels[neighbor] == nil else { return }
                    labels[neighbor] = clusters
                    if isCore[neighbor] { pending.append(neighbor) }
                }
            }
            clusters += 1
        }
        return DBSCANModel(labels: labels, isCore: isCore, clusterCount: clusters)
    }

    private func coreFlags() -> [Bool] {
        let part = 256
        let parts = (matrix.rowCount + part - 1) / part
        return Concurrent.map(parts) { index in
            var search = NeighborSearch(tree)
            return (index * part..<min((index + 1) * part, matrix.rowCount)).map { row in
                let point = Array(matrix.row(row))
                return search.count(within: eps, of: point, limit: minSamples) >= minSamples
            }
        }.flatMap(\.self)
    }
}
