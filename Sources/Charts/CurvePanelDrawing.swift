import Markup
import Values

/// Draws one figure of a curve chart.
struct CurvePanelDrawing {
    private let panel: CurveChart.Panel
    private let outer: Frame
    private let frame: Frame
    private let choice: Double?
    private let acrossTitle: String
    private let upward: LinearScale
    private let points: [CurveChart.Point]

    init(
        panel: CurveChart.Panel, outer: Frame, choice: Double?, acrossTitle: String,
        numbers: NumberStyle
    ) {
        self.panel = panel
        self.outer = outer
        self.choice = choice
        self.acrossTitle = acrossTitle
        points = panel.points.filter(\.x.isFinite).sorted { $0.x < $1.x }
        upward = LinearScale(
            values: (points + panel.comparison).flatMap(\.interval.values),
            from: outer.top + 158, to: outer.top + 26, includesZero: panel.startsAtZero,
            spacing: 35)
        frame = Frame(
            left: outer.left + Canvas.labelWidth(upward, numbers) + 12, top: outer.top + 26,
            right: outer.right, bottom: outer.top + 158)
    }

    func draw(on canvas: inout Canvas, count: inout PointCount) {
        canvas.text(
            panel.valueTitle, at: Pixel(x: outer.left, y: outer.top + 11), limit: outer.width)
        canvas.valueGrid(upward, frame)
        canvas.text(
            acrossTitle, at: Pixel(x: outer.right, y: frame.bottom + 36), .end, limit: outer.width)
        guard let position = across else { return }
        let hasMarks = points.count <= 40
        if hasMarks { whiskers(position, on: &canvas) }
        let series = LineSeries(
            points: points.map { DataPoint(x: $0.x, y: $0.interval.value) }, tone: .context)
        let path = LinePath(
            series, x: position, y: upward.position, frame: frame, count: &count)
        compare(position, on: &canvas, count: &count)
        canvas.path([hasMarks ? "lg" : "l0"], path.outline(.straight))
        if hasMarks {
            marks(position, on: &canvas)
            placeLabels(position, on: &canvas)
        } else {
            ticks(on: &canvas)
        }
        chosen(position, hasMarks: hasMarks, on: &canvas)
    }

    private var range: ClosedRange<Double>? {
        guard let first = points.first?.x, let last = points.last?.x else { return nil }
        return ClosedRange(from: first, to: last)
    }

    /// The pixels of a place: up to 40 places keep away from the edges, more run from edge to edge
    /// on a scale with ticks.
    private var across: ((Double) -> Double)? {
        guard let range else { return nil }
        guard points.count <= 40 else { return crossScale(range).position }
        let span = range.upperBound - range.lowerBound
        guard span > 0 else { return { _ in frame.center.x } }
        return { frame.left + 12 + ($0 - range.lowerBound) / span * (frame.width - 24) }
    }

    private func crossScale(_ range: ClosedRange<Double>) -> LinearScale {
        LinearScale(
            values: [range.lowerBound, range.upperBound], from: frame.left, to: frame.right,
            spacing: 80)
    }

    private func isChosen(_ point: CurveChart.Point) -> Bool { point.x == choice }

    private func compare(
        _ position: (Double) -> Double, on canvas: inout Canvas, count: inout PointCount
    ) {
        let held = panel.comparison.filter(\.x.isFinite).sorted { $0.x < $1.x }
        let series = LineSeries(
            points: held.map { DataPoint(x: $0.x, y: $0.interval.value) }, tone: .context)
        let path = LinePath(
            series, x: position, y: upward.position, frame: frame, count: &count)
        canvas.path(["lg", "dash"], path.outline(.straight))
    }

    private func whiskers(_ position: (Double) -> Double, on canvas: inout Canvas) {
        for point in points {
            guard let low = point.interval.low, let high = point.interval.high, low.isFinite,
                high.isFinite
            else { continue }
            var path = PathData()
            path.move(position(point.x), upward.position(low))
            path.upright(to: upward.position(high))
            canvas.path(["whisk", isChosen(point) ? "l0" : "lg"], path)
        }
    }

    private func marks(_ position: (Double) -> Double, on canvas: inout Canvas) {
        for point in points {
            guard let value = point.interval.value, value.isFinite else { continue }
            let pixel = Pixel(x: position(point.x), y: upward.position(value))
            canvas.circle(
                [isChosen(point) ? "f0" : "fm"], pixel, radius: isChosen(point) ? 4.2 : 2.8,
                title: point.interval.title)
        }
    }

    /// The places themselves as labels; where they are close, only some, but always the chosen one.
    private func placeLabels(_ position: (Double) -> Double, on canvas: inout Canvas) {
        let labels = points.map { point in
            let name = NumberFormat.significant(point.x, style: canvas.numbers)
            return (point, name, x: position(point.x), half: TextMetrics.width(name) / 2 + 1)
        }
        let marked = labels.first { isChosen($0.0) }.flatMap {
            ClosedRange(from: $0.x - $0.half - 3, to: $0.x + $0.half)
        }
        var free = -Double.infinity
        for (point, name, x, half) in labels {
            let meetsMarked =
                ClosedRange(from: x - half, to: x + half).map { marked?.overlaps($0) } == true
            guard isChosen(point) || (x - half > free && !meetsMarked) else { continue }
            canvas.text(
                name, at: Pixel(x: x, y: frame.bottom + 19), .middle,
                isChosen(point) ? ["acc", "halo"] : [])
            free = x + half + 4
        }
    }

    private func ticks(on canvas: inout Canvas) {
        guard let range else { return }
        let scale = crossScale(range)
        canvas.horizontalAxis(.linear(scale, title: ""), frame, right: outer.right)
    }

    private func chosen(
        _ position: (Double) -> Double, hasMarks: Bool, on canvas: inout Canvas
    ) {
        guard let choice, let point = points.first(where: isChosen) ?? nearest(choice),
            let value = point.interval.value, value.isFinite
        else { return }
        let pixel = Pixel(x: position(point.x), y: upward.position(value))
        if !hasMarks {
            canvas.circle(["f0"], pixel, radius: 4.6, title: point.interval.title)
        }
        let width = TextMetrics.width(panel.choiceLabel, isBold: true) + 8
        let isLeft = pixel.x + width > outer.right
        let y = pixel.y - 8 < frame.top ? pixel.y + 16 : pixel.y - 8
        canvas.text(
            panel.choiceLabel, at: Pixel(x: pixel.x + (isLeft ? -7 : 7), y: y),
            isLeft ? .end : .start, ["acc", "halo"], limit: outer.width)
    }

    private func nearest(_ choice: Double) -> CurveChart.Point? {
        points.min { ($0.x - choice).magnitude < ($1.x - choice).magnitude }
    }
}
