/// Why a file is not given to the runtime, found by a look at its bytes alone.
public enum ModelRefusal: Error, Sendable, Hashable {
    /// Larger than is accepted.
    case tooLarge(bytes: Int, limit: Int)

    /// Not a protobuf message: the first byte that cannot be read, and what the file looks like.
    case notProtobuf(offset: Int, resembles: FileKind?)

    /// Messages within messages beyond the runtime's own limit.
    case nestedTooDeeply(limit: Int)

    /// No graph: no model, or one without content.
    case noGraph(resembles: FileKind?)

    /// Written in a newer form of the file format than is known.
    case formatTooNew(irVersion: Int64, limit: Int64)

    /// Weights in other files, which are never opened: their names as the model has them.
    case externalData(locations: [String])

    /// Functions of the model's own, by which a small file can stand for millions of nodes.
    case localFunctions(count: Int)

    /// A node that runs a graph of its own (`If`, `Loop`, `Scan`), which may never end.
    case controlFlow(operator: String)

    /// More nodes than are accepted.
    case tooManyNodes(count: Int, limit: Int)
}

/// What a file that is no model looks like.
public enum FileKind: Sendable, Hashable {
    case empty

    /// A ZIP archive; PyTorch's own files (`.pt`) are such.
    case zip

    /// A Python pickle, such as scikit-learn's models are kept in.
    case pickle

    /// HDF5, the older form of Keras models.
    case hdf5
    case png
    case text
}
