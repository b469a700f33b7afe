import Foundation
import Values

/// A CSV file that is written row by row and appears under its name only when it is complete.
struct TableFile: ~Copyable {
    private var writer = CSVWriter()
    private var file: DurableFile

    /// Bytes that are collected before they are written.
    private static let portion = 1 << 18

    /// Writes a file under a temporary name and moves it to its place.
    /// - Throws: What `body` throws, or an error of the file system; the old file then stays.
    static func write(
        to url: URL, form: CSVForm = .commas, guardsFormulas: Bool = true,
        _ body: (inout TableFile) throws -> Void
    ) throws {
        var table = TableFile(try DurableFile(replacing: url.path))
        table.writer.guardsFormulas = guardsFormulas
        table.writer.form = form
        try body(&table)
        try table.finish()
    }

    static func write(_ text: String, to url: URL) throws {
        try DurableFile.replace(url.path, with: Array(text.utf8))
    }

    /// Whether a name is that of a temporary file.
    static func isUnfinished(_ name: String) -> Bool {
        // Left by versions that wrote through Foundation.
        if DurableFile.isUnfinished(name) || name.hasPrefix(".dat.nosync") { return true }
        guard name.hasPrefix("."), let last = name.split(separator: ".").last else { return false }
        return UUID(uuidString: String(last)) != nil
    }

    private init(_ file: consuming DurableFile) { self.file = file }

    mutating func row(_ cells: [TableCell]) throws {
        writer.row(cells)
        if writer.bytes.count >= Self.portion { try flush() }
    }

    private mutating func flush() throws { try file.write(writer.drain()) }

    private consuming func finish() throws {
        try flush()
        try file.place()
    }
}
