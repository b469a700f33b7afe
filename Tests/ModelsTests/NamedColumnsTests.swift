import Foundation
import Models
import Testing
import Values

@Suite("Columns that a user names for a model")
struct NamedColumnsTests {
    private let folder: TemporaryFolder
    private let manager: ModelManager

    init() throws {
        folder = try TemporaryFolder()
        manager = ModelManager(
            folder: folder.path,
            client: InferenceClient(InferenceConfiguration(executable: "/nowhere")))
        let type = OnnxType.tensor(.float32, dims: [.symbolic("N"), .fixed(2)])
        let graph = OnnxGraph(
            name: "g", nodes: [OnnxNode("Neg", ["x"], to: ["y"])], initializers: [],
            inputs: [OnnxPort(name: "x", type: type)], outputs: [OnnxPort(name: "y", type: type)])
        try manager.store(OnnxWriter(graph).bytes(), named: "m.onnx")
    }

    private func fit(_ columns: [String]) throws -> ModelFit {
        let card = try #require(manager.entry(named: "m.onnx").card)
        return manager.fit(card, named: "m.onnx", columns: columns)
    }

    @Test("are asked for, kept beside the model, and then matched by name")
    func kept() throws {
        #expect(try fit(["volt", "rpm", "heat"]) == .needsMapping(featureCount: 2))
        try manager.keepColumns(["heat", "volt"], of: "m.onnx")
        #expect(manager.columns(of: "m.onnx") == ["heat", "volt"])
        #expect(try fit(["volt", "rpm", "heat"]) == .fits(columns: [2, 0]))
        #expect(manager.list().map(\.name) == ["m.onnx"])
    }

    @Test("that are not in other data are named")
    func missing() throws {
        try manager.keepColumns(["heat", "volt"], of: "m.onnx")
        #expect(try fit(["volt", "rpm"]) == .missingColumns(["heat"]))
    }

    @Test("of another number are refused, and what was kept stays")
    func number() throws {
        try manager.keepColumns(["heat", "volt"], of: "m.onnx")
        #expect(throws: ModelError.featureCount(expected: 2, found: 3)) {
            try manager.keepColumns(["a", "b", "c"], of: "m.onnx")
        }
        #expect(manager.columns(of: "m.onnx") == ["heat", "volt"])
    }

    @Test("go with the model, or when none are named")
    func gone() throws {
        try manager.keepColumns(["heat", "volt"], of: "m.onnx")
        try manager.keepColumns([], of: "m.onnx")
        #expect(manager.columns(of: "m.onnx") == nil)
        try manager.keepColumns(["heat", "volt"], of: "m.onnx")
        try manager.remove(named: "m.onnx")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("lead nowhere else", arguments: ["../m.onnx", "m", ".onnx"])
    func names(name: String) {
        #expect(manager.columns(of: name) == nil)
        #expect(throws: ModelError.self) { try manager.keepColumns(["a", "b"], of: name) }
    }
}
