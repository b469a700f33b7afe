public import Values

/// k-means clustering: Lloyd's algorithm from greedy k-means++ starts.
///
/// Follows scikit-learn in every rule, so that the same start gives the same labels: the rows are
/// centered first, `tolerance` counts in units of the mean column variance, and a cluster that
/// runs empty moves to the row furthest from its own centroid. (Lloyd 1982; Arthur and
/// Vassilvitskii 2007, with the best of 2 + ⌊ln k⌋ candidates at each step.)
///
/// ```swift
/// let model = try KMeans(k: 4, seed: 1).fit(matrix)
/// ```
public struct KMeans: Sendable, Hashable {
    /// The number of clusters, at least 1 and at most as many as rows.
    public let k: Int
    /// Seed of the starts; each start has its own stream of it.
    public let seed: UInt64
    /// How many starts are tried; the one with the least inertia wins, the first of equals.
    public let restarts: Int
    /// The iterations after which a start gives up improving.
    public let maxIterations: Int
    /// The squared movement of all centroids, in mean column variances, that counts as none.
    public let tolerance: Double
    /// First centroids, one per row, in place of drawn ones; then there is one start only.
    public let start: FeatureMatrix?

    /// An estimator with scikit-learn's defaults, and ten starts.
    public init(
        k: Int, seed: UInt64 = 0, restarts: Int = 10, maxIterations: Int = 300,
        tolerance: Double = 1e-4, start: FeatureMatrix? = nil
    ) {
        self.k = k
        self.seed = seed
        self.restarts = restarts
        self.maxIterations = maxIterations
        self.tolerance = tolerance
        self.start = start
    }

    /// Clusters the rows.
    ///
    /// With fewer distinct rows than `k` some clusters stay empty: their size is 0 and their
    /// centroid that of a cluster with rows. A constant column changes nothing. The result does
    /// not depend on the number of cores.
    ///
    /// - Throws: `AnalysisError.parameter` for a setting out of range, `.tooFew` for fewer rows
    ///   than `k`, `.notFinite` for a missing value, `.columns` or `.length` when `start` does not
    ///   fit.
    /// - Complexity: O(restarts × iterations × rows × k × columns).
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> KMeansModel {
        try check(matrix)
        let space = KMeansSpace(matrix)
        var best: KMeansRun?
        for run in runs(in: space) where run.inertia < best?.inertia ?? .infinity { best = run }
        // Inertia beyond the largest double leaves no best; the first start is as good as any.
        let chosen = best ?? runs(in: space)[0]
        return KMeansModel(chosen, origin: space.origin, columnCount: matrix.columnCount)
    }

    private func runs(in space: KMeansSpace) -> [KMeansRun] {
        let lloyd = Lloyd(k: k, maxIterations: maxIterations, tolerance: tolerance)
        if let start {
            return [lloyd.run(space, from: space.centered(start.values))]
        }
        let rows = PackedRows(space.matrix, origin: space.origin)
        // Little work is not worth sharing.
        let spread = space.matrix.values.count * k > 1 << 12
        return Concurrent.map(restarts, spread: spread) { restart in
            var generator = SeededGenerator(seed: seed, stream: restart)
            let centers = KMeansPlusPlus(k: k).centers(of: rows, &generator)
            return lloyd.run(space, from: centers)
        }
    }

    private func check(_ matrix: FeatureMatrix) throws(AnalysisError) {
        try require("k", k, in: 1...Int(Int32.max))
        try require("restarts", restarts, in: 1...10_000)
        try require("maxIterations", maxIterations, in: 1...1_000_000)
        guard tolerance >= 0, tolerance.isFinite else {
            throw .parameter("tolerance", value: tolerance, minimum: 0, maximum: .infinity)
        }
        try matrix.requireRows(k)
        try matrix.requireFinite()
        guard let start else { return }
        guard start.columnCount == matrix.columnCount else {
            throw .columns(expected: matrix.columnCount, found: start.columnCount)
        }
        guard start.rowCount == k else { throw .length(expected: k, found: start.rowCount) }
        try start.requireFinite()
    }
}

/// Does nothing when a setting lies in its range.
///
/// - Throws: `AnalysisError.parameter`.
func require(
    _ parameter: String, _ value: Int, in range: ClosedRange<Int>
) throws(AnalysisError) {
    guard range.contains(value) else {
        throw .parameter(
            parameter, value: Double(value), minimum: Double(range.lowerBound),
            maximum: Double(range.upperBound))
    }
}
