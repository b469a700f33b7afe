extension PredictionModel {
    /// The model as an ordinary `.onnx` file: input `x` [N, features], one output [N, 1] named
    /// `probability` or `remaining_life`. Missing values are NaN.
    ///
    /// - Parameters:
    ///   - name: The name of the graph.
    ///   - features: The names of its columns, by which later data is matched.
    ///   - metadata: Further entries; `feature_names` is written over.
    public func onnx(
        named name: String, features: [String], metadata: [String: String]
    ) -> [UInt8] {
        var graph = OnnxGraph(
            name: name, nodes: [], initializers: [],
            inputs: [
                OnnxPort(
                    name: "x",
                    type: .tensor(.float32, dims: [.symbolic("N"), .fixed(featureCount)]))
            ],
            outputs: [
                OnnxPort(
                    name: outputName, type: .tensor(.float32, dims: [.symbolic("N"), .fixed(1)]))
            ])
        addScore(to: &graph)
        switch output {
        case .probability(let calibration):
            graph.addLine("score", calibration.slope, calibration.offset, to: "odds")
            graph.nodes.append(OnnxNode("Sigmoid", ["odds"], to: [outputName]))
        case .life(let unit):
            graph.addLine("score", unit, 0, to: "signed")
            graph.nodes.append(OnnxNode("Relu", ["signed"], to: [outputName]))
        }
        var writer = OnnxWriter(graph)
        writer.metadata = metadata
        writer.metadata["feature_names"] = ModelMetadata.json(features)
        return writer.bytes()
    }

    /// Nodes that make `score` [N, 1] of `x`.
    private func addScore(to graph: inout OnnxGraph) {
        switch core {
        case .network(let network): network.add(to: &graph, output: "score")
        case .trees(let trees, let index):
            var input = "x"
            if let index {
                index.add(to: &graph)
                graph.nodes.append(
                    OnnxNode("Concat", ["x", "index"], to: ["wide"], attributes: ["axis": .int(1)]))
                input = "wide"
            }
            graph.nodes.append(trees.node(from: input, to: "sum"))
            graph.addScalar("base", trees.base)
            graph.nodes.append(OnnxNode("Add", ["sum", "base"], to: ["score"]))
        }
    }

    /// The name of the output, which says what it is.
    var outputName: String {
        if case .life = output { "remaining_life" } else { "probability" }
    }
}

extension OnnxGraph {
    /// A constant that holds one number.
    mutating func addScalar(_ name: String, _ value: Double) {
        let data = OnnxTensorData.float32([Float(value)])
        initializers.append(
            Initializer(name, OnnxTensor(dims: [], data: data) ?? OnnxTensor(data)))
    }

    /// `output = input × slope + offset`.
    mutating func addLine(_ input: String, _ slope: Double, _ offset: Double, to output: String) {
        addScalar(output + "_slope", slope)
        addScalar(output + "_offset", offset)
        nodes.append(OnnxNode("Mul", [input, output + "_slope"], to: [output + "_part"]))
        nodes.append(OnnxNode("Add", [output + "_part", output + "_offset"], to: [output]))
    }

    /// A constant of full precision, of the given sizes, or a vector where they do not fit.
    mutating func addConstant(_ name: String, _ dims: [Int], _ values: [Double]) {
        let data = OnnxTensorData.float64(values)
        initializers.append(
            Initializer(name, OnnxTensor(dims: dims, data: data) ?? OnnxTensor(data)))
    }
}

extension LinearModel {
    /// Nodes that make `index` [N, 1] of `x`; a missing value counts as the mean.
    ///
    /// The sum is made in 64 bits and rounded at the end: trees compare it with thresholds, and
    /// another order of adding must not lead a row elsewhere.
    func add(to graph: inout OnnxGraph) {
        let width = means.count
        graph.addConstant("index_mean", [width], means)
        graph.addConstant("index_std", [width], deviations)
        graph.addConstant("index_weights", [width, 1], weights)
        graph.addConstant("index_offset", [1], [intercept])
        graph.nodes += [
            OnnxNode("IsNaN", ["x"], to: ["index_missing"]),
            OnnxNode("Cast", ["x"], to: ["index_wide"], attributes: ["to": .int(11)]),
            OnnxNode("Where", ["index_missing", "index_mean", "index_wide"], to: ["index_whole"]),
            OnnxNode("Sub", ["index_whole", "index_mean"], to: ["index_centered"]),
            OnnxNode("Div", ["index_centered", "index_std"], to: ["index_scaled"]),
            OnnxNode("MatMul", ["index_scaled", "index_weights"], to: ["index_sum"]),
            OnnxNode("Add", ["index_sum", "index_offset"], to: ["index_exact"]),
            OnnxNode("Cast", ["index_exact"], to: ["index"], attributes: ["to": .int(1)]),
        ]
    }
}

extension BoostedTreesModel {
    /// All trees as one operator; it adds up what they give, without the base.
    func node(from input: String, to output: String) -> OnnxNode {
        var lists = TreeLists()
        for (number, tree) in trees.enumerated() { lists.append(tree, Int64(number)) }
        return OnnxNode(
            "TreeEnsembleRegressor", [input], to: [output], attributes: lists.attributes,
            domain: OnnxWriter.learningDomain)
    }
}

/// Trees as the operator takes them: one list per property of a node.
private struct TreeLists {
    private var trees: [Int64] = []
    private var ids: [Int64] = []
    private var features: [Int64] = []
    private var modes: [String] = []
    private var thresholds: [Float] = []
    private var left: [Int64] = []
    private var right: [Int64] = []
    private var missing: [Int64] = []
    private var leafTrees: [Int64] = []
    private var leafIDs: [Int64] = []
    private var weights: [Float] = []

    mutating func append(_ tree: RegressionTree, _ number: Int64) {
        for (place, node) in tree.nodes.enumerated() {
            trees.append(number)
            ids.append(Int64(place))
            features.append(Int64(node.feature ?? 0))
            modes.append(node.feature == nil ? "LEAF" : "BRANCH_LEQ")
            thresholds.append(node.threshold)
            left.append(Int64(node.left))
            right.append(Int64(node.right))
            missing.append(node.isMissingLeft ? 1 : 0)
            guard node.feature == nil else { continue }
            leafTrees.append(number)
            leafIDs.append(Int64(place))
            weights.append(node.value)
        }
    }

    var attributes: [String: OnnxNode.Attribute] {
        [
            "n_targets": .int(1), "post_transform": .text("NONE"),
            "aggregate_function": .text("SUM"), "nodes_treeids": .ints(trees),
            "nodes_nodeids": .ints(ids), "nodes_featureids": .ints(features),
            "nodes_modes": .texts(modes), "nodes_values": .floats(thresholds),
            "nodes_truenodeids": .ints(left), "nodes_falsenodeids": .ints(right),
            "nodes_missing_value_tracks_true": .ints(missing),
            "target_treeids": .ints(leafTrees), "target_nodeids": .ints(leafIDs),
            "target_ids": .ints(leafIDs.map { _ in 0 }), "target_weights": .floats(weights),
        ]
    }
}
