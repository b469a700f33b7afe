import Analysis

extension PCAAutoencoderModel {
    /// The model as an ordinary `.onnx` file: input `x` [N, features], outputs `reconstruction`
    /// [N, features] and `score` [N]. It says what it was fitted on.
    ///
    /// - Parameters:
    ///   - period: the first and last time of the training rows, as they are to be shown.
    ///   - summary: a description for whoever opens the file elsewhere.
    public func onnx(period: (from: String, to: String)? = nil, summary: String = "") -> [UInt8] {
        var writer = OnnxWriter(graph)
        writer.summary = summary
        writer.metadata = [
            "task": "reconstruction",
            "feature_names": ModelMetadata.json(featureNames),
            "feature_std": ModelMetadata.json(stds),
            "feature_min": ModelMetadata.json(minima),
            "feature_max": ModelMetadata.json(maxima),
            "threshold": String(threshold),
            "training_rows": String(trainingRows),
            "components": String(loadings.rowCount),
            "explained_variance": String(explainedShare),
        ]
        if let period {
            writer.metadata["training_from"] = period.from
            writer.metadata["training_to"] = period.to
        }
        return writer.bytes()
    }

    private var graph: OnnxGraph {
        let width = means.count
        let rows = OnnxDimension.symbolic("N")
        return OnnxGraph(
            name: "pca_autoencoder",
            nodes: [
                OnnxNode("Sub", ["x", "mean"], to: ["centered"]),
                OnnxNode("Div", ["centered", "std"], to: ["z"]),
                OnnxNode("MatMul", ["z", "w"], to: ["h"]),
                OnnxNode("Gemm", ["h", "w"], to: ["zr"], attributes: ["transB": .int(1)]),
                OnnxNode("Sub", ["z", "zr"], to: ["difference"]),
                OnnxNode("Mul", ["difference", "difference"], to: ["squares"]),
                OnnxNode(
                    "ReduceSum", ["squares", "axes"], to: ["sum"],
                    attributes: ["keepdims": .int(0)]),
                OnnxNode("Mul", ["sum", "share"], to: ["score"]),
                OnnxNode("Mul", ["zr", "std"], to: ["unscaled"]),
                OnnxNode("Add", ["unscaled", "mean"], to: ["reconstruction"]),
            ],
            initializers: [
                constant("mean", [width], means), constant("std", [width], stds),
                constant("w", [width, loadings.rowCount], weights),
                OnnxGraph.Initializer("axes", OnnxTensor(.int64([1]))),
                constant("share", [], [1 / Double(width)]),
            ],
            inputs: [OnnxPort(name: "x", type: .tensor(.float32, dims: [rows, .fixed(width)]))],
            outputs: [
                OnnxPort(
                    name: "reconstruction", type: .tensor(.float32, dims: [rows, .fixed(width)])),
                OnnxPort(name: "score", type: .tensor(.float32, dims: [rows])),
            ])
    }

    /// The loadings turned: one feature a row.
    private var weights: [Double] {
        means.indices.flatMap(loadings.column)
    }

    private func constant(
        _ name: String, _ dims: [Int], _ values: [Double]
    ) -> OnnxGraph.Initializer {
        let data = OnnxTensorData.float32(values.map(Float.init))
        // The sizes are those of the values.
        return OnnxGraph.Initializer(name, OnnxTensor(dims: dims, data: data) ?? OnnxTensor(data))
    }
}
