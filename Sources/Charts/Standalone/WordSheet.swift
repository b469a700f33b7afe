import Markup
import Values

/// Words, drawings and legends below each other.
struct WordSheet {
    let width: Double
    let numbers: NumberStyle
    private(set) var markup = Markup()
    /// Where the next one begins, in pixels from the top.
    private(set) var y = 0.0

    init(width: Double, numbers: NumberStyle) {
        self.width = width
        self.numbers = numbers
    }

    /// A paragraph; nothing for no text.
    mutating func add(
        _ text: String, _ style: StaticString?, size: Double, lineHeight: Double, gap: Double = 0
    ) {
        let isBold = style?.description == "head"
        let lines = FlowingText(text, width: width, size: size, isBold: isBold).lines
        guard !lines.isEmpty else { return }
        y += gap
        for line in lines {
            let attributes: [Attribute] = [
                .number("x", 0), .number("y", y + lineHeight - 0.33 * size),
            ]
            markup.appendElement(
                "text", attributes + (style.map { [.class($0)] } ?? []), text: line)
            y += lineHeight
        }
    }

    /// A chart's marks.
    mutating func add(_ drawing: Drawing, gap: Double) {
        y += gap
        markup.appendElement("g", [.translation(0, y)]) { $0.append(drawing.marks) }
        y += drawing.height
    }

    /// The legend, in as many lines as it needs.
    mutating func add(_ key: [Key.Entry], isNarrow: Bool) {
        var x = 0.0
        let entries = key.filter { isNarrow || !$0.isNarrowOnly }
        guard !entries.isEmpty else { return }
        y += 8
        for entry in entries {
            let length = Self.width(of: entry)
            if x > 0, x + length > width {
                x = 0
                y += 18
            }
            markup.append(element("g", [.translation(x, y)]) { marks(of: entry) })
            x += length + 16
        }
        y += 18
    }

    private static func width(of entry: Key.Entry) -> Double {
        var length = TextMetrics.width(entry.text)
        if !entry.textBefore.isEmpty { length += TextMetrics.width(entry.textBefore) + 6 }
        return length + (entry.signWidth > 0 ? entry.signWidth + 6 : 0)
    }

    /// A text that is wider than the sheet is cut.
    private func marks(of entry: Key.Entry) -> Markup {
        var group = Markup()
        var x = 0.0
        func add(_ text: String, room: Double) {
            let shown = TextMetrics.truncated(text, to: room)
            guard !shown.isEmpty else { return }
            group.appendElement("text", [.number("x", x), .number("y", 10)], text: shown)
            x += TextMetrics.width(shown) + 6
        }
        add(entry.textBefore, room: width / 3)
        if entry.signWidth > 0 {
            group.appendElement("g", [.translation(x, 0)]) { $0.append(entry.sign) }
            x += entry.signWidth + 6
        }
        add(entry.text, room: width - x)
        return group
    }
}

extension Attribute {
    /// Moves a group.
    static func translation(_ x: Double, _ y: Double) -> Attribute {
        func text(_ value: Double) -> String {
            let hundredths = (value * 100).rounded() / 100
            return "\(hundredths)"
        }
        return .attribute("transform", "translate(\(text(x)) \(text(y)))")
    }
}
