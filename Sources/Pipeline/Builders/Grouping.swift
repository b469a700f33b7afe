import Analysis
import Reports
import Values

/// One clustering of prepared features with the evidence for and against it.
///
/// Groups are numbered by descending size.
struct Grouping {
    private(set) var labels: [Int?] = []
    private(set) var sizes: [Int] = []
    private(set) var verdict = ClusterReport.Verdict.none
    private(set) var silhouette: Double?
    private(set) var silhouettes: [Double?] = []
    private(set) var hopkins: Double?
    private(set) var stability: ClusterReport.Stability?
    private(set) var candidates: [ClusterReport.Candidate] = []
    /// What was found in single features; nil where it was not asked for.
    private(set) var inFeatures: FeatureGroupsModel?
    /// For each group its features' columns, its further units and how often it came back.
    private(set) var evidence: [Evidence] = []
    /// How firmly each unit belongs to its group; empty unless HDBSCAN grouped.
    private(set) var memberships: [Double] = []
    /// The numbers of clusters tried; `nil` for density.
    private(set) var count: ClusterCountChoice?
    private(set) var kDistances: [Double] = []
    private(set) var eps: Double?
    private(set) var minSamples: Int?
    /// The number of units that the groups were found in; `nil` where these are all.
    private(set) var unitsTried: Int?

    /// What is known of a group beside its members.
    struct Evidence: Sendable {
        var columns: [Int] = []
        var shared = 0
        var sends: [MetricRef] = []
        var recovery: ClusterReport.Recovery?
        var persistence: Double?
    }

    /// The adjusted Rand index from which on a resampling counts as having reproduced the groups.
    static let agreement = 0.8
    /// Features above which the Hopkins statistic no longer tells clusters from a single cloud.
    static let hopkinsLimit = 8
    /// Units above which groups are found in a random sample of this size, and the other units join
    /// them: more units would not tell more.
    static let partLimit = 10_000
    /// Units above which the exact silhouette is left out, as its cost grows with their square.
    static let silhouetteLimit = partLimit

    /// - Parameters:
    ///   - count: The numbers of clusters tried for the same matrix; computed where it is nil.
    ///   - features: The features before scaling, one column each, which are looked at one by one
    ///     where no number of clusters was asked for.
    ///   - kinds: Kinds of units, which are the groups where nothing else is asked for.
    /// - Throws: `AnalysisError` for values that cannot be used.
    init(
        _ matrix: FeatureMatrix, choice: ClusterChoice, count: ClusterCountChoice?,
        features: [[Double]] = [], kinds: ReadingKinds? = nil, seed: UInt64
    ) throws {
        self.count = count
        let part = Self.part(of: matrix, seed: seed)
        if part.rowCount < matrix.rowCount { unitsTried = part.rowCount }
        if matrix.columnCount <= Self.hopkinsLimit {
            hopkins = try ClusterQuality.hopkins(part, seed: seed)
        }
        switch choice.algorithm {
        case .kmeans:
            if choice.k == nil, let kinds {
                groupByKinds(kinds)
            } else {
                try groupByMeans(matrix, part, k: choice.k, seed: seed)
                if choice.k == nil { try groupByFeatures(features, seed: seed) }
            }
        case .hdbscan: try groupByHierarchy(matrix, part, choice, seed: seed)
        case .dbscan: try groupByDensity(matrix, part, choice, seed: seed)
        }
        guard sizes.count >= 2, verdict != .partial, matrix.rowCount <= Self.silhouetteLimit else {
            return
        }
        let quality = try ClusterQuality.silhouette(matrix, labels: labels)
        silhouettes = quality.values
        silhouette = quality.mean
    }

    /// All units, or a random sample of them in their order.
    private static func part(of matrix: FeatureMatrix, seed: UInt64) -> FeatureMatrix {
        guard matrix.rowCount > partLimit else { return matrix }
        var generator = SeededGenerator(seed: seed)
        return matrix.selectingRows(generator.sample(partLimit, of: matrix.rowCount).sorted())
    }

    private mutating func groupByMeans(
        _ matrix: FeatureMatrix, _ part: FeatureMatrix, k: Int?, seed: UInt64
    ) throws {
        // Many units tell the same with fewer repetitions.
        let isLarge = part.rowCount > 1_000
        let count = try count ?? Self.count(part, isLarge: isLarge, seed: seed)
        self.count = count
        candidates = count.trials.map {
            ClusterReport.Candidate(
                k: $0.k, silhouette: $0.silhouette, inertia: $0.inertia,
                reference: count.references[$0.k])
        }
        var model = count.model
        if let k, k != model?.k {
            let tried = count.trials.first { $0.k == k }?.model
            model = try tried ?? KMeans(k: min(k, part.rowCount), seed: seed).fit(part)
        }
        // Where no groups stand out nobody is shown the best split, unless asked for.
        guard let model else { return }
        let result = try ClusterStability(
            resamplings: isLarge ? 20 : 100, restarts: isLarge ? 1 : 3, seed: seed
        ).fit(part, model: model)
        stability = ClusterReport.Stability(
            returned: result.adjustedRands.count { $0 >= Self.agreement },
            resamplings: result.resamplings, meanARI: result.meanAdjustedRand,
            lowestARI: result.adjustedRandRange.lowerBound)
        let isChosen = k != nil && count.model?.k != k
        let returned = stability?.returned ?? 0
        let isReproducible = result.meanAdjustedRand >= 0.7 && returned * 2 > result.resamplings
        verdict = isReproducible ? .groups : .unstable
        if isChosen, count.model == nil, verdict == .groups { verdict = .unstable }
        guard k != nil || verdict == .groups else { return }
        let order = take(try Self.labels(of: matrix, model))
        evidence = order.map { label in
            let recoveries = result.clusters[label].recoveries
            return Evidence(
                recovery: .init(returned: recoveries, resamplings: result.resamplings))
        }
    }

    /// The model's labels, or the nearest centre for each row where it was fitted to a sample.
    private static func labels(
        of matrix: FeatureMatrix, _ model: KMeansModel
    ) throws -> [Int] {
        model.labels.count == matrix.rowCount ? model.labels : try model.predict(matrix)
    }

    private static func count(
        _ matrix: FeatureMatrix, isLarge: Bool, seed: UInt64
    ) throws -> ClusterCountChoice {
        let least = max(2, matrix.rowCount / 50)
        return try ClusterCount(
            range: 2...min(10, max(2, matrix.rowCount - 1)), restarts: isLarge ? 2 : 5,
            minimumSize: min(3, least), references: isLarge ? 18 : 60,
            sampleSize: isLarge ? 500 : 2_000, seed: seed
        ).fit(matrix)
    }

    private mutating func groupByDensity(
        _ matrix: FeatureMatrix, _ part: FeatureMatrix, _ choice: ClusterChoice, seed: UInt64
    ) throws {
        let samples = min(
            choice.minSamples ?? max(4, min(2 * matrix.columnCount, 10)), part.rowCount)
        let curve = try KDistance(minSamples: max(2, samples), seed: seed).fit(part)
        let stride = max(1, curve.distances.count / 400)
        kDistances = curve.distances.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
        guard let radius = choice.eps ?? curve.eps else { return }
        eps = radius
        minSamples = samples
        let model = try DBSCAN(eps: radius, minSamples: samples).fit(part)
        take(
            try unitsTried == nil ? model.labels : model.labels(of: matrix, near: part, eps: radius)
        )
        verdict = model.clusterCount >= 2 ? .groups : .none
    }

    /// Groups that stand apart in single features, where all together show none.
    private mutating func groupByFeatures(_ features: [[Double]], seed: UInt64) throws {
        guard !features.isEmpty else { return }
        let found = try FeatureGroups(seed: seed).fit(features)
        inFeatures = found
        guard verdict != .groups, !found.groups.isEmpty else { return }
        verdict = .partial
        let order = take(found.labels(count: features[0].count))
        evidence = order.map { index in
            let group = found.groups[index]
            return Evidence(
                columns: group.columns, shared: group.shared,
                recovery: .init(returned: group.recoveries, resamplings: found.resamplings))
        }
    }

    /// Units that send different readings need no values to be told apart.
    private mutating func groupByKinds(_ kinds: ReadingKinds) {
        verdict = .partial
        let order = take(kinds.labels)
        evidence = order.map { Evidence(sends: kinds.sends[$0]) }
    }

    /// Units above which HDBSCAN groups a random sample of this size, which the others join.
    static let hierarchyLimit = 4_000

    private mutating func groupByHierarchy(
        _ matrix: FeatureMatrix, _ whole: FeatureMatrix, _ choice: ClusterChoice, seed: UInt64
    ) throws {
        var part = whole
        if whole.rowCount > Self.hierarchyLimit {
            var generator = SeededGenerator(seed: seed)
            part = whole.selectingRows(
                generator.sample(Self.hierarchyLimit, of: whole.rowCount).sorted())
            unitsTried = part.rowCount
        }
        let least = choice.minSamples ?? min(max(part.rowCount / 20, 3), 25)
        minSamples = max(2, least)
        let model = try HDBSCAN(minClusterSize: max(2, least)).fit(part)
        let labels = try unitsTried == nil ? model.labels : model.labels(of: matrix, near: part)
        if unitsTried == nil { memberships = model.probabilities }
        let order = take(labels)
        evidence = order.map { Evidence(persistence: model.stabilities[$0]) }
        verdict = model.clusterCount >= 2 ? .groups : .none
    }

    /// Numbers the groups by descending size, equal ones by their first member.
    ///
    /// - Returns: The label that each group had.
    @discardableResult
    private mutating func take(_ found: [Int?]) -> [Int] {
        var counts: [Int: Int] = [:]
        var first: [Int: Int] = [:]
        for (row, label) in found.enumerated() {
            guard let label else { continue }
            counts[label, default: 0] += 1
            if first[label] == nil { first[label] = row }
        }
        let order = counts.keys.sorted {
            (counts[$1] ?? 0, first[$0] ?? 0) < (counts[$0] ?? 0, first[$1] ?? 0)
        }
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        labels = found.map { $0.flatMap { places[$0] } }
        sizes = order.map { counts[$0] ?? 0 }
        return order
    }

    private mutating func take(_ found: [Int]) -> [Int] { take(found.map { Optional($0) }) }
}
