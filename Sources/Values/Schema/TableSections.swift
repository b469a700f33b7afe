/// The tables that one file holds, and which of them is read.
public struct TableSections: Sendable, Hashable, Codable {
    /// How the tables are told apart.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// By the first cell of each row.
        case recordType
        /// They follow each other, each with its own header.
        case stacked
    }

    /// How the tables are told apart in this file.
    public var kind: Kind
    /// One per table: its record type, or the first names of its columns.
    public var names: [String]
    /// Rows in the sample, one per table.
    public var rows: [Int]
    /// Index of the table that is read.
    public var taken: Int

    /// `names` and `rows` hold one entry per table; `taken` is an index of them.
    public init(kind: Kind, names: [String], rows: [Int], taken: Int) {
        self.kind = kind
        self.names = names
        self.rows = rows
        self.taken = taken
    }
}
