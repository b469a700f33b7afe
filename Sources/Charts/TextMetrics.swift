/// Widths of text, estimated without knowing the reader's font, rather too wide than too narrow.
enum TextMetrics {
    /// The font size in drawings, in pixels.
    static let size = 12.0
    /// The distance of two lines of text, in pixels.
    static let lineHeight = 15.0

    /// In pixels, at the size above.
    static func width(_ text: String, isBold: Bool = false) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + em($1) }
        return ems * size * (isBold ? 1.05 : 1)
    }

    /// Where a text is cut that is too wide.
    enum Cut {
        /// As of a sentence or an axis title.
        case end
        /// As of names, which differ at their ends.
        case middle
    }

    /// `text`, or as much of it as fits together with an ellipsis; empty where not even that fits.
    static func truncated(
        _ text: String, to width: Double, isBold: Bool = false, cut: Cut = .end
    ) -> String {
        guard self.width(text, isBold: isBold) > width + 0.5 else { return text }
        let room = width - self.width("…", isBold: isBold)
        guard room >= 0 else { return "" }
        let tailRoom = cut == .middle ? room * 0.45 : 0
        let tail = prefix(of: text.reversed(), fitting: tailRoom, isBold)
        let used = tail.reduce(0) { $0 + self.width(String($1), isBold: isBold) }
        var head = prefix(of: text, fitting: room - used, isBold)
        while head.last == " " { head.removeLast() }
        return String(head) + "…" + String(tail.reversed())
    }

    /// `text`, broken at a space into at most two lines; the second may be wider, and a text whose
    /// first word is too wide is not broken. Empty for no text.
    static func lines(_ text: String, width: Double) -> [String] {
        guard self.width(text) > width else { return text.isEmpty ? [] : [text] }
        var first = ""
        var words = text.split(separator: " ")[...]
        while let word = words.first {
            let longer = first.isEmpty ? String(word) : first + " " + word
            guard self.width(longer) <= width else { break }
            first = longer
            words = words.dropFirst()
        }
        return first.isEmpty || words.isEmpty ? [text] : [first, words.joined(separator: " ")]
    }

    private static func prefix(
        of characters: some Sequence<Character>, fitting width: Double, _ isBold: Bool
    ) -> [Character] {
        var used = 0.0
        return Array(
            characters.prefix { character in
                used += self.width(String(character), isBold: isBold)
                return used <= width
            })
    }

    private static func em(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "·": 0.3
        case "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.4
        case "\u{A0}", "\u{202F}": 0.3
        case "ж", "ш", "щ", "ю", "ы", "ф", "м", "Ж", "Ш", "Щ", "Ю", "Ы", "Ф", "М": 0.92
        case "m", "w", "M", "W", "%", "@", "…", "→", "×", "✚": 0.92
        case "A"..."Z": 0.7
        case "0"..."9", "+", "−", "–", "=", "<", ">": 0.64
        case "a"..."z", "_": 0.6
        default: scalar.value < 0x300 ? 0.6 : scalar.value < 0x1100 ? 0.68 : 1
        }
    }
}
