/// Rows of texts that a program sent, before they are stored; the same whichever form they came in.
package struct SentTable: Sendable, Hashable {
    /// Tells its files from those of other tables of the set: `rows`, or the name of a measurement.
    package var stream: String
    /// The names of the columns, each once.
    package var columns: [String]
    /// By row the cells, in the order of `columns`; what a shorter row lacks is empty.
    package var rows: [[ArraySlice<UInt8>]]

    /// The stream of rows whose form has no name for it.
    package static let plainStream = "rows"

    package init(
        stream: String = plainStream, columns: [String] = [], rows: [[ArraySlice<UInt8>]] = []
    ) {
        self.stream = stream
        self.columns = columns
        self.rows = rows
    }
}

/// A row that is not taken.
package struct RefusedRow: Sendable, Hashable {
    /// Its place among the rows sent, from 0; blank lines and comments are none.
    package var index: Int
    /// Why, as the end of a sentence about the row.
    package var reason: String

    package init(index: Int, reason: String) {
        self.index = index
        self.reason = reason
    }
}

/// What was found in a content: what can be taken, and what not.
package struct SentRows: Sendable, Hashable {
    /// One for each stream, in the order of their first rows; none is without rows.
    package var tables: [SentTable] = []
    /// In the order in which they were sent.
    package var refused: [RefusedRow] = []

    package init() {}

    /// Rows that can be taken.
    package var count: Int { tables.reduce(0) { $0 + $1.rows.count } }
}

/// Why nothing of a content can be taken.
package struct SentRowsFault: Error, Sendable, Hashable {
    /// What is wrong, in a sentence.
    package var detail: String
    /// Where.
    package var place: String
    /// What was expected there.
    package var expected: String

    package init(_ detail: String, at place: String, expected: String) {
        self.detail = detail
        self.place = place
        self.expected = expected
    }
}

/// Bounds of what a program may send at once.
enum SentLimits {
    /// Columns of a table.
    static let columns = 1_000
    /// Bytes of a column's name.
    static let name = 200
    /// Bytes of a cell.
    static let cell = 64 << 10

    /// Why no column can have this name; `nil` where one can.
    static func fault(inName name: some StringProtocol) -> String? {
        if name.isEmpty { return "a name is empty" }
        if name.utf8.count > Self.name { return "a name is longer than \(Self.name) bytes" }
        if name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            return "a name has a control character"
        }
        return nil
    }

    /// Why this cannot be a cell; `nil` where it can.
    static func fault(inCell cell: ArraySlice<UInt8>) -> String? {
        if cell.count > Self.cell { return "a cell is longer than \(Self.cell) bytes" }
        if cell.contains(0) { return "a cell holds a zero byte" }
        return nil
    }
}

/// The forms in which programs send rows.
package enum SentForm: Sendable, Hashable {
    /// A header line, then a line for each row; comma, semicolon or tab between cells.
    case csv
    /// An object on each line.
    case jsonLines
    /// InfluxDB's line protocol, its times in units of so many nanoseconds; rows without a time
    /// are of `now`, in nanoseconds since 1970.
    case lineProtocol(unit: Int, now: Int)

    /// The rows in a content.
    ///
    /// - Throws: `SentRowsFault` where already the beginning rules out that there are any.
    /// - Complexity: O(bytes).
    package func rows(in bytes: [UInt8]) throws(SentRowsFault) -> SentRows {
        switch self {
        case .csv:
            var reader = try CSVRows(bytes)
            return reader.read()
        case .jsonLines: return JSONRows.read(bytes)
        case .lineProtocol(let unit, let now):
            return LineProtocolRows.read(bytes, unit: unit, now: now)
        }
    }
}
