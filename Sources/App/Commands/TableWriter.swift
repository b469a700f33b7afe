import Foundation

/// Writes a large table piece by piece, with at most about a megabyte of it in memory.
struct TableWriter: ~Copyable {
    private let handle: FileHandle
    private var text = ""

    private static let piece = 1 << 20

    /// Creates the file, or empties it, and writes the header.
    init(_ url: URL, header: String) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
        text.reserveCapacity(Self.piece + 65_536)
        text = header + "\n"
    }

    /// Appends text to the current line.
    mutating func write(_ cell: some StringProtocol) { text += cell }

    /// Ends the line; throws where the disk is full.
    mutating func endLine() throws {
        text += "\n"
        if text.utf8.count >= Self.piece { try flush() }
    }

    /// Writes what is left and closes the file; throws where the disk is full.
    consuming func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: Data(text.utf8))
        text.removeAll(keepingCapacity: true)
    }
}
