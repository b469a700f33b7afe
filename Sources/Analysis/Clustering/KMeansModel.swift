public import Values

/// The clusters that `KMeans` found.
public struct KMeansModel: Sendable, Hashable {
    /// The cluster of each row, in 0 ..< k.
    public let labels: [Int]
    /// One centroid per row, in the units of the data.
    public let centroids: FeatureMatrix
    /// The sum of squared distances of all rows to their centroids.
    public let inertia: Double
    /// The iterations that the best start took.
    public let iterations: Int
    /// Whether it settled within `maxIterations`.
    public let converged: Bool
    /// The number of rows in each cluster.
    public let sizes: [Int]

    /// The number of clusters asked for.
    public var k: Int { sizes.count }

    init(_ run: KMeansRun, origin: [Double], columnCount: Int) {
        labels = run.labels.map(Int.init)
        let values = run.centers.enumerated().map { $1 + origin[$0 % columnCount] }
        let sizes = run.labels.reduce(into: [Int](repeating: 0, count: run.count)) {
            $0[Int($1)] += 1
        }
        centroids = FeatureMatrix(uncheckedRows: run.count, columns: columnCount, values: values)
        inertia = run.inertia
        iterations = run.iterations
        converged = run.converged
        self.sizes = sizes
    }

    /// The nearest centroid for each row of other data, the lower one of equals.
    ///
    /// - Throws: `AnalysisError.columns` for another number of columns, `.notFinite` for a missing
    ///   value.
    /// - Complexity: O(rows × k × columns).
    public func predict(_ matrix: FeatureMatrix) throws(AnalysisError) -> [Int] {
        guard matrix.columnCount == centroids.columnCount else {
            throw .columns(expected: centroids.columnCount, found: matrix.columnCount)
        }
        try matrix.requireFinite()
        let rows = PackedRows(matrix)
        let parts = rows.chunks
        return Concurrent.map(parts.count) { part in
            rows.nearest(parts[part], centers: centroids.values, count: k).labels.map(Int.init)
        }.flatMap(\.self)
    }
}
