/// The lines of a file that name its columns, and where its rows begin. Line numbers count from 0
/// over the whole file, including preamble, comments and blank lines.
///
/// A quoted name may contain line ends; the number is that of the line on which the record starts.
public struct HeadLines: Sendable, Hashable, Codable {
    /// The line of names, perhaps within a comment; `nil` where the file names no columns.
    public var names: Int?
    /// A line above the names that says what several of them belong to (`Room 1`, `Room 2`); `nil`
    /// without one.
    public var groups: Int?
    /// The line of units; `nil` without one.
    public var units: Int?
    /// The first line that may hold a row.
    public var firstRow: Int
    /// The line after the last row of the table; `nil` where it extends to the end of the file.
    public var end: Int?

    /// By default names in the first line and rows from the second on.
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
