import Foundation
import Telemetry

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
        try replace(url) { handle in
            var table = TableFile(handle: handle)
            table.writer.guardsFormulas = guardsFormulas
            try body(&table)
            try table.flush()
        }
    }

    /// Writes a text in the same way.
    static func write(_ text: String, to url: URL) throws {
        try replace(url) { try $0.write(contentsOf: Data(text.utf8)) }
    }

    /// Whether a name is one that a file has before it is whole.
    static func isUnfinished(_ name: String) -> Bool {
        // Left by versions that wrote through Foundation.
        if name.hasPrefix(".dat.nosync") { return true }
        guard name.hasPrefix("."), let last = name.split(separator: ".").last else { return false }
        return UUID(uuidString: String(last)) != nil
    }

    private static func replace(_ url: URL, _ body: (FileHandle) throws -> Void) throws {
        let name = ".\(url.lastPathComponent).\(UUID().uuidString)"
        let temporary = url.deletingLastPathComponent().appending(path: name)
        defer { try? FileManager.default.removeItem(at: temporary) }
        try Data().write(to: temporary)
        let handle = try FileHandle(forWritingTo: temporary)
        defer { try? handle.close() }
        try body(handle)
        try handle.synchronize()
        try FileSystem.move(temporary.path, to: url.path)
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
