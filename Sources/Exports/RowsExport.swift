package import Values

/// The raw rows behind a mark of a chart, as written in the file, with their line numbers.
package struct RowsExport: TableExport {
    private let page: RowPage

    package init(_ page: RowPage) { self.page = page }

    package let name = "rows"

    /// The file's header with `line` in front.
    package var header: [String] { ["line"] + page.header }

    package func forEachRow(_ take: ([TableCell]) throws -> Void) rethrows {
        for row in page.rows { try take([.count(row.line)] + row.cells.map { .written($0) }) }
    }
}
