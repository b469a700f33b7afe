/// Text in as many lines as its width needs.
struct FlowingText {
    let lines: [String]

    /// Breaks at spaces, and within a word that is wider than a line.
    ///
    /// - Parameters:
    ///   - width: of a line, in pixels.
    ///   - size: of the font, in pixels.
    ///   - limit: the most lines; the last one ends in an ellipsis where there are more.
    init(_ text: String, width: Double, size: Double, isBold: Bool = false, limit: Int = 12) {
        let room = max(40, width * TextMetrics.size / size)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if TextMetrics.width(longer, isBold: isBold) <= room {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = String(word)
            while TextMetrics.width(line, isBold: isBold) > room {
                let head = Self.head(of: line, fitting: room, isBold)
                lines.append(String(line.prefix(head)))
                line = String(line.dropFirst(head))
            }
        }
        if !line.isEmpty { lines.append(line) }
        if lines.count > limit {
            lines = Array(lines.prefix(max(1, limit)))
            lines[lines.count - 1] = TextMetrics.truncated(
                lines[lines.count - 1] + " …", to: room, isBold: isBold)
        }
        self.lines = lines
    }

    /// How many characters fit; at least one.
    private static func head(of text: String, fitting room: Double, _ isBold: Bool) -> Int {
        var (used, count) = (0.0, 0)
        for character in text {
            used += TextMetrics.width(String(character), isBold: isBold)
            guard used <= room else { break }
            count += 1
        }
        return max(1, count)
    }
}
