/// A network of dense layers of rectified linear units or of plain sums.
public struct DenseNetwork: Sendable, Hashable {
    /// Units that each sum up all inputs with weights of their own.
    public struct Layer: Sendable, Hashable {
        /// The number of inputs, each with a weight in every unit.
        public let inputs: Int

        /// The number of units, and so of results.
        public let outputs: Int

        /// Whether units give 0 in place of a negative sum.
        public let isRectified: Bool

        /// One weight per input for the first unit, then for the next.
        public internal(set) var weights: [Float]

        /// What each unit adds to its sum.
        public internal(set) var biases: [Float]

        /// A layer whose weights and biases are all 0.
        init(inputs: Int, outputs: Int, isRectified: Bool) {
            self.inputs = inputs
            self.outputs = outputs
            self.isRectified = isRectified
            weights = Array(repeating: 0, count: inputs * outputs)
            biases = Array(repeating: 0, count: outputs)
        }
    }

    /// The layers, at least one.
    public internal(set) var layers: [Layer]

    /// The number of columns that it takes, and of units of each layer.
    public var widths: [Int] { [layers.first?.inputs ?? 0] + layers.map(\.outputs) }

    /// The numbers of the last layer for a row, summed up in 64 bits.
    ///
    /// - Complexity: O(weights).
    public func output(_ row: [Double]) -> [Double] {
        var values = row
        for layer in layers {
            values = (0..<layer.outputs).map { unit in
                let start = unit * layer.inputs
                var sum = Double(layer.biases[unit])
                for input in 0..<layer.inputs {
                    sum += values[input] * Double(layer.weights[start + input])
                }
                return layer.isRectified ? max(0, sum) : sum
            }
        }
        return values
    }

    /// Adds the layers to a graph, between two names of it; to be called once per graph.
    func addNodes(to graph: inout OnnxGraph, from input: String, to output: String) {
        var last = input
        for (place, layer) in layers.enumerated() {
            let isLast = place + 1 == layers.count
            graph.addFloats("w\(place)", [layer.outputs, layer.inputs], layer.weights)
            graph.addFloats("b\(place)", [layer.outputs], layer.biases)
            let name = isLast ? output : "units\(place)"
            let sum = layer.isRectified ? "sums\(place)" : name
            graph.nodes.append(
                OnnxNode(
                    "Gemm", [last, "w\(place)", "b\(place)"], to: [sum],
                    attributes: ["transB": .int(1)]))
            if layer.isRectified { graph.nodes.append(OnnxNode("Relu", [sum], to: [name])) }
            last = name
        }
    }
}
