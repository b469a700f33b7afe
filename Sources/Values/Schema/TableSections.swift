/// The tables that one file holds, and which of them is read.
public struct TableSections: Sendable, Hashable, Codable {
    /// How the tables are told apart.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// By the first cell of each row.
        case recordType
        /// One behind the other, each with names of its own.
        case stacked
    }

    /// How the tables are told apart.
    public var kind: Kind
    /// What the tables are called: record types, or the first names of each.
    public var names: [String]
    /// Rows of each in the sample.
    public var rows: [Int]
    /// The table that is read.
    public var taken: Int

    /// The tables of a file.
    public init(kind: Kind, names: [String], rows: [Int], taken: Int) {
        self.kind = kind
        self.names = names
        self.rows = rows
        self.taken = taken
    }
}
