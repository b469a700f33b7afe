import Models
import Testing
import Values

@Suite(
    "The scan of models that users bring",
    .enabled(if: Surroundings.hasShared, "needs ../shared"))
struct SharedModelScanTests {
    @Test("reads a model's own words as they are listed", arguments: Manifest.entries("models"))
    func good(entry: Manifest.Entry) throws {
        let card = try ModelScan.card(of: Surroundings.model("models/" + entry.file))
        #expect(card.sha256 == entry.sha256)
        #expect(card.byteCount == entry.bytes)
        #expect(card.irVersion == entry.irVersion)
        #expect(card.producer == entry.producer)
        #expect(card.metadata == entry.metadata)
        #expect(!card.inputs.isEmpty && !card.outputs.isEmpty && card.nodeCount > 0)
    }

    @Test(
        "refuses broken files for the reason that is theirs",
        arguments: [
            ("empty", .noGraph(resembles: .empty)),
            ("no_graph", .noGraph(resembles: nil)),
            ("text", .notProtobuf(offset: 0, resembles: .text)),
            ("png_header", .notProtobuf(offset: 10, resembles: .png)),
            ("zip_header", .notProtobuf(offset: 2, resembles: .zip)),
            ("pickle", .notProtobuf(offset: 4, resembles: .pickle)),
            ("truncated_last_byte", .notProtobuf(offset: 2499, resembles: nil)),
            ("ir_too_new", .formatTooNew(irVersion: 99, limit: 13)),
            ("external_missing", .externalData(locations: ["weights.bin"])),
            ("external_absolute", .externalData(locations: ["/etc/passwd"])),
            ("endless_loop", .controlFlow(operator: "Loop")),
            ("function_self_call", .localFunctions(count: 1)),
            ("function_doubling", .localFunctions(count: 25)),
            ("deep_nesting_200", .nestedTooDeeply(limit: 100)),
            ("deep_type_2000", .nestedTooDeeply(limit: 100)),
        ] as [(String, ModelRefusal)])
    func bad(name: String, refusal: ModelRefusal) throws {
        let model = try Surroundings.model("bad/\(name).onnx")
        #expect(throws: refusal) { try ModelScan.card(of: model) }
    }

    @Test(
        "lets pass what is valid, however odd",
        arguments: Manifest.entries("bad").filter { $0.must == "accept (valid)" })
    func odd(entry: Manifest.Entry) throws {
        let card = try ModelScan.card(of: Surroundings.model("bad/" + entry.file))
        #expect(card.nodeCount > 0)
    }
}
