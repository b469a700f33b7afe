package import Values

/// One bar cut into the parts of a whole, labelled below: the sizes of groups.
package struct ShareBar: Chart {
    package var text: ChartText
    /// From the left; parts of size 0 are not drawn.
    package var parts: [Share]
    package static let limit = 24

    package init(text: ChartText, parts: [Share]) {
        self.text = text
        self.parts = parts
    }

    /// Draws the first 24 parts; throws where the parts make no whole.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let total = try parts.total()
        let present = parts.filter { $0.value > 0 }
        let shown = Array(present.prefix(Self.limit))
        let room = width.pixels - 2 * Double(shown.count - 1)
        var canvas = Canvas(text.numbers)
        var x = 0.0
        for part in shown {
            let length = room * part.value / total
            let box = Frame(left: x, top: 0, right: x + length, bottom: 22)
            canvas.rectangle(part.tone.fill, box, radius: 2, title: part.title)
            let label = part.label + (part.detail.isEmpty ? "" : " " + part.detail)
            let name = TextMetrics.width(label, isBold: true) <= length + 2 ? label : part.label
            if TextMetrics.width(name, isBold: true) <= length + 2 {
                canvas.text(name, at: Pixel(x: x + length / 2, y: 37), .middle, ["b"])
            }
            x += length + 2
        }
        return canvas.drawing(
            text, width: width, height: 40, id: id,
            reduction: Reduction(.rows, total: present.count, drawn: shown.count))
    }
}
