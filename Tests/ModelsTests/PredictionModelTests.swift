import Analysis
import Foundation
import Models
import Testing

/// Rows with missing values, and what is to be learned of them.
private struct Sample {
    let features: FeatureMatrix
    let lives: [Double]
    let events: [Double]
    let uses: [PredictionTrainer.Use]

    init() throws {
        var random = SeededGenerator(seed: 11)
        let rows = (0..<1_200).map { _ -> [Double] in
            let wear = random.uniform()
            return [
                wear + 0.1 * random.normal(), 1_000 * wear + 20 * random.normal(),
                random.uniform() < 0.2 ? .nan : wear * wear, random.normal(),
            ]
        }
        features = try FeatureMatrix(rows: rows)
        lives = rows.map { max(0, 120 - $0[1] / 10) }
        events = rows.map { $0[1] > 800 ? 1 : 0 }
        uses = rows.indices.map { $0 % 5 == 0 ? .validation : $0 % 5 == 1 ? .test : .training }
    }
}

@Suite("A prediction model")
struct PredictionModelTests {
    private static func trained(
        _ isLife: Bool, _ kind: PredictionModel.Kind
    ) throws -> (PredictionTrainer.Outcome, Sample) {
        let sample = try Sample()
        var trainer: PredictionTrainer = isLife ? .life : .failure
        trainer.trees.rounds = 80
        trainer.kinds = [kind]
        return (
            try trainer.fit(
                sample.features, targets: isLife ? sample.lives : sample.events,
                uses: sample.uses, unit: isLife ? 120 : 1), sample
        )
    }

    @Test(
        "predicts rows it did not see", arguments: [true, false], PredictionModel.Kind.allCases)
    func predictions(isLife: Bool, kind: PredictionModel.Kind) throws {
        let (outcome, sample) = try Self.trained(isLife, kind)
        #expect(outcome.model.core.kind == kind && outcome.second == nil)
        #expect(outcome.model.featureCount == 4)
        #expect(outcome.testRows == sample.uses.indices.filter { sample.uses[$0] == .test })
        let truth = outcome.testRows.map { isLife ? sample.lives[$0] : sample.events[$0] }
        let errors = zip(outcome.testPredictions, truth).map { abs($0 - $1) }
        #expect(
            errors.reduce(0, +) / Double(errors.count) < (isLife ? 6 : kind == .trees ? 0.03 : 0.06)
        )
        #expect((outcome.threshold == nil) == isLife)
    }

    @Test(
        "is written the same bytes from the same seed", arguments: [true, false],
        PredictionModel.Kind.allCases)
    func bytes(isLife: Bool, kind: PredictionModel.Kind) throws {
        let names = ["a", "b", "c", "d"]
        let files = try (0..<2).map { _ in
            try Self.trained(isLife, kind).0.model.onnx(
                named: "test", features: names, metadata: ["task": "failure"])
        }
        #expect(files[0] == files[1])
        let card = try ModelScan.readableCard(of: ModelFile(bytes: files[0]))
        #expect(ModelMetadata(card.metadata).featureNames == names)
        #expect(card.inputs.map(\.name) == ["x"])
    }

    @Test(
        "gives in the runtime what the trainer gives, missing values and all",
        .enabled(if: Surroundings.hasLibrary), arguments: [true, false],
        PredictionModel.Kind.allCases)
    func agreement(isLife: Bool, kind: PredictionModel.Kind) throws {
        let (outcome, sample) = try Self.trained(isLife, kind)
        let file = ModelFile(
            bytes: outcome.model.onnx(
                named: "test", features: ["a", "b", "c", "d"],
                metadata: ["task": isLife ? "rul" : "failure", "missing": "nan"]))
        let found = try Surroundings.client().score(file, features: sample.features)
        let expected = outcome.model.predictions(sample.features)
        #expect(found.values.count == expected.count)
        for (value, wanted) in zip(found.values, expected) {
            #expect(abs((value ?? .nan) - wanted) <= 1e-5 * max(1, abs(wanted)))
        }
    }

    @Test("says which features matter")
    func importance() throws {
        let (outcome, sample) = try Self.trained(false, .trees)
        let shares = outcome.model.importance(sample.features)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
        #expect(shares[1] > 0.5 && shares[3] < 0.1)
    }

    @Test("is of the kind that predicts the validation rows better; the other is evaluated beside")
    func choice() throws {
        let sample = try Sample()
        // What is wanted runs on beyond the rows that are fitted, where trees stand still.
        let lines = sample.lives.map { 3 * $0 }
        let uses = lines.indices.map { row -> PredictionTrainer.Use in
            lines[row] > 250 ? (row % 2 == 0 ? .validation : .test) : .training
        }
        var trainer = PredictionTrainer.life
        trainer.trees.rounds = 80
        trainer.usesIndex = false
        let outcome = try trainer.fit(sample.features, targets: lines, uses: uses, unit: 360)
        #expect(outcome.model.core.kind == .network)
        let second = try #require(outcome.second)
        #expect(second.kind == .trees && second.threshold == nil)
        let truth = outcome.testRows.map { lines[$0] }
        #expect(Self.error(outcome.testPredictions, truth) < Self.error(second.predictions, truth))
        // Questions of trees have shares; a network has none to tell.
        #expect(outcome.model.importance(sample.features) == [0, 0, 0, 0])
        trainer.networkShare = 0
        let trees = try trainer.fit(sample.features, targets: lines, uses: uses, unit: 360)
        #expect(trees.model.core.kind == .trees && trees.second?.kind == .network)
    }

    private static func error(_ found: [Double], _ truth: [Double]) -> Double {
        zip(found, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    @Test("of a network does not run away where it has seen nothing")
    func farAway() throws {
        let (outcome, _) = try Self.trained(true, .network)
        let far = try FeatureMatrix(rows: [[1e9, -1e9, 1e9, 1e9], [.nan, .nan, .nan, .nan]])
        for value in outcome.model.predictions(far) { #expect((0..<1_000).contains(value)) }
    }
}
