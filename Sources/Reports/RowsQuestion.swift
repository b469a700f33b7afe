/// Which raw rows are wanted.
public struct RowsQuestion: Sendable, Hashable {
    /// Rows on one page.
    public static let pageSize = 50
    /// A file of the data set; `nil` = the first that has such rows.
    public var file: String?
    /// The device that is meant.
    public var device: String?
    /// Inclusive start and exclusive end, in the axis' unit.
    public var from: Double?
    /// Where it ends.
    public var to: Double?
    /// Names of codes; empty = all.
    public var codes: [String]
    /// The first row shown, from 0.
    public var offset: Int
    /// The most there can be.
    public var limit: Int

    /// Makes a question.
    public init(
        file: String?, device: String?, from: Double?, to: Double?, codes: [String],
        offset: Int, limit: Int
    ) {
        self.file = file
        self.device = device
        self.from = from
        self.to = to
        self.codes = codes
        self.offset = offset
        self.limit = limit
    }
}
