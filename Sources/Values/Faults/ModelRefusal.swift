/// Why a model file is not given to the runtime, found by inspecting its bytes alone.
public enum ModelRefusal: Error, Sendable, Hashable {
    /// Larger than the limit.
    case tooLarge(bytes: Int, limit: Int)

    /// Not a protobuf message: the first byte that cannot be parsed, and what the file looks like.
    case notProtobuf(offset: Int, resembles: FileKind?)

    /// Messages nested more deeply than the runtime allows.
    case nestedTooDeeply(limit: Int)

    /// No graph: not a model, or an empty one.
    case noGraph(resembles: FileKind?)

    /// A newer version of the ONNX format than is supported.
    case formatTooNew(irVersion: Int64, limit: Int64)

    /// Weights in other files, which are never opened; the names as the model gives them.
    case externalData(locations: [String])

    /// Functions defined by the model, with which a small file can stand for millions of nodes.
    case localFunctions(count: Int)

    /// A node with a graph of its own (`If`, `Loop`, `Scan`), which may never end.
    case controlFlow(operator: String)

    /// More nodes than the limit.
    case tooManyNodes(count: Int, limit: Int)
}

/// What a file that is not a model looks like.
public enum FileKind: Sendable, Hashable {
    case empty

    /// A ZIP archive, such as PyTorch's `.pt` files.
    case zip

    /// A Python pickle, such as scikit-learn models are saved in.
    case pickle

    /// HDF5, the older format of Keras models.
    case hdf5
    case png
    case text
}
