import Markup
import Values

/// Collects the marks of one drawing, in the order in which they lie over each other.
struct Canvas {
    /// A mark keeps its tooltip while there are fewer than 300 and the drawing is small.
    private static let titleLimit = 300
    private static let titleByteLimit = 44_000
    private static let titleLength = 160

    let numbers: NumberStyle
    private(set) var markup = Markup()
    private var titles = 0

    init(_ numbers: NumberStyle) { self.numbers = numbers }

    mutating func line(_ style: StaticString, _ a: Pixel, _ b: Pixel) {
        var path = PathData()
        path.move(a.x, a.y)
        if a.y == b.y {
            path.across(to: b.x)
        } else if a.x == b.x {
            path.upright(to: b.y)
        } else {
            path.line(b.x, b.y)
        }
        self.path([style], path)
    }

    mutating func horizontal(_ style: StaticString, y: Double, from left: Double, to right: Double)
    {
        line(style, Pixel(x: left, y: y), Pixel(x: right, y: y))
    }

    mutating func vertical(_ style: StaticString, x: Double, from top: Double, to bottom: Double) {
        line(style, Pixel(x: x, y: top), Pixel(x: x, y: bottom))
    }

    mutating func path(_ styles: [StaticString], _ data: PathData, title: String? = nil) {
        guard !data.isEmpty else { return }
        mark("path", [.classes(styles), .path(data)], title)
    }

    mutating func rectangle(
        _ style: StaticString, _ frame: Frame, radius: Double = 0, title: String? = nil
    ) {
        var attributes: [Attribute] = [
            .class(style), .number("x", frame.left), .number("y", frame.top),
            .number("width", max(0, frame.width)), .number("height", max(0, frame.height)),
        ]
        if radius > 0 { attributes.append(.number("rx", radius)) }
        mark("rect", attributes, title)
    }

    mutating func circle(
        _ styles: [StaticString], _ center: Pixel, radius: Double, title: String? = nil
    ) {
        let attributes: [Attribute] = [
            .classes(styles), .number("cx", center.x), .number("cy", center.y),
            .number("r", radius),
        ]
        mark("circle", attributes, title)
    }

    mutating func mark(
        _ shape: MarkShape, _ styles: [StaticString], at center: Pixel, size: Double,
        title: String? = nil
    ) {
        guard let outline = shape.outline(at: center, size: size) else {
            return circle(styles, center, radius: size, title: title)
        }
        path(styles, outline, title: title)
    }

    /// Text on one line, cut with an ellipsis where it is wider than `limit`.
    mutating func text(
        _ text: String, at point: Pixel, _ anchor: Anchor = .start, _ styles: [StaticString] = [],
        limit: Double = .infinity, cut: TextMetrics.Cut = .end
    ) {
        let isBold = styles.contains { ["b", "acc", "crt"].contains($0.description) }
        let shown = TextMetrics.truncated(text, to: limit, isBold: isBold, cut: cut)
        guard !shown.isEmpty else { return }
        var attributes: [Attribute] = [.number("x", point.x), .number("y", point.y)]
        switch anchor {
        case .start: break
        case .middle: attributes.append(.fixed("text-anchor", "middle"))
        case .end: attributes.append(.fixed("text-anchor", "end"))
        }
        if !styles.isEmpty { attributes.append(.classes(styles)) }
        markup.appendElement("text", attributes, text: shown)
    }

    private mutating func mark(_ name: StaticString, _ attributes: [Attribute], _ title: String?) {
        guard let title, allowsTitle, !title.isEmpty else {
            return markup.appendEmptyElement(name, attributes)
        }
        titles += 1
        // Characters are counted only where there may be too many: finding their ends takes long.
        let isLong = title.utf8.count > Self.titleLength && title.count > Self.titleLength
        let text =
            isLong ? title.prefix(Self.titleLength) + "…" : title[...]
        markup.appendElement(name, attributes) { $0.appendElement("title", text: String(text)) }
    }

    var allowsTitle: Bool {
        titles < Self.titleLimit && markup.bytes.count < Self.titleByteLimit
    }

    /// The `svg` element around the marks, with its accessible name and description.
    ///
    /// - Parameter area: where the horizontal axis lies, for the script that reads values under the
    ///   pointer.
    func drawing(
        _ text: ChartText, width: ChartWidth, height: Double, id: String,
        reduction: Reduction? = nil, area: PlotArea? = nil
    ) -> Drawing {
        let titleID = id + "-t"
        let descriptionID = id + "-d"
        var svg = Markup()
        svg.reserve(markup.bytes.count + 512)
        var attributes: [Attribute] = [
            .classes(width.classes), .viewBox(width: width.pixels, height: height),
            .fixed("role", "img"), .references("aria-labelledby", [titleID, descriptionID]),
        ]
        if let area { attributes.append(area.attribute) }
        if width.isSizeFixed {
            attributes += [.number("width", width.pixels), .number("height", height)]
        }
        svg.appendElement("svg", attributes) { svg in
            svg.appendElement("title", [.id(titleID)], text: text.title)
            svg.appendElement("desc", [.id(descriptionID)], text: text.description)
            svg.append(markup)
        }
        return Drawing(markup: svg, marks: markup, height: height, reduction: reduction)
    }
}
