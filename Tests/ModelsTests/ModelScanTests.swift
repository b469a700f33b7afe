import Models
import Testing
import Values

/// Protobuf by hand: a key, then content; see the wire format's description.
enum Wire {
    static func varint(_ value: UInt64) -> [UInt8] {
        value < 0x80
            ? [UInt8(value)] : [UInt8(value & 0x7F | 0x80)] + varint(value >> 7)
    }

    static func number(_ field: UInt64, _ value: UInt64) -> [UInt8] {
        varint(field << 3) + varint(value)
    }

    static func message(_ field: UInt64, _ content: [UInt8]) -> [UInt8] {
        varint(field << 3 | 2) + varint(UInt64(content.count)) + content
    }

    static func text(_ field: UInt64, _ text: String) -> [UInt8] {
        message(field, Array(text.utf8))
    }

    /// A graph of one `Identity`, with what is added to it.
    static func graph(_ more: [UInt8] = []) -> [UInt8] {
        message(7, message(1, text(4, "Identity")) + more)
    }

    /// A matrix input of a name.
    static func input(_ name: String) -> [UInt8] {
        let open = message(1, text(2, "N"))
        let eight = message(1, number(1, 8))
        let tensor = number(1, 1) + message(2, open + eight)
        return message(11, text(1, name) + message(2, message(1, tensor)))
    }
}

private func card(_ bytes: [UInt8], limits: ScanLimits = ScanLimits()) throws -> ModelCard {
    try ModelScan.card(of: ModelFile(bytes: bytes), limits: limits)
}

@Suite("A look at a model's bytes")
struct ModelScanTests {
    @Test(
        "refuses what is not given to the runtime, and says why",
        arguments: [
            ([], .noGraph(resembles: .empty)),
            (Wire.number(1, 8), .noGraph(resembles: nil)),
            (Array("a,b\n1,2\n".utf8), .notProtobuf(offset: 1, resembles: .text)),
            ([0x0E], .notProtobuf(offset: 0, resembles: nil)),
            ([0x00, 0x01], .notProtobuf(offset: 0, resembles: nil)),
            ([0x3A, 0x05, 0x00], .notProtobuf(offset: 2, resembles: nil)),
            (
                [0x08] + [UInt8](repeating: 0x80, count: 11),
                .notProtobuf(offset: 11, resembles: nil)
            ),
            (
                Wire.number(1, 14) + Wire.graph(), .formatTooNew(irVersion: 14, limit: 13)
            ),
            (
                Wire.graph() + Wire.message(25, []) + Wire.message(25, []),
                .localFunctions(count: 2)
            ),
            (
                Wire.graph(
                    Wire.message(
                        5, Wire.message(13, Wire.text(1, "location") + Wire.text(2, "w.bin")))),
                .externalData(locations: ["w.bin"])
            ),
            (
                Wire.graph(Wire.message(5, Wire.number(14, 1))), .externalData(locations: [""])
            ),
            (
                Wire.graph(Wire.message(15, Wire.message(1, Wire.number(14, 1)))),
                .externalData(locations: [""])
            ),
            (Wire.graph(Wire.message(1, Wire.text(4, "Loop"))), .controlFlow(operator: "Loop")),
            (
                Wire.graph(
                    Wire.message(
                        1, Wire.text(4, "Own") + Wire.message(5, Wire.message(6, [])))),
                .controlFlow(operator: "Own")
            ),
        ] as [([UInt8], ModelRefusal)])
    func refusals(bytes: [UInt8], refusal: ModelRefusal) {
        #expect(throws: refusal) { try card(bytes) }
    }

    @Test("refuses by size before reading anything")
    func size() {
        var limits = ScanLimits()
        limits.bytes = 3
        #expect(throws: ModelRefusal.tooLarge(bytes: 4, limit: 3)) {
            try card([1, 2, 3, 4], limits: limits)
        }
    }

    @Test("counts nodes up to the limit and no further")
    func nodes() throws {
        var limits = ScanLimits()
        limits.nodes = 2
        let node = Wire.message(1, Wire.text(4, "Abs"))
        #expect(try card(Wire.graph(node), limits: limits).nodeCount == 2)
        #expect(throws: ModelRefusal.tooManyNodes(count: 3, limit: 2)) {
            try card(Wire.graph(node + node), limits: limits)
        }
    }

    @Test("stops at types within types as deep as the runtime's reader does")
    func depth() {
        var type = Wire.message(1, Wire.number(1, 1))
        for _ in 0..<200 { type = Wire.message(4, Wire.message(1, type)) }
        let input = Wire.message(11, Wire.text(1, "x") + Wire.message(2, type))
        #expect(throws: ModelRefusal.nestedTooDeeply(limit: 100)) {
            try card(Wire.graph(input))
        }
    }

    @Test("reads names, types and entries, the last of a key, and skips what it does not know")
    func reading() throws {
        let entry = { Wire.message(14, Wire.text(1, "task") + Wire.text(2, $0)) }
        let bytes =
            Wire.number(1, 8) + Wire.text(2, "tool") + Wire.number(99, 7) + entry("a")
            + Wire.message(8, Wire.number(2, 17)) + Wire.message(8, Wire.number(2, 17))
            + Wire.graph(Wire.input("x")) + entry("b")
        let card = try card(bytes)
        #expect(card.irVersion == 8)
        #expect(card.producer == "tool")
        #expect(card.metadata == ["task": "b"])
        #expect(card.operatorSets == [ModelCard.OperatorSet(domain: "", version: 17)])
        #expect(
            card.inputs == [
                OnnxPort(name: "x", type: .tensor(.float32, dims: [.symbolic("N"), .fixed(8)]))
            ])
    }

    @Test("leaves out inputs that have a default, but not for a tensor inside a node")
    func defaults() throws {
        let tensor = Wire.message(5, Wire.text(8, "w"))
        let inNode = Wire.message(
            1, Wire.text(4, "Constant") + Wire.message(5, Wire.message(5, Wire.text(8, "x"))))
        let bytes = Wire.graph(Wire.input("x") + Wire.input("w") + tensor + inNode)
        #expect(try card(bytes).inputs.map(\.name) == ["x"])
    }

    @Test("repairs text that is not UTF-8")
    func brokenText() throws {
        let bytes = Wire.message(2, [0x61, 0xFF]) + Wire.graph()
        #expect(try card(bytes).producer == "a\u{FFFD}")
    }

    @Test("ends on any prefix and any changed byte of a model, without harm")
    func damage() {
        let whole =
            Wire.number(1, 8) + Wire.graph(Wire.input("x")) + Wire.message(8, Wire.number(2, 17))
        var passed = 0
        for count in 0..<whole.count where (try? card(Array(whole.prefix(count)))) != nil {
            passed += 1
        }
        for index in whole.indices {
            for value: UInt8 in [0x00, 0x01, 0x0A, 0x7F, 0x80, 0xFF] {
                var changed = whole
                changed[index] = value
                if (try? card(changed)) != nil { passed += 1 }
            }
        }
        #expect(passed > 0)
    }
}
