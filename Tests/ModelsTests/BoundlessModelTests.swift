import Analysis
import Testing
import Values

@testable import Models

/// A model's file may say any size; the program that reads it computes with it.
@Suite("Sizes that a model's file claims")
struct BoundlessModelTests {
    @Test("A window longer than any data is refused", arguments: [1 << 40, Int.max])
    func window(length: Int) throws {
        let card = card(
            [port("x", 0, 0, 2)], outputs: [port("score", 0)],
            metadata: ["window": "\(length)", "task": "anomaly"])
        let scorer = ModelScorer(
            card: card, model: ModelFile(bytes: []),
            client: InferenceClient(InferenceConfiguration(executable: "")),
            options: ScoringOptions())
        let rows = try FeatureMatrix(rows: [[1, 2], [3, 4]])
        #expect(throws: ModelError.unsupported(.inputTooLarge(name: "x"))) {
            try scorer.scores(of: rows)
        }
    }

    @Test("Outputs of more numbers for a row than are ever fed are not asked for in shared memory")
    func outputs() {
        let session = SessionDescription(
            inputs: [], outputs: [port("a", 0, 3), port("b", 0, .max), port("c", 0, .max)],
            metadata: [:], producer: "", graphName: "", domain: "", summary: "", version: 0)
        #expect(session.rowOutputs(["a"]) == [RowBlock.Output(name: "a", width: 3)])
        #expect(session.rowOutputs(["b", "c"]) == nil)
    }
}
