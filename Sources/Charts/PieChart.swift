import Markup
package import Values

/// At most five sorted parts of a whole, clockwise from the top, each labelled in place.
package struct PieChart: Chart {
    /// The most parts; more of them belong into sorted bars.
    package static let limit = 5

    package var text: ChartText
    /// The largest first.
    package var parts: [Share]

    /// The parts are sorted here; those of size 0 are not drawn.
    package init(text: ChartText, parts: [Share]) {
        self.text = text
        self.parts = parts.sortedBySize
    }

    /// Throws where more than five parts have a size, or the parts make no whole.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let total = try parts.total()
        let shown = parts.filter { $0.value > 0 }
        guard shown.count <= Self.limit else {
            throw .tooManyParts(count: shown.count, limit: Self.limit)
        }
        let radius = width.isNarrow ? 64.0 : 74
        let center = Pixel(x: width.pixels / 2, y: 106)
        var canvas = Canvas(text.numbers)
        var labels: [PieLabel] = []
        var angle = 0.0
        for part in shown {
            let share = part.value / total
            sector(part, from: angle, share, center, radius, on: &canvas)
            let middle = direction(angle + share / 2)
            labels.append(PieLabel(part: part, share: share, direction: middle))
            angle += share
        }
        for side in [true, false] {
            place(labels.filter { $0.isRight == side }, center, radius, width, on: &canvas)
        }
        return canvas.drawing(text, width: width, height: 216, id: id)
    }

    private struct PieLabel {
        let part: Share
        let share: Double
        let direction: Pixel
        var isRight: Bool { direction.x >= 0 }
    }

    /// The unit vector at `turn` of a full turn, clockwise from the top.
    private func direction(_ turn: Double) -> Pixel {
        let angle = CircleFunctions.sineAndCosine(turns: turn)
        return Pixel(x: angle.sine, y: -angle.cosine)
    }

    private func sector(
        _ part: Share, from start: Double, _ share: Double, _ center: Pixel, _ radius: Double,
        on canvas: inout Canvas
    ) {
        guard share < 0.9995 else {
            return canvas.circle([part.tone.fill], center, radius: radius, title: part.title)
        }
        let a = direction(start)
        let b = direction(start + share)
        var path = PathData()
        path.move(center.x, center.y)
        path.line(center.x + a.x * radius, center.y + a.y * radius)
        path.arc(
            radius: radius, isLarge: share > 0.5, center.x + b.x * radius,
            center.y + b.y * radius)
        path.close()
        canvas.path([part.tone.fill, "gap"], path, title: part.title)
    }

    /// Labels the parts of one side, moved apart where the parts are thin.
    private func place(
        _ labels: [PieLabel], _ center: Pixel, _ radius: Double, _ width: ChartWidth,
        on canvas: inout Canvas
    ) {
        let wished = labels.map { center.y + $0.direction.y * (radius + 20) - 1 }
        let places = LabelPlacement.spread(wished, distance: 34, from: 14, to: 196)
        for (label, y) in zip(labels, places) {
            let sign = label.isRight ? 1.0 : -1
            let edge = Pixel(
                x: center.x + label.direction.x * (radius + 4),
                y: center.y + label.direction.y * (radius + 4))
            let bend = Pixel(x: center.x + label.direction.x * (radius + 16), y: y)
            canvas.line("lk", edge, bend)
            let x = bend.x + sign * 6
            let anchor: Anchor = label.isRight ? .start : .end
            let room = label.isRight ? width.pixels - x : x
            canvas.text(label.part.label, at: Pixel(x: x, y: y), anchor, ["b"], limit: room)
            let share = NumberFormat.percent(label.share, decimals: 1, style: canvas.numbers)
            let full = label.part.detail.isEmpty ? share : share + ", " + label.part.detail
            let detail = TextMetrics.width(full) <= room ? full : share
            canvas.text(detail, at: Pixel(x: x, y: y + 15), anchor, limit: room)
        }
    }
}
