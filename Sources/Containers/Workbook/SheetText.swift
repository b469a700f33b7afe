/// Text as the parts of a workbook hold it (ECMA-376, part 1, 22.9.2.19): what XML cannot say is
/// written as `_xHHHH_`, and so is the underscore of a text that looks like that.
enum SheetText {
    /// For contents and, with quotes, for attributes.
    static func escaped(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.contains(where: isSpecial) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 16)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case 0x09, 0x0A: result.append(byte)
            case ..<0x20: result += code(UInt16(byte)).utf8
            case UInt8(ascii: "_") where isCode(bytes, at: place): result += code(0x5F).utf8
            case 0xEF where isNoCharacter(bytes, at: place):
                result += code(bytes[place + 2] == 0xBE ? 0xFFFE : 0xFFFF).utf8
                place += 2
            default: result.append(byte)
            }
            place += 1
        }
        return result
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x5F
            || byte == 0xEF
    }

    private static func code(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    }

    /// Whether the text from `place` on reads `_xHHHH_`.
    private static func isCode(_ bytes: [UInt8], at place: Int) -> Bool {
        guard place + 6 < bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
            bytes[place + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[(place + 2)..<(place + 6)].allSatisfy {
            Character(Unicode.Scalar($0)).isHexDigit
        }
    }

    /// Whether U+FFFE or U+FFFF stands at `place`, which XML does not know.
    private static func isNoCharacter(_ bytes: [UInt8], at place: Int) -> Bool {
        place + 2 < bytes.count && bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE
    }
}
