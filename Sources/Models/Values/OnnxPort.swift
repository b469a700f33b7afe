/// An input or an output of a model: its name and what it holds.
public struct OnnxPort: Sendable, Hashable {
    /// The name by which values are passed.
    public let name: String

    /// What it holds; nil when the model does not say.
    public let type: OnnxType?

    /// `type` is nil where the model does not say it.
    public init(name: String, type: OnnxType?) {
        self.name = name
        self.type = type
    }
}

/// The type of an input or output.
public indirect enum OnnxType: Sendable, Hashable {
    /// A tensor; `dims` is nil when even the number of axes is open.
    case tensor(OnnxElementType, dims: [OnnxDimension]?)
    case sequence(OnnxType)
    case map(key: OnnxElementType, value: OnnxType)

    /// A kind that is not read here (optional, sparse, or of an unknown element type).
    case other

    /// The element type of a tensor; nil for other types.
    public var elementType: OnnxElementType? {
        if case .tensor(let element, _) = self { element } else { nil }
    }

    /// The dimensions of a tensor; nil for other types, and where the rank is open.
    public var dims: [OnnxDimension]? {
        if case .tensor(_, let dims) = self { dims } else { nil }
    }
}

/// The size of one axis.
public enum OnnxDimension: Sendable, Hashable {
    case fixed(Int)

    /// Open, under a name such as `batch`.
    case symbolic(String)
    case unknown

    /// The size, when it is fixed.
    public var size: Int? {
        if case .fixed(let size) = self { size } else { nil }
    }
}
