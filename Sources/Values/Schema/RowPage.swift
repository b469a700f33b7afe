/// A page of raw rows of one file.
public struct RowPage: Sendable, Hashable {
    /// The file that holds these rows, by its name in the data set.
    public var file: String
    /// Names of the columns.
    public var header: [String]
    /// The rows with their line numbers, as written.
    public var rows: [RawRow]
    /// Rows that pass the filter, as far as they were counted.
    public var total: Int
    /// Files of the data set that can be asked for rows.
    public var files: [String]

    /// A row as the file has it.
    public struct RawRow: Sendable, Hashable {
        /// The line in the file, from 1.
        public var line: Int
        /// The row's cells as written, in the order of `header`.
        public var cells: [String]

        /// `line` counts from 1.
        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// `total` may exceed the number of `rows`.
    public init(file: String, header: [String], rows: [RawRow], total: Int, files: [String]) {
        self.file = file
        self.header = header
        self.rows = rows
        self.total = total
        self.files = files
    }
}
