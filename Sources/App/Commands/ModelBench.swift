import Analysis
import Models

/// Times an autoencoder with layers of 16-32-8-32-16 in its own process: rows over, one score each
/// back.
struct ModelBench {
    let rows: Int
    let options: InferenceConfiguration

    private static let widths = [16, 32, 8, 32, 16]
    private static let tile = 4_096

    func run() throws {
        var random = SeededGenerator(seed: 1)
        let model = ModelFile(bytes: OnnxWriter(Self.graph(&random)).bytes())
        let width = Self.widths[0]
        let values = (0..<rows * width).map { _ in Float(random.normal()) }
        let client = InferenceClient(options)
        _ = try client.load(model)
        var scores: [Float] = []
        // The first pass warms up and is not reported.
        for pass in 0..<6 {
            scores.removeAll(keepingCapacity: true)
            let measured = try Measured.time { try score(values, model, client, &scores) }
            guard pass > 0 else { continue }
            measured.report(
                "model",
                [
                    ("rows", Double(rows)), ("tile", Double(Self.tile)),
                    ("rows_per_s", Double(scores.count) / measured.seconds),
                    ("mean_score", Double(scores.reduce(0, +)) / Double(max(scores.count, 1))),
                ])
        }
    }

    private func score(
        _ values: [Float], _ model: ModelFile, _ client: InferenceClient, _ scores: inout [Float]
    ) throws {
        let found = try client.run(
            model, rows: values, width: Self.widths[0], input: "x", outputs: ["score"])
        scores = try found?.first ?? inTiles(values, model, client)
    }

    /// Scores through pipes, where the system cannot share memory.
    private func inTiles(
        _ values: [Float], _ model: ModelFile, _ client: InferenceClient
    ) throws -> [Float] {
        let width = Self.widths[0]
        var scores: [Float] = []
        for start in stride(from: 0, to: rows, by: Self.tile) {
            let end = min(start + Self.tile, rows)
            let part = Array(values[start * width..<end * width])
            guard let tensor = OnnxTensor(dims: [end - start, width], data: .float32(part)) else {
                continue
            }
            let found = try client.run(
                model, feeds: [OnnxFeed(name: "x", tensor: tensor)], outputs: ["score"])
            guard case .float32(let more) = found.first?.value.tensor?.data else { continue }
            scores += more
        }
        return scores
    }

    /// Random weights, since the time does not depend on them.
    private static func graph(_ random: inout SeededGenerator) -> OnnxGraph {
        var nodes: [OnnxNode] = []
        var constants = [OnnxGraph.Initializer("axes", OnnxTensor(.int64([1])))]
        for layer in 1..<widths.count {
            let (from, to) = (widths[layer - 1], widths[layer])
            let weights = (0..<from * to).map { _ in Float(0.3 * random.normal()) }
            let data = OnnxTensorData.float32(weights)
            constants.append(
                OnnxGraph.Initializer(
                    "w\(layer)", OnnxTensor(dims: [from, to], data: data) ?? OnnxTensor(data)))
            constants.append(
                OnnxGraph.Initializer(
                    "b\(layer)", OnnxTensor(.float32([Float](repeating: 0, count: to)))))
            let input = layer == 1 ? "x" : "h\(layer - 1)"
            let isLast = layer + 1 == widths.count
            nodes.append(
                OnnxNode("Gemm", [input, "w\(layer)", "b\(layer)"], to: ["g\(layer)"]))
            if !isLast { nodes.append(OnnxNode("Relu", ["g\(layer)"], to: ["h\(layer)"])) }
        }
        let last = "g\(widths.count - 1)"
        nodes += [
            OnnxNode("Sub", ["x", last], to: ["difference"]),
            OnnxNode("Mul", ["difference", "difference"], to: ["squares"]),
            OnnxNode(
                "ReduceSum", ["squares", "axes"], to: ["score"], attributes: ["keepdims": .int(0)]),
        ]
        let rows = OnnxDimension.symbolic("N")
        return OnnxGraph(
            name: "autoencoder", nodes: nodes, initializers: constants,
            inputs: [
                OnnxPort(name: "x", type: .tensor(.float32, dims: [rows, .fixed(widths[0])]))
            ], outputs: [OnnxPort(name: "score", type: .tensor(.float32, dims: [rows]))])
    }
}
