/// Text made harmless for HTML and XML, in element content and in quoted attributes alike.
enum Escaping {
    /// One bit for each byte below 64 that may not pass: the control characters except tab and
    /// line feed, and `" & ' < >`.
    private static let stopped: UInt64 =
        (0xFFFF_FFFF & ~(1 << 9) & ~(1 << 10))
        | 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62

    /// Appends `text`, escaped.
    ///
    /// Most text needs nothing, so it is copied whole and then looked through; only from the first
    /// suspicious byte on is it taken character by character.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        guard let clean = firstSuspicious(in: bytes, from: start) else { return }
        let rest = bytes[clean...]
        let copy = Array(rest)
        bytes.removeSubrange(clean...)
        appendChecked(copy, to: &bytes)
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

    private static func appendChecked(_ source: [UInt8], to bytes: inout [UInt8]) {
        var index = 0
        while index < source.count {
            let byte = source[index]
            guard isSuspicious(byte) else {
                bytes.append(byte)
                index += 1
                continue
            }
            index += appendSuspicious(source, at: index, to: &bytes)
        }
    }

    /// Appends what stands for the character at `index` and gives its length in the source.
    private static func appendSuspicious(
        _ source: [UInt8], at index: Int, to bytes: inout [UInt8]
    ) -> Int {
        func follows(_ offset: Int) -> UInt8 {
            index + offset < source.count ? source[index + offset] : 0
        }
        let byte = source[index]
        switch byte {
        case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
        // A parser would turn a bare carriage return into a line feed.
        case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
        case 0xC2 where (0x80...0x9F).contains(follows(1)):
            bytes.append(contentsOf: "\u{FFFD}".utf8)
            return 2
        case 0xEF where follows(1) == 0xBF && follows(2) >= 0xBE:
            bytes.append(contentsOf: "\u{FFFD}".utf8)
            return 3
        case 0xC2, 0xEF: bytes.append(byte)
        default: bytes.append(contentsOf: "\u{FFFD}".utf8)
        }
        return 1
    }
}
