import Analysis
import Foundation
import Models
import Testing

/// The format's own checker, where a Python has it.
private enum Checker {
    static let script = Surroundings.root.appending(path: "Tests/Reference/models/check_model.py")

    static func run(_ arguments: [String]) -> (output: String, status: Int32)? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }

    static let isThere = run(["-c", "import onnx"])?.status == 0
}

@Suite(
    "Every kind of written file", .enabled(if: Checker.isThere, "needs a python3 with onnx"))
struct WrittenFileTests {
    private static let names = ["a", "b", "c", "d"]

    private static func rows() throws -> FeatureMatrix {
        var random = SeededGenerator(seed: 2)
        return try FeatureMatrix(
            rows: (0..<2_000).map { _ in
                let x = random.uniform()
                return [x, x * x, abs(x - 0.5), 50 + x * x * x].map { $0 + 0.01 * random.normal() }
            })
    }

    private static func file(_ kind: String) throws -> [UInt8] {
        let rows = try rows()
        switch kind {
        case "components": return try PCAAutoencoder().fit(rows, names: names).onnx()
        case "network":
            let model = try AutoencoderTraining().fit(rows, names: names).model
            try #require(model is NetworkAutoencoderModel)
            return model.onnx()
        default:
            let isLife = kind.hasSuffix("life")
            var trainer: PredictionTrainer = isLife ? .life : .failure
            trainer.trees.rounds = 20
            trainer.kinds = [kind.hasPrefix("network") ? .network : .trees]
            let first = rows.column(0)
            let uses: [PredictionTrainer.Use] = first.indices.map {
                $0 % 5 == 0 ? .validation : $0 % 5 == 1 ? .test : .training
            }
            return try trainer.fit(
                rows, targets: first.map { isLife ? 100 * $0 : $0 > 0.8 ? 1 : 0 },
                uses: uses
            ).model.onnx(named: kind, features: names, metadata: [:])
        }
    }

    @Test(
        "passes the format's own checker",
        arguments: [
            "components", "network", "failure", "life", "network failure", "network life",
        ])
    func passes(kind: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/model.onnx"
        try Data(Self.file(kind)).write(to: URL(filePath: path))
        let result = try #require(Checker.run([Checker.script.path, path]))
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("a damaged one does not")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/model.onnx"
        let bytes = try Self.file("components")
        // A node is renamed to an operator that does not exist.
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.contains("ReduceSum"))
        let broken = bytes.replacing(Array("ReduceSum".utf8), with: Array("RedoceSum".utf8))
        try Data(broken).write(to: URL(filePath: path))
        #expect(Checker.run([Checker.script.path, path])?.status == 1)
    }
}
