/// Makes text harmless for HTML and XML, in element content and in quoted attributes alike.
enum Escaping {
    /// One bit for each byte below 64 that is replaced: the control characters except tab and line
    /// feed, and `" & ' < >`.
    private static let stopped: UInt64 =
        (0xFFFF_FFFF & ~(1 << 9) & ~(1 << 10))
        | 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

    /// Appends `text`, escaped.
    ///
    /// Most text needs no escaping, so it is copied whole and then scanned; only from the first
    /// suspicious byte on is it taken byte by byte.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        guard let clean = firstSuspicious(in: bytes, from: start) else { return }
        bytes.removeLast(bytes.count - clean)
        var escaper = Escaper()
        for byte in text.utf8.dropFirst(clean - start) { escaper.append(byte, to: &bytes) }
        escaper.flush(to: &bytes)
    }

    private static func firstSuspicious(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if isSuspicious(bytes[index]) { return index }
            index += 1
        }
        return nil
    }

    /// Whether a byte needs care: escaped itself, DEL, or the lead byte of U+0080…U+009F or of
    /// U+FFFE and U+FFFF.
    private static func isSuspicious(_ byte: UInt8) -> Bool {
        byte < 64
            ? stopped >> UInt64(byte) & 1 == 1
            : byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }

    /// Takes bytes one after another; holds back the first bytes of a character that may be
    /// forbidden.
    private struct Escaper {
        private var held: (first: UInt8, second: UInt8) = (0, 0)

        mutating func append(_ byte: UInt8, to bytes: inout [UInt8]) {
            if held.first != 0 {
                finish(byte, to: &bytes)
            } else if byte == 0xC2 || byte == 0xEF {
                held.first = byte
            } else if !Escaping.isSuspicious(byte) {
                bytes.append(byte)
            } else {
                bytes.append(contentsOf: Escaping.replacement(of: byte))
            }
        }

        /// U+0080…U+009F are `C2 80`…`C2 9F`; U+FFFE and U+FFFF are `EF BF BE` and `EF BF BF`.
        private mutating func finish(_ byte: UInt8, to bytes: inout [UInt8]) {
            if held == (0xEF, 0), byte == 0xBF {
                held.second = byte
                return
            }
            let isForbidden =
                held.first == 0xC2 ? byte <= 0x9F : held.second == 0xBF && byte >= 0xBE
            if isForbidden {
                bytes.append(contentsOf: "\u{FFFD}".utf8)
                held = (0, 0)
            } else {
                flush(to: &bytes)
                bytes.append(byte)
            }
        }

        mutating func flush(to bytes: inout [UInt8]) {
            if held.first != 0 { bytes.append(held.first) }
            if held.second != 0 { bytes.append(held.second) }
            held = (0, 0)
        }
    }

    private static func replacement(of byte: UInt8) -> String.UTF8View {
        switch byte {
        case UInt8(ascii: "&"): "&amp;".utf8
        case UInt8(ascii: "<"): "&lt;".utf8
        case UInt8(ascii: ">"): "&gt;".utf8
        case UInt8(ascii: "\""): "&quot;".utf8
        case UInt8(ascii: "'"): "&#39;".utf8
        // A parser would turn a bare carriage return into a line feed.
        case 0x0D: "&#13;".utf8
        default: "\u{FFFD}".utf8
        }
    }
}
