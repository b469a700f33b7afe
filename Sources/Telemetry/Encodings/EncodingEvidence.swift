import Values

/// What of a file shows its encoding: different fields with bytes beyond ASCII, up to 250.
struct EncodingEvidence {
    let fields: [[UInt8]]

    private static let most = (fields: 250, bytes: 6_000, length: 120)

    /// `isWhole`: the sample is the whole file, so that its last field is complete.
    init(_ sample: Span<UInt8>, isWhole: Bool) {
        var fields: [[UInt8]] = []
        var known: Set<[UInt8]> = []
        var (start, bytes, isPlain) = (0, 0, true)
        for index in 0...sample.count {
            let byte = sample.byte(at: index) ?? 0x0A
            if byte >= 0x80 { isPlain = false }
            guard Self.separates(byte) else { continue }
            if !isPlain, index < sample.count || isWhole {
                let field = Self.whole(sample.extracting(start..<index))
                if known.insert(field).inserted {
                    fields.append(field)
                    bytes += field.count
                }
            }
            if fields.count >= Self.most.fields || bytes >= Self.most.bytes { break }
            (start, isPlain) = (index + 1, true)
        }
        self.fields = fields
    }

    /// A long field is cut at a space, digit or sign, so that no character is.
    private static func whole(_ field: Span<UInt8>) -> [UInt8] {
        guard field.count > most.length else { return field.copied }
        var end = most.length
        while end > 0, field[end] >= 0x30 { end -= 1 }
        return field.extracting(first: end).copied
    }

    /// Control characters, quotes, commas and semicolons: no encoding has them as a second byte.
    private static func separates(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x2C || byte == 0x3B
    }
}

/// A character of a field, decoded.
struct DecodedLetter {
    var scalar: UInt32
    /// Its first byte, and how many bytes it has.
    var lead: UInt8
    var length: Int

    /// The characters of a field in a code page. One cut off by the field's end is invalid: what
    /// ends a field is never part of a character.
    static func all(_ field: [UInt8], _ page: CodePage) -> [DecodedLetter] {
        var letters: [DecodedLetter] = []
        var index = 0
        while index < field.count {
            let character = page.character(field.span, index) ?? (scalar: CodePage.none, length: 1)
            letters.append(
                DecodedLetter(
                    scalar: character.scalar, lead: field[index], length: character.length))
            index += character.length
        }
        return letters
    }
}
