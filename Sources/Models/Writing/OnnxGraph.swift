/// An operator of a graph, its inputs and outputs by name.
public struct OnnxNode: Sendable, Hashable {
    /// A fixed setting of an operator.
    public enum Attribute: Sendable, Hashable {
        case int(Int64)
        case float(Float)
        case ints([Int64])
        case floats([Float])
        case text(String)
        case texts([String])
    }

    /// The operator, such as `MatMul`.
    public let operatorName: String

    /// The names of what it reads: inputs of the graph, initializers, outputs of earlier nodes.
    public let inputs: [String]

    /// The names under which later nodes find its results.
    public let outputs: [String]

    /// Its settings by name.
    public let attributes: [String: Attribute]

    /// The set of operators it is from; empty for the standard one.
    public let domain: String

    /// A node; `outputs` must be names that no other node makes.
    public init(
        _ operatorName: String, _ inputs: [String], to outputs: [String],
        attributes: [String: Attribute] = [:], domain: String = ""
    ) {
        self.domain = domain
        self.operatorName = operatorName
        self.inputs = inputs
        self.outputs = outputs
        self.attributes = attributes
    }
}

/// What a model computes, from named inputs to named outputs.
public struct OnnxGraph: Sendable, Hashable {
    /// A constant tensor.
    public struct Initializer: Sendable, Hashable {
        /// The name by which nodes read it.
        public let name: String

        /// Its elements and sizes.
        public let tensor: OnnxTensor

        /// `name` must be unique within the graph.
        public init(_ name: String, _ tensor: OnnxTensor) {
            self.name = name
            self.tensor = tensor
        }
    }

    /// The name of the graph; must not be empty.
    public var name: String

    /// The operators; one may read only what earlier ones make.
    public var nodes: [OnnxNode]

    /// The constants that nodes read.
    public var initializers: [Initializer]

    /// What the model is given.
    public var inputs: [OnnxPort]

    /// What the model gives: names that nodes make.
    public var outputs: [OnnxPort]

    /// A graph as it is written; it is not checked.
    public init(
        name: String, nodes: [OnnxNode], initializers: [Initializer], inputs: [OnnxPort],
        outputs: [OnnxPort]
    ) {
        self.name = name
        self.nodes = nodes
        self.initializers = initializers
        self.inputs = inputs
        self.outputs = outputs
    }
}
