import Values

/// Decodes the bytes of a file to UTF-8.
struct TextDecoding: Sendable {
    let encoding: CSVDialect.Encoding
    private let page: CodePage?

    init(encoding: CSVDialect.Encoding) {
        self.encoding = encoding
        page = CodePage.page(encoding)
    }

    /// The encoding whose byte order mark the bytes begin with, and the mark's length.
    static func byteOrderMark(_ bytes: Span<UInt8>) -> (encoding: CSVDialect.Encoding, length: Int)?
    {
        switch (bytes.byte(at: 0), bytes.byte(at: 1), bytes.byte(at: 2), bytes.byte(at: 3)) {
        case (0xEF, 0xBB, 0xBF, _): (.utf8, 3)
        case (0xFF, 0xFE, 0, 0): (.utf32LittleEndian, 4)
        case (0, 0, 0xFE, 0xFF): (.utf32BigEndian, 4)
        case (0x84, 0x31, 0x95, 0x33): (.gb18030, 4)
        case (0xFF, 0xFE, _, _): (.utf16LittleEndian, 2)
        case (0xFE, 0xFF, _, _): (.utf16BigEndian, 2)
        default: nil
        }
    }

    /// Whether records can be cut before decoding: no byte of a character can be taken for a line
    /// end, quote, escape or delimiter.
    func cutsBeforeDecoding(_ form: CSVForm) -> Bool {
        if encoding.unitWidth > 1 { return false }
        return !encoding.hasASCIITrails
            || [form.delimiter, form.quote, form.escape].allSatisfy { $0 < 0x40 }
    }

    /// The bytes as UTF-8; invalid ones become U+FFFD, but UTF-8 is copied as it is. A character
    /// that the end cuts off is left for the next call.
    /// - Returns: the text and how many bytes it was made of.
    func utf8(_ bytes: Span<UInt8>) -> (text: [UInt8], consumed: Int) {
        decoded(bytes, limit: .max)
    }

    /// How many bytes give the first `count` bytes of the text, exact for every encoding, invalid
    /// characters included.
    /// - Complexity: O(count).
    func length(of bytes: Span<UInt8>, givingText count: Int) -> Int {
        decoded(bytes, limit: count).consumed
    }

    private func decoded(_ bytes: Span<UInt8>, limit: Int) -> (text: [UInt8], consumed: Int) {
        if encoding == .utf8 {
            let count = min(bytes.count, limit)
            return (bytes.extracting(first: count).copied, count)
        }
        var text: [UInt8] = []
        text.reserveCapacity(min(limit, bytes.count + bytes.count / 8))
        var index = 0
        if encoding.unitWidth > 1 {
            decodeWide(bytes, limit, &index, into: &text)
        } else if let page {
            while index < bytes.count, text.count < limit {
                let byte = bytes[index]
                if byte < 0x80 {
                    text.append(byte)
                    index += 1
                } else {
                    guard let character = page.character(bytes, index) else { break }
                    text.append(scalar: character.scalar)
                    index += character.length
                }
            }
        } else {
            // The system does not know the encoding: only its ASCII part can be decoded.
            while index < bytes.count, text.count < limit {
                text.append(scalar: bytes[index] < 0x80 ? UInt32(bytes[index]) : CodePage.none)
                index += 1
            }
        }
        return (text, index)
    }

    private func decodeWide(
        _ bytes: Span<UInt8>, _ limit: Int, _ index: inout Int, into text: inout [UInt8]
    ) {
        let width = encoding.unitWidth
        while index + width <= bytes.count, text.count < limit {
            let value = unit(bytes, index)
            if width == 2, value & 0xFC00 == 0xD800 {
                guard index + 3 < bytes.count else { break }
                let low = unit(bytes, index + 2)
                if low & 0xFC00 == 0xDC00 {
                    text.append(scalar: 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF))
                    index += 4
                    continue
                }
            }
            text.append(scalar: value)
            index += width
        }
    }

    private func unit(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
        let isLittle = encoding == .utf16LittleEndian || encoding == .utf32LittleEndian
        let width = encoding.unitWidth
        var value: UInt32 = 0
        for offset in 0..<width {
            value = value << 8 | UInt32(bytes[index + (isLittle ? width - 1 - offset : offset)])
        }
        return value
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8; U+FFFD for an invalid one.
    mutating func append(scalar: UInt32) {
        switch scalar {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0xD800..<0xE000, 0x110000...: append(scalar: CodePage.none)
        case 0x800..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
