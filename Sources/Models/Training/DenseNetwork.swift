/// A network of dense layers, of rectified linear units or of plain sums.
public struct DenseNetwork: Sendable, Hashable {
    /// Sums of all inputs, each with weights of its own.
    public struct Layer: Sendable, Hashable {
        /// The number of inputs.
        public let inputs: Int

        /// The number of units.
        public let outputs: Int

        /// Units give 0 for sums below it.
        public let isRectified: Bool

        /// The weights of the first unit, then of the next.
        public internal(set) var weights: [Float]

        /// What each unit adds.
        public internal(set) var biases: [Float]

        /// All zero.
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

    /// The number of columns it takes and of units of each layer.
    public var widths: [Int] { [layers.first?.inputs ?? 0] + layers.map(\.outputs) }

    /// What it gives for a row, summed up in 64 bits.
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

    /// Adds the layers to a graph, from one name to another.
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
