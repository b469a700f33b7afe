/// A number, a word or a sign in a cell with a time.
struct TimeToken {
    enum Kind { case number, word, sign }

    var kind: Kind
    /// The number, or the sign's ASCII code.
    var value = 0
    /// How many digits the number has.
    var digits = 0
    /// The word's `TimeWordHash`.
    var hash: UInt64 = 0
    var range: Range<Int>
    /// Nothing separates it from the token before.
    var isGlued = false
}

/// Cuts a cell into numbers, words and signs. Blanks of any kind, brackets, quotes, and commas that
/// are not between two digits only separate.
///
/// A word is a run of letters. The units in Chinese, Japanese and Korean dates (年, 日, 시) are words
/// of their own, as are weekdays and halves of the day in these languages.
enum TimeScanner {
    /// The next token from `index` on, which is moved behind it; `nil` at the end.
    ///
    /// `limit`: digits after which a number is cut.
    static func next(
        _ cell: Span<UInt8>, _ index: inout Int, limit: Int = 19
    ) -> TimeToken? {
        let before = index
        skipBlanks(cell, &index)
        guard index < cell.count else { return nil }
        let start = index
        let isGlued = start == before && start > 0
        var token = read(cell, &index, limit: limit)
        token.range = start..<index
        token.isGlued = isGlued
        return token
    }

    private static func read(
        _ cell: Span<UInt8>, _ index: inout Int, limit: Int
    ) -> TimeToken {
        let byte = cell[index]
        if byte &- 0x30 < 10 { return number(cell, &index, limit: limit) }
        if byte < 0x80 {
            if (byte | 0x20) &- 0x61 < 26 { return TimeWordScanner.word(cell, &index) }
            index += 1
            return TimeToken(kind: .sign, value: Int(byte), range: 0..<0)
        }
        let (scalar, length) = scalar(cell, index)
        if digit(scalar) != nil { return number(cell, &index, limit: limit) }
        if let sign = sign(scalar) {
            index += length
            return TimeToken(kind: .sign, value: sign, range: 0..<0)
        }
        return TimeWordScanner.word(cell, &index)
    }

    private static func number(
        _ cell: Span<UInt8>, _ index: inout Int, limit: Int
    ) -> TimeToken {
        var token = TimeToken(kind: .number, range: 0..<0)
        while index < cell.count, token.digits < limit {
            let byte = cell[index]
            if byte &- 0x30 < 10 {
                token.value = token.value &* 10 &+ Int(byte &- 0x30)
                index += 1
            } else {
                guard byte >= 0x80 else { break }
                let (scalar, length) = scalar(cell, index)
                guard let digit = digit(scalar) else { break }
                token.value = token.value &* 10 &+ digit
                index += length
            }
            token.digits += 1
        }
        return token
    }

    /// Moves `index` past everything that only separates.
    static func skipBlanks(_ cell: Span<UInt8>, _ index: inout Int) {
        while index < cell.count {
            let byte = cell[index]
            if byte < 0x80 {
                guard isBlank(byte), byte != 0x2C || !isBetweenDigits(cell, index) else { return }
                index += 1
            } else {
                let (scalar, length) = scalar(cell, index)
                guard isBlank(scalar) else { return }
                index += length
            }
        }
    }

    /// Space, tab, comma, semicolon, brackets, quotes and `=`, `@`, `|`, `#`, `*`.
    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x2C, 0x3B, 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E,
            0x3D, 0x40, 0x7C, 0x23, 0x2A, 0x60:
            true
        default: false
        }
    }

    /// The same beyond ASCII: spaces, direction marks, commas and brackets of other scripts.
    static func isBlank(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2069, 0x3000, 0xFEFF,
            0xFF0C, 0x3001, 0x060C, 0xFF08, 0xFF09, 0x201C, 0x201D, 0x3010, 0x3011:
            true
        default: false
        }
    }

    private static func isBetweenDigits(_ cell: Span<UInt8>, _ index: Int) -> Bool {
        guard let before = cell.byte(at: index - 1), let after = cell.byte(at: index + 1) else {
            return false
        }
        return before &- 0x30 < 10 && after &- 0x30 < 10
    }

    /// The scalar at a position and its length; U+FFFD of length 1 for invalid UTF-8.
    static func scalar(_ cell: Span<UInt8>, _ index: Int) -> (value: UInt32, length: Int) {
        let first = cell[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first < 0x80 || first >= 0xC2, index + length <= cell.count else {
            return (0xFFFD, 1)
        }
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) {
            let byte = cell[index + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (value, length)
    }

    /// The value of a decimal digit: Arabic, Persian, Devanagari, Bengali or full-width.
    static func digit(_ scalar: UInt32) -> Int? {
        for zero: UInt32 in [0x660, 0x6F0, 0x966, 0x9E6, 0xFF10] where scalar &- zero < 10 {
            return Int(scalar - zero)
        }
        return nil
    }

    /// The ASCII sign for one of another script: minus, dashes, full-width forms.
    static func sign(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x2010...0x2015, 0x2212, 0xFF0D: 0x2D
        case 0xFF1A: 0x3A
        case 0xFF0F, 0x2215: 0x2F
        case 0xFF0E: 0x2E
        case 0xFF0B: 0x2B
        default: nil
        }
    }
}
