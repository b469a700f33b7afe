package import Foundation

/// A table as CSV, in the form of those who open it.
package struct CSVExport: Export {
    private let table: any TableExport

    private let form: CSVForm

    /// The table is not read before it is written.
    package init(_ table: any TableExport, _ form: CSVForm = .commas) {
        self.table = table
        self.form = form
    }

    package var fileName: String { table.name + ".csv" }
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// The header and all rows, in memory.
    package func content() throws -> [UInt8] {
        var writer = CSVWriter()
        writer.form = form
        writer.row(table.header.map(TableCell.text))
        try table.forEachRow { writer.row($0) }
        return writer.bytes
    }

    /// Writes the table to a file, in bounded memory; it appears as a whole.
    /// - Throws: What reading or writing throws.
    package func write(to url: URL) throws {
        try TableFile.write(to: url, form: form) { file in
            try file.row(table.header.map(TableCell.text))
            try table.forEachRow { try file.row($0) }
        }
    }
}
