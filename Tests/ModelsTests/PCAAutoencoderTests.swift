import Analysis
import Foundation
import Models
import Testing
import Values

/// What scikit-learn gives for the same rows; see `pca_autoencoder.py`.
private struct Reference: Decodable {
    let rows: [[Double]]
    let components: Int
    let explainedShare: Double
    let scores: [Double]
    let threshold: Double
    let reconstructionOfFirst: [Double]

    static func read() throws -> Reference {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = Surroundings.root.appending(
            path: "Tests/Reference/models/pca_autoencoder.json")
        return try decoder.decode(Reference.self, from: Data(contentsOf: file))
    }
}

private let names = ["a", "b", "c", "d", "e"]

private func isClose(_ found: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(found - expected) <= tolerance * max(1, abs(expected))
}

@Suite("A linear autoencoder")
struct PCAAutoencoderTests {
    @Test("gives scikit-learn's reconstruction, scores and threshold")
    func reference() throws {
        let reference = try Reference.read()
        let matrix = try FeatureMatrix(rows: reference.rows)
        let model = try PCAAutoencoder().fit(matrix, names: names)
        #expect(model.loadings.rowCount == reference.components)
        #expect(isClose(model.explainedShare, reference.explainedShare))
        #expect(isClose(model.threshold, reference.threshold))
        for (row, score) in zip(reference.rows, reference.scores) {
            #expect(isClose(model.score(row), score))
        }
        let first = model.reconstruct(reference.rows[0])
        #expect(zip(first, reference.reconstructionOfFirst).allSatisfy { isClose($0, $1) })
    }

    @Test("leaves out rows with a missing value, and has none for them")
    func missing() throws {
        let reference = try Reference.read()
        let gap: [Double] = [.nan, 1, 1, 1, 1]
        let rows = [gap] + reference.rows + [[.infinity, 1, 1, 1, 1]]
        let model = try PCAAutoencoder().fit(FeatureMatrix(rows: rows), names: names)
        #expect(model.trainingRows == reference.rows.count)
        #expect(isClose(model.threshold, reference.threshold))
        #expect(model.score(gap).isNaN)
    }

    @Test("of a constant column and of an exact relation has a threshold above rounding")
    func constant() throws {
        let rows = (0..<40).map { [Double($0), 2 * Double($0) + 1, 7] }
        let model = try PCAAutoencoder().fit(
            FeatureMatrix(rows: rows), names: ["a", "b", "constant"])
        #expect(model.stds[2] == 1)
        #expect(model.threshold == 1e-6)
        #expect(model.score([3, 7, 7]) < 1e-20)
        #expect(model.score([3, 30, 7]) > model.threshold)
        #expect(model.score([3, 7, 9]) > model.threshold)
    }

    @Test("is not fitted on too little")
    func refusals() throws {
        let one = try FeatureMatrix(rows: [[Double]](repeating: [1], count: 20))
        #expect(throws: ModelError.featureCount(expected: 2, found: 1)) {
            try PCAAutoencoder().fit(one, names: ["a"])
        }
        let few = try FeatureMatrix(rows: [[Double]](repeating: [1, .nan], count: 30))
        #expect(throws: ModelError.tooFewRows(found: 0, needed: 10)) {
            try PCAAutoencoder().fit(few, names: ["a", "b"])
        }
        #expect(throws: ModelError.featureCount(expected: 3, found: 2)) {
            try PCAAutoencoder().fit(few, names: ["a", "b", "c"])
        }
    }

    @Test("writes the same bytes from the same data, and says what it was fitted on")
    func file() throws {
        let matrix = try FeatureMatrix(rows: Reference.read().rows)
        let write = {
            try PCAAutoencoder().fit(matrix, names: names).onnx(
                period: ("2024-01-01", "2024-02-01"))
        }
        let bytes = try write()
        #expect(try bytes == write())
        let card = try ModelScan.card(of: ModelFile(bytes: bytes))
        let metadata = ModelMetadata(card.metadata)
        #expect(metadata.task == "reconstruction")
        #expect(metadata.featureNames == names)
        #expect(metadata.featureStd?.count == 5)
        #expect(card.metadata["training_rows"] == "60")
        #expect(card.metadata["training_to"] == "2024-02-01")
        #expect(ModelPurpose(card) == .reconstruction(output: "reconstruction", score: "score"))
        #expect(
            ModelFit(card, columns: ["e", "d", "c", "b", "a"]) == .fits(columns: [4, 3, 2, 1, 0]))
    }

    @Test(
        "is the same model in the runtime, to 1e-5 of a standard deviation",
        .enabled(if: Surroundings.hasLibrary, "needs the program and an ONNX Runtime"))
    func runtime() throws {
        let reference = try Reference.read()
        let model = try PCAAutoencoder().fit(FeatureMatrix(rows: reference.rows), names: names)
        let tensor = try #require(
            OnnxTensor(
                dims: [60, 5], data: .float32(reference.rows.flatMap { $0.map(Float.init) })))
        let outputs = try Surroundings.client().run(
            ModelFile(bytes: model.onnx()), feeds: [OnnxFeed(name: "x", tensor: tensor)])
        let found = outputs.compactMap { $0.value.tensor?.data.numbers }
        #expect(outputs.map(\.name) == ["reconstruction", "score"])
        for (index, row) in reference.rows.enumerated() {
            for (column, value) in model.reconstruct(row).enumerated() {
                let difference = found[0][index * 5 + column] - value
                // Input and output are rounded to 32 bits.
                let rounding = 2 * abs(value) * 0x1p-24
                #expect(abs(difference) <= 1e-5 * model.stds[column] + rounding)
            }
            #expect(isClose(found[1][index], model.score(row), 1e-5))
        }
    }
}

@Suite(
    "Training a model", .enabled(if: Surroundings.hasLibrary, "needs the program and a runtime"))
struct TrainingTests {
    @Test("leaves a file in the folder that scores the same columns in any order")
    func endToEnd() throws {
        let folder = try TemporaryFolder()
        let manager = ModelManager(folder: folder.path, client: Surroundings.client())
        let reference = try Reference.read()
        let matrix = try FeatureMatrix(rows: reference.rows)
        let model = try PCAAutoencoder().fit(matrix, names: names)
        let trained = try manager.keep(
            model, written: model.onnx(), fittedOn: matrix, named: "pump.onnx")
        #expect(try #require(trained.difference) < 1e-4)
        #expect(manager.list() == [trained.entry])

        let turned = matrix.selectingColumns([4, 2, 0, 1, 3])
        let scores = try manager.score(
            "pump.onnx", features: turned, columnNames: ["e", "c", "a", "b", "d"])
        #expect(scores.errorScale == .model)
        #expect(isClose(try #require(scores.threshold), reference.threshold))
        for (found, expected) in zip(scores.values, reference.scores) {
            #expect(isClose(try #require(found), expected, 1e-5))
        }
        let errors = try #require(scores.featureErrors)
        #expect(isClose(errors.row(0).reduce(0, +) / 5, reference.scores[0], 1e-5))
        // One row in a hundred lies above the threshold, as it was chosen.
        #expect(scores.values.filter { $0 ?? 0 > scores.threshold ?? 0 }.count == 1)
    }

    @Test("refuses a model whose numbers 32 bits do not hold")
    func disagreement() throws {
        let folder = try TemporaryFolder()
        let manager = ModelManager(folder: folder.path, client: Surroundings.client())
        let rows = (0..<50).map { index in
            [1e9 + sin(Double(index)), 1e9 + cos(Double(index) * 2)]
        }
        let matrix = try FeatureMatrix(rows: rows)
        let model = try PCAAutoencoder().fit(matrix, names: ["a", "b"])
        #expect {
            try manager.keep(model, written: model.onnx(), fittedOn: matrix, named: "m.onnx")
        } throws: { error in
            if case .disagreement = error as? ModelError { true } else { false }
        }
        #expect(manager.list().isEmpty)
    }
}

/// A folder that is taken away at the end of its life.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
