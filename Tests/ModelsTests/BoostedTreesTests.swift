import Analysis
import Models
import Testing
import Values

@Suite("Boosted trees")
struct BoostedTreesTests {
    /// Rows of three columns: a step, a wave and noise.
    private static func rows(_ count: Int) -> FeatureMatrix? {
        var random = SeededGenerator(seed: 3)
        return try? FeatureMatrix(
            rows: (0..<count).map { _ in
                [random.uniform(), random.uniform(from: -3, to: 3), random.uniform()]
            })
    }

    private static func target(_ row: some Collection<Double>) -> Double {
        let values = Array(row)
        return (values[0] > 0.4 ? 2 : 0) + values[1] * values[1] / 9
    }

    private static func settings(_ loss: BoostedTrees.Loss) -> BoostedTrees {
        var trees = BoostedTrees(loss)
        trees.rounds = 60
        trees.columnShare = 1
        trees.learningRate = 0.1
        trees.members = 2
        return trees
    }

    @Test("learn a step and a curve")
    func regression() throws {
        let features = try #require(Self.rows(2_000))
        let targets = (0..<2_000).map { Self.target(features.row($0)) }
        let model = try Self.settings(.squared).fit(features, targets: targets)
        let errors = zip(model.scores(features), targets).map { abs($0 - $1) }
        #expect(errors.reduce(0, +) / 2_000 < 0.05)
    }

    @Test("tell rows apart, also by a value that is missing")
    func classification() throws {
        var random = SeededGenerator(seed: 5)
        let rows = (0..<1_000).map { _ -> [Double] in
            [random.uniform() < 0.5 ? .nan : random.uniform(), random.uniform()]
        }
        let targets = rows.map { $0[0].isNaN ? 1.0 : 0 }
        let model = try Self.settings(.logistic).fit(
            FeatureMatrix(rows: rows), targets: targets)
        let found = try model.scores(FeatureMatrix(rows: rows)).map { $0 > 0 ? 1.0 : 0 }
        #expect(found == targets)
    }

    @Test("are the same bit for bit from the same seed, and others from another")
    func seeds() throws {
        let features = try #require(Self.rows(500))
        let targets = (0..<500).map { Self.target(features.row($0)) }
        var settings = Self.settings(.squared)
        settings.columnShare = 0.5
        settings.rowShare = 0.5
        let first = try settings.fit(features, targets: targets)
        #expect(try settings.fit(features, targets: targets) == first)
        settings.seed = 2
        #expect(try settings.fit(features, targets: targets) != first)
    }

    @Test("of a constant column, or of columns without a value, give the mean")
    func constant() throws {
        let rows = (0..<40).map { _ in [7.0, .nan] }
        let targets = (0..<40).map { Double($0 % 2) }
        let model = try Self.settings(.squared).fit(FeatureMatrix(rows: rows), targets: targets)
        #expect(try model.scores(FeatureMatrix(rows: rows)).allSatisfy { abs($0 - 0.5) < 1e-9 })
    }

    @Test("are not fitted on too little, or on targets that are no numbers")
    func refusals() throws {
        let few = try FeatureMatrix(rows: [[1], [2]])
        #expect(throws: ModelError.tooFewRows(found: 2, needed: 20)) {
            try BoostedTrees(.squared).fit(few, targets: [1, 2])
        }
        let rows = try FeatureMatrix(rows: (0..<30).map { [Double($0)] })
        #expect(throws: ModelError.notFinite(row: 3, column: 1)) {
            try BoostedTrees(.squared).fit(
                rows, targets: (0..<30).map { $0 == 3 ? .nan : 1 })
        }
    }

    @Test("stop where who watches says so")
    func cancelled() throws {
        let features = try #require(Self.rows(200))
        #expect(throws: ModelError.cancelled) {
            try Self.settings(.squared).fit(
                features, targets: (0..<200).map { Double($0) }
            ) { share throws(ModelError) in
                if share > 0.2 { throw .cancelled }
            }
        }
    }
}

@Suite("Baselines and judging")
struct PredictionPartsTests {
    @Test("Ridge regression finds a line, and a missing value counts as the mean")
    func ridge() throws {
        let rows = (0..<50).map { [Double($0), Double($0 * $0 % 7)] }
        let model = try LinearModel.ridge(
            FeatureMatrix(rows: rows), targets: rows.map { 3 * $0[0] - 2 * $0[1] + 1 },
            penalty: 1e-9)
        #expect(abs(model.score([10, 3]) - 25) < 1e-6)
        #expect(abs(model.score([.nan, 3]) - model.score([24.5, 3])) < 1e-9)
    }

    @Test("Logistic regression gives the odds of two groups")
    func logistic() throws {
        let rows = (0..<400).map { [Double($0 % 2)] }
        let targets = (0..<400).map {
            $0 % 2 == 0 ? ($0 % 10 == 0 ? 1.0 : 0) : 1.0 - ($0 % 4 == 1 ? 1 : 0)
        }
        let model = try LinearModel.logistic(
            FeatureMatrix(rows: rows), targets: targets, penalty: 1e-6)
        #expect(abs(model.score([0]) - -1.3862943611) < 1e-4)
        #expect(abs(model.score([1])) < 1e-4)
    }

    @Test("Average precision is scikit-learn's")
    func averagePrecision() {
        let curve = PrecisionRecallCurve(
            scores: [0.1, 0.4, 0.35, 0.8, 0.8], targets: [false, false, true, true, false])
        // average_precision_score([0, 0, 1, 1, 0], [0.1, 0.4, 0.35, 0.8, 0.8])
        #expect(abs(curve.averagePrecision - 0.5) < 1e-12)
        #expect(
            PrecisionRecallCurve(scores: [1, 2], targets: [false, false]).bestThreshold == nil)
        let best = PrecisionRecallCurve(scores: [1, 2, 3, 4], targets: [false, false, true, true])
        #expect(best.bestThreshold == 2.5)
    }

    @Test("Calibration takes back what was too sure")
    func calibration() {
        var random = SeededGenerator(seed: 9)
        let truth = (0..<4_000).map { _ in random.normal() }
        let targets = truth.map { random.uniform() < 1 / (1 + exponential(-$0)) ? 1.0 : 0 }
        let found = ProbabilityCalibration(scores: truth.map { 3 * $0 + 1 }, targets: targets)
        #expect(abs(found.slope - 1 / 3) < 0.03)
        #expect(abs(found.offset + 1 / 3) < 0.08)
        let few = ProbabilityCalibration(scores: [1, 2], targets: [0, 1])
        #expect(few == ProbabilityCalibration())
    }

    private func exponential(_ value: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for n in 1..<60 {
            term *= value / Double(n)
            sum += term
        }
        return sum
    }
}
