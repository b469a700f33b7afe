/// A tensor for an input of a model.
public struct OnnxFeed: Sendable, Hashable {
    /// The input's name.
    public let name: String

    /// What the input is given.
    public let tensor: OnnxTensor

    /// `name` must be that of an input of the model, else the run fails.
    public init(name: String, tensor: OnnxTensor) {
        self.name = name
        self.tensor = tensor
    }
}

/// What a model gave for one of its outputs.
public struct OnnxNamedValue: Sendable, Hashable {
    /// The output's name.
    public let name: String

    /// What the output gave.
    public let value: OnnxValue

    /// `name` is that of an output of the model.
    public init(name: String, value: OnnxValue) {
        self.name = name
        self.value = value
    }
}
