import Values

/// Recognises encodings and turns bytes into UTF-8.
struct TextDecoding: Sendable {
    var encoding: CSVDialect.Encoding

    /// Bytes of the byte order mark that the encoding would have at the start.
    static func byteOrderMark(_ bytes: Span<UInt8>) -> (encoding: CSVDialect.Encoding, length: Int)?
    {
        switch (bytes.byte(at: 0), bytes.byte(at: 1), bytes.byte(at: 2)) {
        case (0xEF, 0xBB, 0xBF): (.utf8, 3)
        case (0xFF, 0xFE, _): (.utf16LittleEndian, 2)
        case (0xFE, 0xFF, _): (.utf16BigEndian, 2)
        default: nil
        }
    }

    /// What the bytes of a sample are most likely written in, with the reason.
    ///
    /// `isWhole`: the sample is all there is, so that a character cut by its end is damage.
    static func guess(
        _ sample: Span<UInt8>, isWhole: Bool
    ) -> (CSVDialect.Encoding, DialectReason) {
        if let mark = byteOrderMark(sample) { return (mark.encoding, .byteOrderMark) }
        if let wide = wideEncoding(sample) {
            return (wide, .codePage(invalidBytes: sample.count / 2))
        }
        let census = UTF8Census(sample, isWhole: isWhole)
        if census.highBytes == 0 { return (.utf8, .plainASCII) }
        // Letters of a code page hardly ever form whole characters of UTF-8 by chance: where there
        // are as many of them as other bytes, the others are damage.
        if census.invalid <= census.characters {
            return (.utf8, .validUTF8)
        }
        // Words of another alphabet are runs of high bytes; accents and signs stand alone.
        let isCyrillic = census.neighbours * 2 > census.highBytes
        return (isCyrillic ? .windows1251 : .windows1252, .codePage(invalidBytes: census.invalid))
    }

    /// UTF-16 without a mark: ASCII characters leave every other byte zero.
    private static func wideEncoding(_ sample: Span<UInt8>) -> CSVDialect.Encoding? {
        var zeros = (even: 0, odd: 0)
        let count = Swift.min(sample.count, 4096) & ~1
        guard count >= 8 else { return nil }
        for index in 0..<count where sample[index] == 0 {
            if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 10 > count * 4, zeros.even * 20 < count { return .utf16LittleEndian }
        if zeros.even * 10 > count * 4, zeros.odd * 20 < count { return .utf16BigEndian }
        return nil
    }

    /// The bytes as UTF-8. For UTF-16 an odd byte or half a surrogate pair at the end is left over.
    /// - Returns: the text and how many bytes went into it.
    func utf8(_ bytes: Span<UInt8>) -> (text: [UInt8], consumed: Int) {
        if encoding == .utf8 {
            return (bytes.copied, bytes.count)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        switch encoding {
        case .utf8: return (text, 0)
        case .windows1251, .windows1252:
            let table = encoding == .windows1251 ? Self.windows1251 : Self.windows1252
            for index in 0..<bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    append(table[Int(byte) - 0x80], to: &text)
                }
            }
            return (text, bytes.count)
        case .utf16LittleEndian, .utf16BigEndian:
            let consumed = decodeWide(bytes, into: &text)
            return (text, consumed)
        }
    }

    private func decodeWide(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> Int {
        var index = 0
        let unit = { (bytes: Span<UInt8>, at: Int) -> UInt32 in
            let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
            return self.encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
        }
        while index + 1 < bytes.count {
            let value = unit(bytes, index)
            var scalar = Unicode.Scalar(value)
            var width = 2
            if value & 0xFC00 == 0xD800 {
                guard index + 3 < bytes.count else { break }
                let low = unit(bytes, index + 2)
                if low & 0xFC00 == 0xDC00 {
                    scalar = Unicode.Scalar(0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF))
                    width = 4
                }
            }
            append(scalar ?? "\u{FFFD}", to: &text)
            index += width
        }
        return index
    }

    private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        text.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [0xEF, 0xBF, 0xBD])
    }

    /// Bytes that this UTF-8 text has in the file's encoding; exact for text made by `utf8`.
    func encodedLength(_ text: Span<UInt8>) -> Int {
        var units = 0
        for index in 0..<text.count {
            let byte = text[index]
            if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        }
        switch encoding {
        case .utf8: return text.count
        case .windows1251, .windows1252: return units
        case .utf16LittleEndian, .utf16BigEndian: return units * 2
        }
    }

    private static let windows1251: [Unicode.Scalar] = Array(
        ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя").unicodeScalars)

    private static let windows1252: [Unicode.Scalar] =
        Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        + (0xA0...0xFF).compactMap { Unicode.Scalar(UInt32($0)) }
}

/// How much of some bytes is UTF-8 beyond ASCII.
struct UTF8Census {
    /// Bytes from 0x80 on.
    private(set) var highBytes = 0
    /// High bytes beside another one.
    private(set) var neighbours = 0
    /// Whole characters of several bytes.
    private(set) var characters = 0
    /// Bytes that belong to none.
    private(set) var invalid = 0

    init(_ bytes: Span<UInt8>, isWhole: Bool) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                index += 1
                continue
            }
            guard let length = Self.characterLength(bytes, at: index) ?? (isWhole ? 0 : nil)
            else { return }
            characters += length == 0 ? 0 : 1
            invalid += length == 0 ? 1 : 0
            for at in index..<(index + max(1, length)) {
                highBytes += 1
                let beside =
                    (bytes.byte(at: at - 1) ?? 0) >= 0x80 || (bytes.byte(at: at + 1) ?? 0) >= 0x80
                if beside { neighbours += 1 }
            }
            index += max(1, length)
        }
    }

    /// Bytes of the character that starts here: 0 where none does, `nil` where the bytes end in it.
    private static func characterLength(_ bytes: Span<UInt8>, at index: Int) -> Int? {
        let first = bytes[index]
        let length: Int
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        for offset in 1..<length {
            guard let next = bytes.byte(at: index + offset) else { return nil }
            guard next & 0xC0 == 0x80 else { return 0 }
            if offset == 1, first == 0xE0 && next < 0xA0 || first == 0xED && next > 0x9F {
                return 0
            }
            if offset == 1, first == 0xF0 && next < 0x90 || first == 0xF4 && next > 0x8F {
                return 0
            }
        }
        return length
    }
}
