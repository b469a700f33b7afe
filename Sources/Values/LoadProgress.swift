/// How far loading is.
public struct LoadProgress: Sendable, Hashable {
    /// The file that is being read.
    public var file: String
    /// Its place in the order of reading, from 0.
    public var fileIndex: Int
    /// Files to read.
    public var fileCount: Int
    /// Rows read so far, of all files.
    public var rows: Int
    /// Share of the bytes that are read, 0 to 1; an estimate within a file.
    public var share: Double

    /// Makes a report of progress.
    public init(file: String, fileIndex: Int, fileCount: Int, rows: Int, share: Double) {
        self.file = file
        self.fileIndex = fileIndex
        self.fileCount = fileCount
        self.rows = rows
        self.share = share
    }
}
