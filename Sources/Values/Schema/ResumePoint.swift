/// Where reading a file ended, so that rows appended later can be read from there.
public struct ResumePoint: Sendable, Hashable, Codable {
    /// Bytes read so far.
    public var offset: Int
    /// Line on which the next row starts, from 1.
    public var line: Int
    /// Number of the next data row, from 0.
    public var row: Int
    /// Whether the last row had no line end; reading can go on only if a line end comes next.
    public var endsInsideRow: Bool
    /// Hash of the bytes before `offset`, ready to be continued.
    public var hash: ContentHash
    /// Hash of the last `tailSize` bytes before `offset`, for a quick check that they are
    /// unchanged.
    public var tailHash: UInt64

    /// Bytes that `tailHash` covers, at most.
    package static let tailSize = 64 << 10

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
