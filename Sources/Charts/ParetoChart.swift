import Markup
package import Values

/// Columns of falling height as shares of the whole, and the line of their sums.
package struct ParetoChart: Chart {
    /// The value title names the whole, "% of all errors".
    package var text: ChartText
    /// The largest first.
    package var parts: [Share]
    /// Written at the line, "cumulative".
    package var cumulativeLabel: String
    /// The most columns drawn; callers put what is beyond together as "other".
    package static let limit = 16

    /// The parts are sorted here.
    package init(text: ChartText, parts: [Share], cumulativeLabel: String) {
        self.text = text
        self.parts = parts.sortedBySize
        self.cumulativeLabel = cumulativeLabel
    }

    /// Draws the first 16 columns, in percent of all parts; throws where the parts make no whole.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let total = try parts.total()
        let shown = Array(parts.prefix(Self.limit))
        let bottom = width.isNarrow ? 168.0 : 176
        let frame = Frame(left: 44, top: 26, right: width.pixels - 10, bottom: bottom)
        let scale = LinearScale(
            values: [0, 100], from: frame.bottom, to: frame.top, includesZero: true, spacing: 30)
        var canvas = Canvas(text.numbers)
        canvas.text(text.valueTitle, at: Pixel(x: 0, y: 11), limit: width.pixels)
        canvas.valueGrid(scale, frame)
        let pitch = frame.width / Double(shown.count)
        for (index, part) in shown.enumerated() {
            let middle = frame.left + (Double(index) + 0.5) * pitch
            column(part, middle: middle, pitch, total, scale, on: &canvas)
        }
        cumulative(shown, total, pitch, frame, scale, on: &canvas)
        return canvas.drawing(
            text, width: width, height: frame.bottom + 40, id: id,
            reduction: Reduction(.rows, total: parts.count, drawn: shown.count))
    }

    private func column(
        _ part: Share, middle: Double, _ pitch: Double, _ total: Double, _ scale: LinearScale,
        on canvas: inout Canvas
    ) {
        let half = min(pitch * 0.34, 40)
        let box = Frame(
            left: middle - half, top: scale.position(part.value / total * 100),
            right: middle + half, bottom: scale.baseline)
        canvas.rectangle(part.tone.fill, box, radius: 2, title: part.title)
        let label = Pixel(x: middle, y: scale.baseline + 18)
        canvas.text(part.label, at: label, .middle, ["d"], limit: pitch - 4)
        let detail = Pixel(x: middle, y: scale.baseline + 34)
        if TextMetrics.width(part.detail) <= pitch - 2 {
            canvas.text(part.detail, at: detail, .middle)
        }
    }

    private func cumulative(
        _ shown: [Share], _ total: Double, _ pitch: Double, _ frame: Frame, _ scale: LinearScale,
        on canvas: inout Canvas
    ) {
        var path = PathData()
        var spots: [(pixel: Pixel, text: String)] = []
        var sum = 0.0
        for (index, part) in shown.enumerated() {
            sum += part.value
            let x = frame.left + (Double(index) + 0.5) * pitch
            let pixel = Pixel(x: x, y: scale.position(sum / total * 100))
            index == 0 ? path.move(pixel.x, pixel.y) : path.line(pixel.x, pixel.y)
            spots.append((pixel, NumberFormat.percent(sum / total, style: canvas.numbers)))
        }
        if spots.count > 1 { canvas.path(["cut", "thin"], path) }
        for (index, spot) in spots.enumerated() {
            canvas.circle(["fink"], spot.pixel, radius: 2.6)
            // Where columns are narrow every second figure is written, and always the last.
            let isShown = pitch >= 40 || (spots.count - 1 - index) % 2 == 0
            guard isShown else { continue }
            let point = Pixel(x: spot.pixel.x, y: max(12, spot.pixel.y - 9))
            canvas.text(spot.text, at: point, .middle, ["b", "halo"])
        }
        guard spots.count > 2 else { return }
        let point = Pixel(x: spots[1].pixel.x, y: spots[1].pixel.y - 25)
        canvas.text(cumulativeLabel, at: point, .middle, ["d", "halo"])
    }
}
