/// Where the reading of a file ended, so that a file that grew since can be continued there.
public struct ResumePoint: Sendable, Hashable, Codable {
    /// Bytes that were read.
    public var offset: Int
    /// The line on which the next row starts, from 1.
    public var line: Int
    /// The number of the next data row, from 0.
    public var row: Int
    /// The last row had no line end: the file can be continued only if a line end comes next.
    public var endsInsideRow: Bool
    /// The hash of the bytes before `offset`, ready to be continued.
    public var hash: ContentHash
    /// The hash of the last bytes before `offset`, for a quick look whether they are still there.
    public var tailHash: UInt64

    /// Bytes that `tailHash` covers.
    package static let tailSize = 64 << 10

    /// Where reading goes on when rows are appended to a file.
    package init(
        offset: Int, line: Int, row: Int, endsInsideRow: Bool, hash: ContentHash, tailHash: UInt64
    ) {
        self.offset = offset
        self.line = line
        self.row = row
        self.endsInsideRow = endsInsideRow
        self.hash = hash
        self.tailHash = tailHash
    }
}
