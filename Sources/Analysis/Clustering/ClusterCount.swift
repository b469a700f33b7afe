/// How many clusters data has, if any: the k-means clustering with the largest mean silhouette,
/// where that is larger than in data without clusters.
///
/// Data without clusters are `references` draws, half of one normal cloud with the data's
/// covariance and half spread evenly over the data's box; each is given its own best k. To beat are
/// the mean plus three standard deviations of either half, and every single draw. A clustering with
/// a cluster smaller than `minimumSize` is not chosen: single odd rows are outliers.
public struct ClusterCount: Sendable, Hashable {
    /// The numbers of clusters tried.
    public let range: ClosedRange<Int>
    /// The starts of each k-means.
    public let restarts: Int
    /// The least rows of a cluster.
    public let minimumSize: Int
    /// How many data sets without clusters are compared.
    public let references: Int
    /// The most rows used for a silhouette, and for a reference; more are drawn from by `seed`.
    public let sampleSize: Int
    /// What decides starts, references and samples.
    public let seed: UInt64

    /// An estimator that tries 2...10 clusters.
    public init(
        range: ClosedRange<Int> = 2...10, restarts: Int = 5, minimumSize: Int = 3,
        references: Int = 20, sampleSize: Int = 2000, seed: UInt64 = 0
    ) {
        self.range = range
        self.restarts = restarts
        self.minimumSize = minimumSize
        self.references = references
        self.sampleSize = sampleSize
        self.seed = seed
    }

    /// Tries all numbers of clusters and decides.
    ///
    /// - Throws: `AnalysisError.parameter` for settings out of range, `.notFinite` for a missing
    ///   value, and what `PrincipalComponents` throws. Too few rows are a decision, not an error.
    /// - Complexity: (references + 1) × range times that of `KMeans` and of a silhouette.
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> ClusterCountChoice {
        try check()
        try matrix.requireFinite()
        let needed = range.lowerBound * minimumSize
        guard matrix.rowCount >= max(needed, 4) else {
            return ClusterCountChoice(
                none: .tooFewRows(found: matrix.rowCount, needed: max(needed, 4)))
        }
        let first = matrix.row(0)
        guard (1..<matrix.rowCount).contains(where: { matrix.row($0) != first }) else {
            return ClusterCountChoice(none: .equalRows)
        }
        let tried = trials(of: matrix)
        guard let best = best(of: tried) else {
            return ClusterCountChoice(none: .onlySplinters(minimumSize: minimumSize), tried)
        }
        let reference = try referenceSilhouette(matrix)
        guard best.silhouette > reference else {
            let reason = ClusterCountChoice.Reason.notAboveReference(
                bestK: best.k, silhouette: best.silhouette, reference: reference)
            return ClusterCountChoice(none: reason, tried)
        }
        return ClusterCountChoice(
            decision: .clusters(k: best.k, silhouette: best.silhouette, reference: reference),
            trials: tried, model: best.model)
    }

    private func check() throws(AnalysisError) {
        try require("range", range.lowerBound, in: 2...1000)
        try require("range", range.upperBound, in: 2...1000)
        try require("restarts", restarts, in: 1...10_000)
        try require("minimumSize", minimumSize, in: 1...1_000_000)
        try require("references", references, in: 1...10_000)
        try require("sampleSize", sampleSize, in: 10...100_000)
    }

    /// The eligible trial with the largest silhouette, the smallest k of equals.
    private func best(of trials: [ClusterTrial]) -> ClusterTrial? {
        trials.filter { $0.smallestSize >= minimumSize }
            .max { ($0.silhouette, $1.k) < ($1.silhouette, $0.k) }
    }

    private func trials(of matrix: FeatureMatrix) -> [ClusterTrial] {
        var generator = SeededGenerator(seed: seed, stream: -1)
        let sample =
            matrix.rowCount > sampleSize
            ? generator.sample(sampleSize, of: matrix.rowCount).sorted() : nil
        let candidates = range.filter { $0 < matrix.rowCount }
        return Concurrent.map(candidates.count) { index in
            ClusterTrial(
                matrix, KMeans(k: candidates[index], seed: seed, restarts: restarts),
                sample: sample)
        }.compactMap(\.self)
    }

    /// The silhouette that data without clusters hardly reach.
    private func referenceSilhouette(_ matrix: FeatureMatrix) throws(AnalysisError) -> Double {
        let cloud = try ReferenceCloud(matrix)
        let reached = Concurrent.map(references) { reference in
            var generator = SeededGenerator(seed: seed, stream: reference)
            let shape = reference.isMultiple(of: 2) ? ReferenceCloud.Shape.normal : .even
            let drawn = cloud.drawn(shape, limit: sampleSize, &generator)
            let fewer = ClusterCount(
                range: range, restarts: min(restarts, 2), minimumSize: minimumSize,
                sampleSize: sampleSize, seed: seed)
            return best(of: fewer.trials(of: drawn))?.silhouette ?? 0
        }
        let limits = [0, 1].map { half in
            let silhouettes = reached.indices.filter { $0 % 2 == half }.map { reached[$0] }
            let spread = Statistics.standardDeviation(silhouettes)
            return Statistics.mean(silhouettes) + (spread.isNaN ? 0 : 3 * spread)
        }
        // A half may be empty, its mean NaN.
        return (limits.filter(\.isFinite) + reached).reduce(0, max)
    }
}

/// One number of clusters that was tried.
public struct ClusterTrial: Sendable, Hashable {
    /// The number of clusters.
    public let k: Int
    /// The sum of squared distances to the centroids.
    public let inertia: Double
    /// The mean silhouette, -1...1.
    public let silhouette: Double
    /// The rows of the smallest cluster.
    public let smallestSize: Int

    let model: KMeansModel

    /// nil for rows so equal that only one cluster has any.
    init?(_ matrix: FeatureMatrix, _ kMeans: KMeans, sample: [Int]?) {
        guard let model = try? kMeans.fit(matrix) else { return nil }
        let rows = sample.map(matrix.selectingRows) ?? matrix
        let labels = sample.map { $0.map { model.labels[$0] } } ?? model.labels
        guard let silhouette = try? ClusterQuality.silhouette(rows, labels: labels) else {
            return nil
        }
        k = kMeans.k
        inertia = model.inertia
        self.silhouette = silhouette.mean
        smallestSize = model.sizes.min() ?? 0
        self.model = model
    }
}
