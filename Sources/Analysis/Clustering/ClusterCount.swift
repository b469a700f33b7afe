public import Values

/// How many clusters data has, if any: of the k-means clusterings with the largest mean silhouettes
/// the one that is furthest above what data without clusters reach with as many.
///
/// Data without clusters are `references` draws: a third of a cloud whose columns have the data's
/// skew and tails but one peak each, a third of one normal cloud with the data's covariance, a
/// third spread evenly over the data's box. To beat are the mean plus three standard deviations of
/// any third, and every single draw. A clustering with a cluster smaller than `minimumSize` is not
/// chosen: single odd rows are outliers.
public struct ClusterCount: Sendable, Hashable {
    /// The numbers of clusters tried.
    public let range: ClosedRange<Int>
    /// How many starts each k-means has.
    public let restarts: Int
    /// The least rows of a cluster.
    public let minimumSize: Int
    /// How many data sets without clusters are compared.
    public let references: Int
    /// The most rows that a silhouette is measured on, and that a reference has; of more, a sample
    /// is drawn.
    public let sampleSize: Int
    /// Seed of starts, references and samples.
    public let seed: UInt64

    /// Tries 2...10 clusters by default; settings are checked by `fit`.
    public init(
        range: ClosedRange<Int> = 2...10, restarts: Int = 5, minimumSize: Int = 3,
        references: Int = 60, sampleSize: Int = 2000, seed: UInt64 = 0
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
        let reference = try referenceSilhouettes(matrix)
        guard let chosen = clearest(of: tried, above: reference) else {
            let reason = ClusterCountChoice.Reason.notAboveReference(
                bestK: best.k, silhouette: best.silhouette, reference: reference[best.k] ?? 0)
            return ClusterCountChoice(none: reason, tried, references: reference)
        }
        return ClusterCountChoice(
            decision: .clusters(
                k: chosen.k, silhouette: chosen.silhouette, reference: reference[chosen.k] ?? 0),
            trials: tried, references: reference, model: chosen.model)
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

    /// Of the trials above their reference, among those with nearly the largest silhouette, the one
    /// furthest above.
    private func clearest(
        of trials: [ClusterTrial], above reference: [Int: Double]
    ) -> ClusterTrial? {
        let excess = { (trial: ClusterTrial) in trial.silhouette - (reference[trial.k] ?? 0) }
        let above = trials.filter { $0.smallestSize >= minimumSize && excess($0) > 0 }
        let largest = above.map(\.silhouette).max() ?? 0
        return above.filter { $0.silhouette >= largest * Self.nearly }
            .max { (excess($0), $1.k) < (excess($1), $0.k) }
    }

    /// The share of the largest silhouette at which another counts as nearly as large.
    private static let nearly = 0.8

    private func trials(of matrix: FeatureMatrix) -> [ClusterTrial] {
        var generator = SeededGenerator(seed: seed, stream: -1)
        let sample =
            matrix.rowCount > sampleSize
            ? generator.sample(sampleSize, of: matrix.rowCount).sorted() : nil
        let rows = SilhouetteRows(matrix, sample: sample)
        let candidates = range.filter { $0 < matrix.rowCount }
        return Concurrent.map(candidates.count) { index in
            ClusterTrial(
                matrix, KMeans(k: candidates[index], seed: seed, restarts: restarts), rows)
        }.compactMap(\.self)
    }

    /// By the number of clusters, the silhouette that data without clusters hardly reach.
    private func referenceSilhouettes(
        _ matrix: FeatureMatrix
    ) throws(AnalysisError) -> [Int: Double] {
        let kinds = 3
        let cloud = try ReferenceCloud(matrix)
        let skewed = try UnimodalCloud(matrix)
        let reached = Concurrent.map(references) { reference in
            var generator = SeededGenerator(seed: seed, stream: reference)
            let drawn =
                switch reference % kinds {
                case 0: skewed.drawn(limit: sampleSize, &generator)
                case 1: cloud.drawn(.normal, limit: sampleSize, &generator)
                default: cloud.drawn(.even, limit: sampleSize, &generator)
                }
            return silhouettes(ofReference: drawn)
        }
        var limits: [Int: Double] = [:]
        for k in range {
            let reached = reached.map { $0[k] ?? 0 }
            let largest = (0..<kinds).map { kind in
                Self.limit(reached.indices.filter { $0 % kinds == kind }.map { reached[$0] })
            }
            limits[k] = largest.reduce(0, max)
        }
        return limits
    }

    /// What one draw reaches for each number of clusters; where a cluster is too small, the most
    /// that the draw reaches with any number.
    private func silhouettes(ofReference drawn: FeatureMatrix) -> [Int: Double] {
        let fewer = ClusterCount(
            range: range, restarts: min(restarts, 2), minimumSize: minimumSize,
            sampleSize: sampleSize, seed: seed)
        let trials = fewer.trials(of: drawn).filter { $0.smallestSize >= minimumSize }
        let most = trials.map(\.silhouette).reduce(0, max)
        let known = Dictionary(uniqueKeysWithValues: trials.map { ($0.k, $0.silhouette) })
        return Dictionary(uniqueKeysWithValues: range.map { ($0, known[$0] ?? most) })
    }

    /// Three standard deviations above the mean, not below any, and at most 1.
    private static func limit(_ silhouettes: [Double]) -> Double {
        let spread = Statistics.standardDeviation(silhouettes)
        let mean = Statistics.mean(silhouettes)
        guard mean.isFinite else { return 0 }
        return min(silhouettes.reduce(mean + (spread.isNaN ? 0 : 3 * spread), max), 1)
    }
}

/// What came of one number of clusters.
public struct ClusterTrial: Sendable, Hashable {
    /// The number of clusters.
    public let k: Int
    /// The sum of squared distances to the centroids.
    public let inertia: Double
    /// The mean silhouette, -1...1.
    public let silhouette: Double
    /// The number of rows in the smallest cluster.
    public let smallestSize: Int

    /// The clusters, those of the best start.
    public let model: KMeansModel

    /// nil where all rows of the sample fall into one cluster.
    init?(_ matrix: FeatureMatrix, _ kMeans: KMeans, _ rows: SilhouetteRows) {
        guard let model = try? kMeans.fit(matrix),
            let silhouette = rows.meanSilhouette(model.labels, count: kMeans.k)
        else { return nil }
        k = kMeans.k
        inertia = model.inertia
        self.silhouette = silhouette
        smallestSize = model.sizes.min() ?? 0
        self.model = model
    }
}

/// The rows that the silhouettes of all trials are measured on.
struct SilhouetteRows: Sendable {
    private let rows: FeatureMatrix
    /// Their indices in the matrix; `nil` for all.
    private let sample: [Int]?
    /// The distances between them, where there are few enough rows.
    private let table: DistanceTable?

    init(_ matrix: FeatureMatrix, sample: [Int]?) {
        self.sample = sample
        rows = sample.map(matrix.selectingRows) ?? matrix
        table = DistanceTable(rows)
    }

    /// The mean silhouette of these rows, given the labels of all; `nil` where they have but one.
    func meanSilhouette(_ labels: [Int], count: Int) -> Double? {
        let own = sample.map { $0.map { labels[$0] } } ?? labels
        guard let table else {
            return try? ClusterQuality.silhouette(rows, labels: own).mean
        }
        return table.meanSilhouette(own, count: count)
    }
}
