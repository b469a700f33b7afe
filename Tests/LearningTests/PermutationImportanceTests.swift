import Analysis
import Models
import Reports
import Testing
@testable import Learning

@Suite("What a model leans on")
struct PermutationImportanceTests {
    @Test("is the source that its targets follow, not another, the same at each call")
    func sources() throws {
        var random = SeededGenerator(seed: 4)
        let rows = (0..<900).map { _ in
            let wear = random.uniform()
            return [wear, wear + 0.01 * random.normal(), random.normal()]
        }
        let features = try FeatureMatrix(rows: rows)
        let targets = rows.map { $0[0] > 0.8 ? 1.0 : 0 }
        var trainer = PredictionTrainer.failure
        trainer.trees.rounds = 30
        let outcome = try trainer.fit(
            features, targets: targets,
            uses: rows.indices.map { $0 % 5 == 0 ? .validation : $0 % 5 == 1 ? .test : .training })
        let truth = outcome.testRows.map { targets[$0] > 0.5 }
        let importance = PermutationImportance(
            model: outcome.firstFit, features: features.selectingRows(outcome.testRows)
        ) { PrecisionRecallCurve(scores: $0, targets: truth).averagePrecision }
        let losses = importance.losses(of: [[0, 1], [2]], seed: 1)
        #expect(losses[0] > 0.5)
        #expect(abs(losses[1]) < 0.05)
        #expect(importance.losses(of: [[0, 1], [2]], seed: 1) == losses)
        // The plain baseline is evaluated on the same rows.
        #expect(outcome.baseline.predictions.count == truth.count)
        let plain = PrecisionRecallCurve(scores: outcome.baseline.predictions, targets: truth)
        #expect(plain.averagePrecision > 0.9)
    }

    @Test("names a source for each feature")
    func names() throws {
        let recipe = try #require(PredictionRecipe.sample)
        let features = PredictionFeatures(recipe: recipe)
        #expect(features.sources.count == features.names.count)
        for (name, source) in zip(features.names, features.sources) {
            #expect(source.kind == .age ? name == "elapsed" : name.contains(source.name))
        }
    }
}

extension PredictionRecipe {
    fileprivate static var sample: PredictionRecipe? {
        let json = """
            {"task":"rul","horizon":1,"step":1,"windows":[5,15],"metrics":["volt","rotate"],\
            "codes":[{"kind":"error","name":"error1"},{"kind":"repair","name":"comp2"}],\
            "attributes":[{"name":"model","words":["m1","m2"]},{"name":"age"}],"isCalendar":false}
            """
        return PredictionRecipe(metadata: ["recipe": json])
    }
}
