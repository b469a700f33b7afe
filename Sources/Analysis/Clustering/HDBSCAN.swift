public import Values

/// Hierarchical density-based clustering: the clusters that last longest while a threshold of
/// density rises; rows in none of them are noise.
///
/// HDBSCAN* of Campello, Moulavi and Sander (2013), with selection by excess of mass and the
/// clusters of scikit-learn: the whole is never a cluster. Clusters are numbered by their first
/// row.
public struct HDBSCAN: Sendable, Hashable {
    /// The least rows of a cluster.
    public let minClusterSize: Int
    /// Which neighbour, the row itself being the first, gives a row's core distance.
    public let minSamples: Int

    /// Both settings are checked by `fit`; `minSamples` is `minClusterSize` by default.
    public init(minClusterSize: Int = 5, minSamples: Int? = nil) {
        self.minClusterSize = minClusterSize
        self.minSamples = minSamples ?? minClusterSize
    }

    /// Clusters the rows; fewer than two clusters' worth of rows are noise.
    ///
    /// - Throws: `AnalysisError.parameter` for settings below 2 and 1, `.notFinite` for a missing
    ///   value.
    /// - Complexity: O(rows² × columns) time, O(rows × columns) memory.
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> HDBSCANModel {
        try require("minClusterSize", minClusterSize, in: 2...Int.max)
        try require("minSamples", minSamples, in: 1...Int.max)
        try matrix.requireFinite()
        guard matrix.rowCount > 1 else {
            return HDBSCANModel(rowCount: matrix.rowCount)
        }
        let tree = SpanningTree(matrix, minSamples: minSamples)
        return CondensedTree(tree, minClusterSize: minClusterSize).model()
    }
}

/// The clusters that `HDBSCAN` found.
public struct HDBSCANModel: Sendable, Hashable {
    /// The cluster of each row, in 0 ..< the number of clusters; nil for noise.
    public let labels: [Int?]
    /// How firmly each row belongs to its cluster, 0...1; 0 for noise.
    public let probabilities: [Double]
    /// For each cluster how long its rows stay together while the density rises: the sum over them
    /// of 1 / distance at which they leave, less that at which the cluster appears.
    public let stabilities: [Double]
    /// The distance at which each row leaves its cluster, or the whole where it is noise.
    public let reaches: [Double]

    /// The number of clusters; 0 when everything is noise.
    public var clusterCount: Int { stabilities.count }
    /// The number of rows in no cluster.
    public var noiseCount: Int { labels.count { $0 == nil } }

    init(labels: [Int?], probabilities: [Double], stabilities: [Double], reaches: [Double]) {
        self.labels = labels
        self.probabilities = probabilities
        self.stabilities = stabilities
        self.reaches = reaches
    }

    /// Nothing but noise.
    init(rowCount: Int) {
        labels = [Int?](repeating: nil, count: rowCount)
        probabilities = [Double](repeating: 0, count: rowCount)
        reaches = [Double](repeating: .infinity, count: rowCount)
        stabilities = []
    }

    /// The cluster of each row of a larger matrix, of which `part` is the part that was clustered:
    /// that of the nearest row in a cluster, where it lies within that row's reach; nil elsewhere.
    ///
    /// - Throws: `AnalysisError.length` unless `part` has as many rows as the model, `.columns`
    ///   where the two matrices differ in columns, `.notFinite` for a missing value.
    /// - Complexity: O(rows × rows of the part × columns).
    public func labels(
        of matrix: FeatureMatrix, near part: FeatureMatrix
    ) throws(AnalysisError) -> [Int?] {
        guard part.rowCount == labels.count else {
            throw .length(expected: labels.count, found: part.rowCount)
        }
        try matrix.requireColumns(part.columnCount)
        try matrix.requireFinite()
        let members = labels.indices.filter { labels[$0] != nil }
        guard !members.isEmpty else { return [Int?](repeating: nil, count: matrix.rowCount) }
        let places = part.selectingRows(members).values
        let rows = PackedRows(matrix)
        let chunks = rows.chunks
        return Concurrent.map(chunks.count) { chunk -> [Int?] in
            let nearest = rows.nearest(chunks[chunk], centers: places, count: members.count)
            return zip(nearest.labels, nearest.distances).map { place, distance in
                let member = members[Int(place)]
                return distance.squareRoot() <= reaches[member] ? labels[member] : nil
            }
        }.flatMap(\.self)
    }
}
