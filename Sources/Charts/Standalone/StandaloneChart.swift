package import Markup
package import Values

/// A chart as an SVG document of its own: its words and its legend are part of the drawing, and it
/// needs no style sheet, no script and no font of anybody.
package struct StandaloneChart: Sendable {
    /// The words around the drawing; empty ones take no room.
    package struct Words: Sendable {
        package var title: String
        /// Unit, number of cases, period.
        package var sub: String
        /// The finding.
        package var caption: String
        /// What must be known to read it.
        package var note: String
        /// Where the data is from.
        package var source: String

        package init(
            title: String = "", sub: String = "", caption: String = "", note: String = "",
            source: String = ""
        ) {
            (self.title, self.sub, self.caption) = (title, sub, caption)
            (self.note, self.source) = (note, source)
        }
    }

    package var chart: any Chart
    package var key: [Key.Entry]
    package var words: Words
    /// Before the ids of title and description, so that several can stand in one document.
    package var id = ""
    /// Pixels around it.
    package var margin = 16.0
    /// Whether it stands on a surface of the theme's colour.
    package var hasPaper = true
    /// Says what the drawing leaves out.
    package var reductionNote: @Sendable (Reduction) -> String = { _ in "" }

    package init(_ chart: any Chart, key: [Key.Entry] = [], words: Words = Words()) {
        (self.chart, self.key, self.words) = (chart, key, words)
    }

    /// The pixels that it may be wide.
    package static let widths = 240.0...2_000.0

    /// A document and its size.
    package struct Document: Sendable {
        package let markup: Markup
        /// In pixels.
        package let width: Double
        package let height: Double
    }

    /// Draws it.
    ///
    /// - Parameter width: in pixels, with the margins; is brought into `widths`.
    /// - Parameter style: nil for a drawing that stands in a document with the style.
    /// - Throws: what the chart throws.
    package func document(
        width: Double, theme: ChartStyle.Theme, style: ChartStyle?
    ) throws(NothingToDraw) -> Document {
        let width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
        let inner = width - 2 * margin
        let drawing = try chart.draw(width: ChartWidth(pixels: inner), id: "chart")
        var sheet = WordSheet(width: inner, numbers: chart.text.numbers)
        sheet.add(words.title, "head", size: 14, lineHeight: 20)
        sheet.add(words.sub, nil, size: 12, lineHeight: 16)
        sheet.add(words.caption, "say", size: 13, lineHeight: 19, gap: 6)
        sheet.add(drawing, gap: sheet.y > 0 ? 12 : 0)
        sheet.add(key, isNarrow: ChartWidth(pixels: inner).isNarrow)
        let left = drawing.reduction.map(reductionNote) ?? ""
        let notes = [left, words.note].filter { !$0.isEmpty }.joined(separator: " ")
        sheet.add(notes, nil, size: 12, lineHeight: 16, gap: 8)
        sheet.add(words.source, nil, size: 12, lineHeight: 16, gap: 10)
        let height = (sheet.y + 2 * margin).rounded(.up)
        let size: [Attribute] = [.number("width", width), .number("height", height)]
        let marks = Markup {
            if hasPaper { emptyElement("rect", [.class("paper")] + size) }
            element("g", [.translation(margin, margin)]) { sheet.markup }
        }
        let markup = element(
            "svg",
            [
                .fixed("xmlns", "http://www.w3.org/2000/svg"),
                .viewBox(width: width, height: height),
                .fixed("role", "img"), .references("aria-labelledby", [id + "t", id + "d"]),
            ] + size
        ) {
            element("title", [.id(id + "t")], text: chart.text.title)
            element("desc", [.id(id + "d")], text: chart.text.description)
            if let style { Markup.style(style.css(for: marks, theme)) }
            marks
        }
        return Document(markup: markup, width: width, height: height)
    }
}

extension ChartWidth {
    /// For a drawing that stands alone, which may have any width.
    init(pixels: Double) {
        let room: Room = pixels < 440 ? .narrow : pixels < 660 ? .medium : .wide
        self.init(pixels: pixels, room: room, classes: [])
    }
}
