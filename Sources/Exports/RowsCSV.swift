package import Values

/// The raw rows behind a mark of a chart, as written in the file, with their line numbers.
package struct RowsCSV: Export {
    private let page: RowPage

    package init(_ page: RowPage) { self.page = page }

    package var fileName: String { "rows.csv" }
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// The header with `line` in front, then the rows.
    package func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row((["line"] + page.header).map { .text($0) })
        for row in page.rows {
            writer.row([.count(row.line)] + row.cells.map { .text($0) })
        }
        return writer.bytes
    }
}
