import Foundation

/// A CSV file that is written row by row and appears under its name only when it is whole.
struct TableFile {
    private var writer = CSVWriter()
    private let handle: FileHandle

    /// Bytes that are gathered before they are written.
    private static let portion = 1 << 18

    /// Writes a file beside its final place and moves it there.
    /// - Throws: What `body` throws, or an error of the file system; the old file stays then.
    static func write(
        to url: URL, guardsFormulas: Bool = true, _ body: (inout TableFile) throws -> Void
    ) throws {
        let name = ".\(url.lastPathComponent).\(UUID().uuidString)"
        let temporary = url.deletingLastPathComponent().appending(path: name)
        defer { try? FileManager.default.removeItem(at: temporary) }
        try Data().write(to: temporary)
        let handle = try FileHandle(forWritingTo: temporary)
        defer { try? handle.close() }
        var table = TableFile(handle: handle)
        table.writer.guardsFormulas = guardsFormulas
        try body(&table)
        try table.flush()
        try handle.synchronize()
        guard unsafe rename(temporary.path, url.path) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    private init(handle: FileHandle) { self.handle = handle }

    /// Appends a row.
    mutating func row(_ cells: [CSVWriter.Cell]) throws {
        writer.row(cells)
        if writer.bytes.count >= Self.portion { try flush() }
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: Data(writer.drain()))
    }
}
