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

    init?(_ bytes: [UInt8]) {
        let starts: [(FileKind, [UInt8])] = [
            (.zip, [0x50, 0x4B, 0x03, 0x04]), (.hdf5, [0x89, 0x48, 0x44, 0x46]),
            (.png, [0x89, 0x50, 0x4E, 0x47]), (.pickle, [0x80, 0x02]), (.pickle, [0x80, 0x03]),
            (.pickle, [0x80, 0x04]), (.pickle, [0x80, 0x05]),
        ]
        if bytes.isEmpty {
            self = .empty
        } else if let start = starts.first(where: { bytes.starts(with: $0.1) }) {
            self = start.0
        } else if bytes.prefix(512).allSatisfy({ $0 >= 0x20 || (9...13).contains($0) }) {
            self = .text
        } else {
            return nil
        }
    }
}

/// What is accepted of a model's file before the runtime sees it.
public struct ScanLimits: Sendable, Hashable {
    /// The size of the file.
    public var bytes = 256 << 20

    /// The newest form of the file format.
    public var irVersion: Int64 = 13

    /// The number of operators.
    public var nodes = 20_000

    /// Messages within messages; the runtime's reader stops at the same number.
    public var depth = 100

    /// The usual limits.
    public init() {}
}
