import Models
import Testing

@Suite("A written model")
struct OnnxWriterTests {
    private let graph = OnnxGraph(
        name: "g", nodes: [OnnxNode("Neg", ["x"], to: ["y"])], initializers: [],
        inputs: [OnnxPort(name: "x", type: .tensor(.float32, dims: [.symbolic("N"), .unknown]))],
        outputs: [OnnxPort(name: "y", type: .tensor(.float32, dims: nil))])

    @Test("has the fields of the format in the order of their numbers")
    func bytes() {
        var writer = OnnxWriter(graph)
        writer.producer = "p"
        writer.metadata = ["b": "2", "a": "1"]
        let node = Wire.text(1, "x") + Wire.text(2, "y") + Wire.text(4, "Neg")
        let shape = Wire.message(1, Wire.text(2, "N")) + Wire.message(1, [])
        let input = Wire.number(1, 1) + Wire.message(2, shape)
        let ports =
            Wire.message(11, Wire.text(1, "x") + Wire.message(2, Wire.message(1, input)))
            + Wire.message(
                12, Wire.text(1, "y") + Wire.message(2, Wire.message(1, Wire.number(1, 1))))
        let expected =
            Wire.number(1, 8) + Wire.text(2, "p") + Wire.number(5, 1)
            + Wire.message(7, Wire.message(1, node) + Wire.text(2, "g") + ports)
            + Wire.message(8, Wire.number(2, 17))
            + Wire.message(14, Wire.text(1, "a") + Wire.text(2, "1"))
            + Wire.message(14, Wire.text(1, "b") + Wire.text(2, "2"))
        #expect(writer.bytes() == expected)
    }

    @Test("is read by the scan as it was written")
    func scan() throws {
        var writer = OnnxWriter(graph)
        writer.summary = "<b>&"
        writer.modelVersion = -1
        let card = try ModelScan.card(of: ModelFile(bytes: writer.bytes()))
        #expect(card.inputs == graph.inputs)
        #expect(card.outputs == graph.outputs)
        #expect(card.summary == "<b>&")
        #expect(card.modelVersion == -1)
        #expect(card.operatorSets == [ModelCard.OperatorSet(domain: "", version: 17)])
    }

    @Test(
        "computes in the runtime what its nodes, settings and constants say",
        .enabled(if: Surroundings.hasLibrary, "needs the program and an ONNX Runtime"))
    func runtime() throws {
        let weights = try #require(OnnxTensor(dims: [2, 2], data: .float32([1, 2, 3, 4])))
        let graph = OnnxGraph(
            name: "g",
            nodes: [
                OnnxNode(
                    "Gemm", ["x", "w", "b"], to: ["y"],
                    attributes: ["transB": .int(1), "alpha": .float(0.5), "beta": .float(-2)]),
                OnnxNode("Transpose", ["w64"], to: ["t"], attributes: ["perm": .ints([1, 0])]),
                OnnxNode("Identity", ["text"], to: ["s"]),
                OnnxNode("Not", ["flag"], to: ["n"]),
                OnnxNode("Add", ["i", "i"], to: ["k"]),
            ],
            initializers: [
                .init("w", weights), .init("b", OnnxTensor(.float32([10, 20]))),
                .init("w64", try #require(OnnxTensor(dims: [1, 2], data: .float64([0.1, -3])))),
                .init("text", OnnxTensor(.string(["ä", ""]))),
                .init("flag", OnnxTensor(.bool([true, false]))),
                .init("i", OnnxTensor(.int32([-7, .max / 2]))),
            ],
            inputs: [OnnxPort(name: "x", type: .tensor(.float32, dims: [.unknown, .fixed(2)]))],
            outputs: [
                OnnxPort(name: "y", type: .tensor(.float32, dims: [.unknown, .fixed(2)])),
                OnnxPort(name: "t", type: .tensor(.float64, dims: nil)),
                OnnxPort(name: "s", type: .tensor(.string, dims: nil)),
                OnnxPort(name: "n", type: .tensor(.bool, dims: nil)),
                OnnxPort(name: "k", type: .tensor(.int32, dims: nil)),
            ])
        let x = try #require(OnnxTensor(dims: [1, 2], data: .float32([1, 1])))
        let outputs = try Surroundings.client().run(
            ModelFile(bytes: OnnxWriter(graph).bytes()), feeds: [OnnxFeed(name: "x", tensor: x)])
        let expected: [OnnxTensorData] = [
            .float32([-18.5, -36.5]), .float64([0.1, -3]), .string(["ä", ""]),
            .bool([false, true]), .int32([-14, .max - 1]),
        ]
        let found = outputs.compactMap(\.value.tensor?.data)
        #expect(found == expected)
        #expect(outputs[1].value.tensor?.dims == [2, 1])
    }
}
