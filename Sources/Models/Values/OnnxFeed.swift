/// A tensor for an input of a model.
public struct OnnxFeed: Sendable, Hashable {
    /// The input's name.
    public let name: String

    /// What it is given.
    public let tensor: OnnxTensor

    /// Pairs an input's name with a tensor.
    public init(name: String, tensor: OnnxTensor) {
        self.name = name
        self.tensor = tensor
    }
}

/// What a model gave for one of its outputs.
public struct OnnxNamedValue: Sendable, Hashable {
    /// The output's name.
    public let name: String

    /// What it gave.
    public let value: OnnxValue

    /// Pairs an output's name with a value.
    public init(name: String, value: OnnxValue) {
        self.name = name
        self.value = value
    }
}
