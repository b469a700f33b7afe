#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much tighter k clusters are than in data without clusters, for each k from 1 on.
///
/// (Tibshirani, Walther and Hastie 2001, with references even along the principal components.)
public struct GapStatistic: Sendable, Hashable {
    /// The largest number of clusters tried.
    public let maximumK: Int
    /// How many data sets without clusters are compared.
    public let references: Int
    /// The starts of each k-means.
    public let restarts: Int
    /// What decides starts and references.
    public let seed: UInt64

    /// An estimator for 1 ... maximumK clusters.
    public init(maximumK: Int = 10, references: Int = 20, restarts: Int = 3, seed: UInt64 = 0) {
        self.maximumK = maximumK
        self.references = references
        self.restarts = restarts
        self.seed = seed
    }

    /// Computes the curve; it ends before the first k that leaves no inertia.
    ///
    /// - Throws: `AnalysisError.parameter` for settings below 1, `.tooFew` for fewer than two rows,
    ///   `.notFinite` for a missing value, and what `PrincipalComponents` throws.
    /// - Complexity: (references + 1) × maximumK times that of `KMeans`.
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> GapCurve {
        try require("maximumK", maximumK, in: 1...1000)
        try require("references", references, in: 1...100_000)
        try require("restarts", restarts, in: 1...10_000)
        try matrix.requireRows(2)
        let cloud = try ReferenceCloud(matrix)
        let observed = logInertias(of: matrix)
        let expected = Concurrent.map(references) { reference in
            var generator = SeededGenerator(seed: seed, stream: reference)
            return logInertias(of: cloud.drawn(.even, &generator))
        }
        let points = observed.indices.map { index in
            let values = expected.compactMap { index < $0.count ? $0[index] : nil }
            let spread = Statistics.standardDeviation(values, degreesOfFreedom: 0)
            return GapCurve.Point(
                k: index + 1, gap: Statistics.mean(values) - observed[index],
                standardError: spread * (1 + 1 / Double(references)).squareRoot())
        }
        return GapCurve(points: points)
    }

    /// The logarithm of the inertia for 1, 2 ... clusters.
    private func logInertias(of matrix: FeatureMatrix) -> [Double] {
        var logs: [Double] = []
        var whole = 0.0
        for k in 1...min(maximumK, matrix.rowCount) {
            let model = try? KMeans(k: k, seed: seed, restarts: restarts).fit(matrix)
            guard let inertia = model?.inertia, inertia.isFinite else { break }
            whole = max(whole, inertia)
            // What rounding alone leaves is no inertia.
            guard inertia > whole * 1e-20 else { break }
            logs.append(log(inertia))
        }
        return logs
    }
}

/// Gaps by number of clusters.
public struct GapCurve: Sendable, Hashable {
    /// One number of clusters.
    public struct Point: Sendable, Hashable {
        /// The number of clusters.
        public let k: Int
        /// How much smaller the logarithm of the inertia is than expected without clusters.
        public let gap: Double
        /// The standard error of the expectation.
        public let standardError: Double
    }

    /// From k = 1 on; empty when all rows are equal.
    public let points: [Point]

    /// The least k whose gap is at least the next one's minus its standard error; 1 means no
    /// clusters. nil when no k is such.
    public var chosenK: Int? {
        zip(points, points.dropFirst()).first { $0.gap >= $1.gap - $1.standardError }?.0.k
    }
}
