public import Telemetry

/// The raw rows behind a mark, as written in the file, with their line numbers.
public struct RowsCSV: Export {
    private let page: RowPage

    /// An export of a page of rows.
    public init(_ page: RowPage) { self.page = page }

    /// `rows.csv`.
    public var fileName: String { "rows.csv" }
    /// CSV in UTF-8.
    public var mediaType: String { "text/csv; charset=utf-8" }

    /// The header and the rows.
    public func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row((["line"] + page.header).map { .text($0) })
        for row in page.rows {
            writer.row([.count(row.line)] + row.cells.map { .text($0) })
        }
        return writer.bytes
    }
}
