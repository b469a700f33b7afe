/// A page of raw rows.
public struct RowPage: Sendable, Hashable {
    /// The file that these rows stand in, by its name in the data set.
    public var file: String
    /// The names of the columns.
    public var header: [String]
    /// Line number and cells, as written.
    public var rows: [RawRow]
    /// Rows that pass the filter, as far as they were counted.
    public var total: Int
    /// Files of the data set that can be asked.
    public var files: [String]

    /// A raw row.
    public struct RawRow: Sendable, Hashable {
        /// The line in the file, from 1.
        public var line: Int
        /// The cells as written.
        public var cells: [String]

        /// Makes a row.
        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// Makes a page.
    public init(file: String, header: [String], rows: [RawRow], total: Int, files: [String]) {
        self.file = file
        self.header = header
        self.rows = rows
        self.total = total
        self.files = files
    }
}
