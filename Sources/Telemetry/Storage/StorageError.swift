/// Why files could not be stored or removed.
public enum StorageError: Error, Sendable, Hashable, Codable {
    /// A file or folder could not be written, renamed or removed.
    case cannotWrite(path: String, errno: Int32)
    /// A file or folder could not be read.
    case cannotRead(path: String, errno: Int32)
    /// Nothing is left of the name once what no file may be called is taken away.
    case invalidName(String)
    /// There is no such data set.
    case unknownDataset(String)
    /// The data set has no such file.
    case unknownFile(String, dataset: String)
    /// No file was given.
    case nothingToStore
    /// No files are there to look at under such an identifier.
    case unknownStage
    /// Files that wait to be looked at would take more than so many bytes.
    case stagesFull(limit: Int)
}
