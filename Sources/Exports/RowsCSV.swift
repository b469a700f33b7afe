package import Values

/// The raw rows behind a mark, as written in the file, with their line numbers.
package struct RowsCSV: Export {
    private let page: RowPage

    /// An export of a page of rows.
    package init(_ page: RowPage) { self.page = page }

    /// `rows.csv`.
    package var fileName: String { "rows.csv" }
    /// CSV in UTF-8.
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// The header and the rows.
    package func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row((["line"] + page.header).map { .text($0) })
        for row in page.rows {
            writer.row([.count(row.line)] + row.cells.map { .text($0) })
        }
        return writer.bytes
    }
}
