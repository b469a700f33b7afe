/// Widths of text, estimated without the reader's font and rather too wide than too narrow.
enum TextMetrics {
    /// The size of the text in drawings.
    static let size = 12.0
    /// The distance of two lines.
    static let lineHeight = 15.0

    /// The width of `text` in pixels at 12 px.
    static func width(_ text: String, isBold: Bool = false) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + em($1) }
        return ems * size * (isBold ? 1.05 : 1)
    }

    /// `text`, or as much of its beginning as fits with an ellipsis.
    static func truncated(_ text: String, to width: Double, isBold: Bool = false) -> String {
        guard self.width(text, isBold: isBold) > width else { return text }
        var result = ""
        var used = em("…") * size
        for character in text {
            used += self.width(String(character), isBold: isBold)
            if used > width { break }
            result.append(character)
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    private static func em(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ", "·": 0.3
        case "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.4
        case "m", "w", "M", "W", "%", "@", "…", "→", "×", "✚": 0.92
        case "A"..."Z": 0.7
        case "0"..."9", "+", "−", "–", "=", "<", ">": 0.64
        case "a"..."z", "_": 0.58
        default: scalar.value < 0x300 ? 0.6 : scalar.value < 0x1100 ? 0.68 : 1
        }
    }
}
