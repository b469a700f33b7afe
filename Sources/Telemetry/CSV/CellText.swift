/// Takes quotes and escapes off cells.
enum CellText {
    /// Quotes removed, doubled quotes and escapes resolved; bytes that are no UTF-8 become U+FFFD.
    /// A quote that does not open the cell is an ordinary character, and so is one that never
    /// closes; what follows the closing quote is kept.
    static func text(_ bytes: [UInt8], in range: Range<Int>, form: CSVForm) -> String {
        String(decoding: self.bytes(bytes, in: range, form: form), as: UTF8.self)
    }

    /// The same as bytes, without checking for UTF-8.
    static func bytes(_ bytes: [UInt8], in range: Range<Int>, form: CSVForm) -> [UInt8] {
        let range = form.trimsFields ? trimmed(bytes, range) : range
        guard form.quote != 0, !range.isEmpty, bytes[range.lowerBound] == form.quote else {
            return Array(bytes[range])
        }
        return unquoted(bytes[range], quote: form.quote, escape: form.escape)
    }

    /// The first 200 bytes of a row as written, for a message.
    static func excerpt(_ bytes: [UInt8], in range: Range<Int>) -> String {
        String(decoding: bytes[range.prefix(200)], as: UTF8.self)
    }

    /// The range without the spaces and tabs at its ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(bytes[start]) { start += 1 }
        while start < end, isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func unquoted(_ cell: ArraySlice<UInt8>, quote: UInt8, escape: UInt8) -> [UInt8]
    {
        var text: [UInt8] = []
        var at = cell.startIndex + 1
        while at < cell.endIndex {
            let byte = cell[at]
            let next = at + 1 < cell.endIndex ? cell[at + 1] : nil
            if escape != 0, byte == escape, let next {
                text.append(next)
                at += 2
            } else if byte == quote, next == quote {
                text.append(quote)
                at += 2
            } else if byte == quote {
                return text + cell[(at + 1)...]
            } else {
                text.append(byte)
                at += 1
            }
        }
        // Never closed: the quote was an ordinary character.
        return Array(cell)
    }
}
