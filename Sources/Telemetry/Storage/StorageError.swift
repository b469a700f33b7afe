/// Why files could not be stored, read or removed.
public enum StorageError: Error, Sendable, Hashable, Codable {
    /// A file or folder could not be written, renamed or removed.
    case cannotWrite(path: String, errno: Int32)
    /// A file or folder could not be read.
    case cannotRead(path: String, errno: Int32)
    /// The name is empty once everything unsafe is removed.
    case invalidName(String)
    /// The data set does not exist or has no file.
    case unknownDataset(String)
    /// There is a data set of this name already.
    case nameTaken(String)
    /// The data set has no such file.
    case unknownFile(String, dataset: String)
    /// No file was sent.
    case nothingToStore
    /// No stage has this identifier, or it expired.
    case unknownStage
    /// All stages together would take more than `limit` bytes.
    case stagesFull(limit: Int)
}
