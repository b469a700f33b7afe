/// The lines of a file that say what its columns are, and where its rows begin: numbers of lines
/// from 0, counted over the whole file, preamble, comments and blank lines included.
///
/// A name in quotes may hold line ends; the number is that of the line on which the record starts.
public struct HeadLines: Sendable, Hashable, Codable {
    /// The line of names, perhaps within a comment; `nil`: the file names no columns.
    public var names: Int?
    /// A line above the names that says what several of them belong to (`Room 1`, `Room 2`).
    public var groups: Int?
    /// The line of units.
    public var units: Int?
    /// The first line that may hold a row.
    public var firstRow: Int
    /// The line behind the last row of the table; `nil`: it goes on to the end of the file.
    public var end: Int?

    /// Places the lines; by default names in the first line and rows from the second on.
    public init(
        names: Int? = 0, groups: Int? = nil, units: Int? = nil, firstRow: Int = 1, end: Int? = nil
    ) {
        self.names = names
        self.groups = groups
        self.units = units
        self.firstRow = firstRow
        self.end = end
    }
}
