extension ReconstructionModel {
    /// The model as an ordinary `.onnx` file: input `x` [N, features], outputs `reconstruction`
    /// [N, features] and `score` [N]. Its metadata says what it was fitted on.
    ///
    /// - Parameters:
    ///   - period: The first and last time of the training rows, as text for readers.
    ///   - summary: A description for whoever opens the file elsewhere.
    ///   - metadata: Further entries, which win over those of the model.
    public func onnx(
        period: (from: String, to: String)? = nil, summary: String = "",
        metadata: [String: String] = [:]
    ) -> [UInt8] {
        var writer = OnnxWriter(graph)
        writer.summary = summary
        writer.metadata = [
            "task": "reconstruction",
            "feature_names": ModelMetadata.json(scaling.names),
            "feature_std": ModelMetadata.json(scaling.stds),
            "feature_min": ModelMetadata.json(scaling.minima),
            "feature_max": ModelMetadata.json(scaling.maxima),
            "threshold": String(threshold),
            "training_rows": String(scaling.rows),
        ]
        writer.metadata.merge(facts) { $1 }
        writer.metadata.merge(metadata) { $1 }
        if let period {
            writer.metadata["training_from"] = period.from
            writer.metadata["training_to"] = period.to
        }
        return writer.bytes()
    }

    /// Scaling is done in 64 bits: of a level far above its spread, 32 would leave too few digits.
    private var graph: OnnxGraph {
        let width = scaling.names.count
        let rows = OnnxDimension.symbolic("N")
        let table = OnnxType.tensor(.float32, dims: [rows, .fixed(width)])
        var graph = OnnxGraph(
            name: graphName,
            nodes: [
                OnnxNode("Cast", ["x"], to: ["wide"], attributes: ["to": .int(11)]),
                OnnxNode("Sub", ["wide", "mean"], to: ["centered"]),
                OnnxNode("Div", ["centered", "std"], to: ["exact"]),
                OnnxNode("Cast", ["exact"], to: ["z"], attributes: ["to": .int(1)]),
            ],
            initializers: [], inputs: [OnnxPort(name: "x", type: table)],
            outputs: [
                OnnxPort(name: "reconstruction", type: table),
                OnnxPort(name: "score", type: .tensor(.float32, dims: [rows])),
            ])
        graph.addConstant("mean", [width], scaling.means)
        graph.addConstant("std", [width], scaling.stds)
        addNodes(to: &graph)
        graph.initializers.append(OnnxGraph.Initializer("axes", OnnxTensor(.int64([1]))))
        graph.addScalar("share", 1 / Double(width))
        graph.nodes += [
            OnnxNode("Sub", ["z", "zr"], to: ["difference"]),
            OnnxNode("Mul", ["difference", "difference"], to: ["squares"]),
            OnnxNode(
                "ReduceSum", ["squares", "axes"], to: ["sum"], attributes: ["keepdims": .int(0)]),
            OnnxNode("Mul", ["sum", "share"], to: ["score"]),
            OnnxNode("Cast", ["zr"], to: ["zr_wide"], attributes: ["to": .int(11)]),
            OnnxNode("Mul", ["zr_wide", "std"], to: ["unscaled"]),
            OnnxNode("Add", ["unscaled", "mean"], to: ["restored"]),
            OnnxNode("Cast", ["restored"], to: ["reconstruction"], attributes: ["to": .int(1)]),
        ]
        return graph
    }
}

extension OnnxGraph {
    /// A constant of 32-bit numbers, of the given sizes, or a vector where they do not fit.
    mutating func addFloats(_ name: String, _ dims: [Int], _ values: [Float]) {
        let data = OnnxTensorData.float32(values)
        initializers.append(
            Initializer(name, OnnxTensor(dims: dims, data: data) ?? OnnxTensor(data)))
    }
}
