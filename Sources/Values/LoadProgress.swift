/// How far the loading of a data set is.
public struct LoadProgress: Sendable, Hashable {
    /// The file being read.
    public var file: String
    /// Its position in the order of reading, from 0.
    public var fileIndex: Int
    /// Number of files to read.
    public var fileCount: Int
    /// Rows read so far, over all files.
    public var rows: Int
    /// Share of the bytes read, 0…1; an estimate within a file.
    public var share: Double

    /// `share` is 0…1 over all files.
    public init(file: String, fileIndex: Int, fileCount: Int, rows: Int, share: Double) {
        self.file = file
        self.fileIndex = fileIndex
        self.fileCount = fileCount
        self.rows = rows
        self.share = share
    }
}
