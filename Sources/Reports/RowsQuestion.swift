/// A request for raw rows, as the Rows page and the export make it.
public struct RowsQuestion: Sendable, Hashable {
    /// Rows on one page of the Rows view.
    public static let pageSize = 50
    /// A file of the data set; `nil` = the first that has matching rows.
    public var file: String?
    /// Name of a device; `nil` for rows of all devices.
    public var device: String?
    /// Inclusive start, in the axis' unit; `nil` = the beginning.
    public var from: Double?
    /// Exclusive end, in the axis' unit; `nil` = the end.
    public var to: Double?
    /// Names of codes; empty, or none of them known = all.
    public var codes: [String]
    /// Matching rows to skip.
    public var offset: Int
    /// Rows wanted, at least 1 and at most 100,000.
    public var limit: Int

    /// `from` is inclusive and `to` exclusive, in the axis' unit.
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
