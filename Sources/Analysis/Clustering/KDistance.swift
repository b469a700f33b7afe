public import Values

/// The distances from rows to their `minSamples`-th neighbour, from which DBSCAN's eps is read.
///
/// (Ester, Kriegel, Sander and Xu 1996: the sorted k-distance plot, with its knee as threshold.)
public struct KDistance: Sendable, Hashable {
    /// DBSCAN's minSamples: the row itself counts as the first.
    public let minSamples: Int
    /// The most rows whose distance is measured; of more, a sample is drawn.
    public let sampleSize: Int
    /// Seed of that sample.
    public let seed: UInt64

    /// `minSamples` should be the one that ``DBSCAN`` is given.
    public init(minSamples: Int = 5, sampleSize: Int = 5000, seed: UInt64 = 0) {
        self.minSamples = minSamples
        self.sampleSize = sampleSize
        self.seed = seed
    }

    /// Measures the distances, against all rows.
    ///
    /// - Throws: `AnalysisError.parameter` for minSamples below 2 or a sample below 1, `.tooFew`
    ///   for fewer rows than minSamples, `.notFinite` for a missing value.
    /// - Complexity: O(sample × log rows) for few columns, O(sample × rows × columns) for many.
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> KDistanceCurve {
        try require("minSamples", minSamples, in: 2...Int.max)
        try require("sampleSize", sampleSize, in: 1...Int.max)
        try matrix.requireRows(minSamples)
        try matrix.requireFinite()
        var generator = SeededGenerator(seed: seed)
        let rows =
            matrix.rowCount <= sampleSize
            ? Array(0..<matrix.rowCount)
            : generator.sample(sampleSize, of: matrix.rowCount).sorted()
        let tree = KDTree(matrix)
        let part = 128
        let parts = (rows.count + part - 1) / part
        let distances = Concurrent.map(parts) { index in
            var search = NeighborSearch(tree)
            return rows[index * part..<min((index + 1) * part, rows.count)].map { row in
                search.nearest(minSamples - 1, to: Array(matrix.row(row)), excluding: row).last ?? 0
            }
        }
        return KDistanceCurve(distances: distances.flatMap(\.self).sorted())
    }
}

/// Sorted distances to a neighbour, and where they bend.
public struct KDistanceCurve: Sendable, Hashable {
    /// Ascending, one for each row measured.
    public let distances: [Double]
    /// The index of the knee; nil where the curve does not bend.
    public let kneeIndex: Int?

    init(distances: [Double]) {
        self.distances = distances
        kneeIndex = Knee.index(of: distances)
    }

    /// The eps that the curve suggests: its knee, or its median where it does not bend; at least
    /// its least positive distance. nil when all distances are 0.
    public var eps: Double? {
        let bend = kneeIndex.map { distances[$0] } ?? Statistics.median(distances)
        return bend > 0 ? bend : distances.first { $0 > 0 }
    }
}
