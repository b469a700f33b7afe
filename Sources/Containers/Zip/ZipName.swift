/// Decodes entry names: UTF-8 where the archive says so or the bytes are valid, else code page 437.
enum ZipName {
    static func text(_ bytes: [UInt8], isUTF8: Bool, extra: [UInt8]) -> String {
        let text: String
        if let unicode = unicodePath(extra) {
            text = unicode
        } else if isUTF8 {
            text = String(decoding: bytes, as: UTF8.self)
        } else if bytes.contains(where: { $0 >= 0x80 }), let valid = valid(bytes) {
            // Many programs write UTF-8 without the flag, and other text is hardly ever valid
            // UTF-8.
            text = valid
        } else {
            text = String(bytes.map(character))
        }
        return text.replacing("\\", with: "/")
    }

    private static func valid(_ bytes: [UInt8]) -> String? {
        String(validating: bytes, as: UTF8.self)
    }

    private static func character(_ byte: UInt8) -> Character {
        guard byte >= 0x80 else { return Character(Unicode.Scalar(byte)) }
        return upper[Int(byte) - 0x80]
    }

    /// Info-ZIP's extra field 0x7075: version, CRC of the plain name (not checked), name in UTF-8.
    private static func unicodePath(_ extra: [UInt8]) -> String? {
        var place = 0
        while place + 4 <= extra.count {
            let length = extra.integer(at: place + 2, bytes: 2)
            let end = place + 4 + length
            if extra.number(at: place, bytes: 2) == 0x7075, length > 5, end <= extra.count {
                return valid(Array(extra[(place + 9)..<end]))
            }
            place = end
        }
        return nil
    }

    private static let upper: [Character] = Array(
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
}
