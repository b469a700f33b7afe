import Foundation

/// Writes a large table piece by piece, so that no more than a megabyte of it is in memory.
struct TableWriter: ~Copyable {
    private let handle: FileHandle
    private var text = ""

    private static let piece = 1 << 20

    /// Creates the file and writes the header.
    ///
    /// - Throws: What the system says where the file cannot be created.
    init(_ url: URL, header: String) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
        text.reserveCapacity(Self.piece + 65_536)
        text = header + "\n"
    }

    /// Appends to the current line.
    mutating func write(_ cell: some StringProtocol) { text += cell }

    /// Ends the line.
    ///
    /// - Throws: What the system says where the disk is full.
    mutating func endLine() throws {
        text += "\n"
        if text.utf8.count >= Self.piece { try flush() }
    }

    /// Writes what is left and closes the file.
    ///
    /// - Throws: What the system says where the disk is full.
    consuming func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: Data(text.utf8))
        text.removeAll(keepingCapacity: true)
    }
}
