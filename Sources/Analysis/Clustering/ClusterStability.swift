public import Values

/// Whether a clustering comes back when the rows are drawn anew.
///
/// Each resampling draws as many rows with repetition, clusters them with the same k, and gives all
/// rows to the nearest new centroid. (Hennig 2007 for the single clusters.)
public struct ClusterStability: Sendable, Hashable {
    /// How many times the rows are drawn.
    public let resamplings: Int
    /// How many starts each k-means has.
    public let restarts: Int
    /// Seed of draws and starts.
    public let seed: UInt64

    /// The overlap (Jaccard) with one new cluster from which a cluster has come back.
    public static let recoveryLimit = 0.75

    /// Settings below 1 make `fit` throw.
    public init(resamplings: Int = 100, restarts: Int = 3, seed: UInt64 = 0) {
        self.resamplings = resamplings
        self.restarts = restarts
        self.seed = seed
    }

    /// Compares a clustering of these rows with those of resampled ones.
    ///
    /// - Throws: `AnalysisError.parameter` for settings below 1 or absurdly large, `.length` or
    ///   `.columns` when the model is not of these rows, `.notFinite` for a missing value.
    /// - Complexity: resamplings times that of `KMeans`.
    public func fit(
        _ matrix: FeatureMatrix, model: KMeansModel
    ) throws(AnalysisError) -> ClusterStabilityResult {
        try require("resamplings", resamplings, in: 1...100_000)
        try require("restarts", restarts, in: 1...10_000)
        guard model.labels.count == matrix.rowCount else {
            throw .length(expected: matrix.rowCount, found: model.labels.count)
        }
        try matrix.requireColumns(model.centroids.columnCount)
        try matrix.requireFinite()
        let rounds = Concurrent.map(resamplings) { round in
            resampled(matrix, model, round)
        }.compactMap(\.self)
        return ClusterStabilityResult(rounds, sizes: model.sizes)
    }

    private func resampled(
        _ matrix: FeatureMatrix, _ model: KMeansModel, _ round: Int
    ) -> ClusterStabilityResult.Round? {
        var generator = SeededGenerator(seed: seed, stream: round)
        let rows = generator.resample(matrix.rowCount, of: matrix.rowCount)
        let kMeans = KMeans(k: model.k, seed: generator.next(), restarts: restarts)
        guard let again = try? kMeans.fit(matrix.selectingRows(rows)),
            let labels = try? again.predict(matrix),
            let agreement = try? ClusterQuality.adjustedRand(model.labels, labels)
        else { return nil }
        return ClusterStabilityResult.Round(
            adjustedRand: agreement, overlaps: overlaps(model.labels, labels, count: model.k))
    }

    /// For each cluster its largest Jaccard overlap with a new one.
    private func overlaps(_ old: [Int], _ new: [Int], count: Int) -> [Double] {
        var joint = [Double](repeating: 0, count: count * count)
        var oldSizes = [Double](repeating: 0, count: count)
        var newSizes = oldSizes
        for (left, right) in zip(old, new) {
            joint[left * count + right] += 1
            oldSizes[left] += 1
            newSizes[right] += 1
        }
        return (0..<count).map { left in
            (0..<count).reduce(0) { best, right in
                let shared = joint[left * count + right]
                guard shared > 0 else { return best }
                return max(best, shared / (oldSizes[left] + newSizes[right] - shared))
            }
        }
    }
}

/// How stable a clustering is; made by ``ClusterStability``.
public struct ClusterStabilityResult: Sendable, Hashable {
    /// How often one cluster came back.
    public struct Cluster: Sendable, Hashable {
        /// The cluster's label in the model that was compared.
        public let label: Int
        /// In how many resamplings it came back, with an overlap of at least
        /// `ClusterStability.recoveryLimit`.
        public let recoveries: Int
        /// The mean overlap (Jaccard) with the most similar new cluster, 0...1.
        public let meanOverlap: Double
    }

    /// What one resampling gave; overlaps are by cluster.
    struct Round: Sendable {
        let adjustedRand: Double
        let overlaps: [Double]
    }

    /// Resamplings that gave a clustering to compare with.
    public let resamplings: Int
    /// The mean adjusted Rand index with the new clusterings; 0 without any.
    public let meanAdjustedRand: Double
    /// Its least and its greatest value.
    public let adjustedRandRange: ClosedRange<Double>
    /// All its values, in the order of the resamplings.
    public let adjustedRands: [Double]
    /// One entry for each cluster, by label.
    public let clusters: [Cluster]

    init(_ rounds: [Round], sizes: [Int]) {
        resamplings = rounds.count
        adjustedRands = rounds.map(\.adjustedRand)
        meanAdjustedRand = rounds.isEmpty ? 0 : Statistics.mean(adjustedRands)
        adjustedRandRange = (adjustedRands.min() ?? 0)...(adjustedRands.max() ?? 0)
        clusters = sizes.indices.map { label in
            let overlaps = rounds.map { $0.overlaps[label] }
            return Cluster(
                label: label,
                recoveries: overlaps.count { $0 >= ClusterStability.recoveryLimit },
                meanOverlap: overlaps.isEmpty ? 0 : Statistics.mean(overlaps))
        }
    }
}
