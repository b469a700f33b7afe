/// Writes lines of a CSV file: commas, line feeds, quotes only where they are needed (RFC 4180).
enum CSVLine {
    /// Appends a line of so many cells; those that are missing are empty.
    static func append(_ cells: [ArraySlice<UInt8>], width: Int, to bytes: inout [UInt8]) {
        for place in 0..<width {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            if place < cells.count { append(cells[place], to: &bytes) }
        }
        bytes.append(0x0A)
    }

    /// Appends a line of texts.
    static func append(_ texts: [String], to bytes: inout [UInt8]) {
        append(texts.map { Array($0.utf8)[...] }, width: texts.count, to: &bytes)
    }

    private static func append(_ cell: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        guard needsQuotes(cell) else {
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(.quote)
        for byte in cell {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }

    /// Also where a reader could drop blanks, or take the line for a comment.
    private static func needsQuotes(_ cell: ArraySlice<UInt8>) -> Bool {
        guard let first = cell.first, let last = cell.last else { return false }
        if first == 0x20 || last == 0x20 || first == UInt8(ascii: "#") { return true }
        return cell.contains {
            $0 == UInt8(ascii: ",") || $0 == .quote || $0 == 0x0A || $0 == 0x0D
                || $0 == UInt8(ascii: ";") || $0 == 0x09
        }
    }
}
