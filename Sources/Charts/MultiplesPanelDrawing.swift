import Markup
import Values

struct MultiplesPanelDrawing {
    let panel: SmallMultiples.Panel
    let frame: Frame
    let layout: MultiplesLayout
    let scale: HorizontalScale

    func draw(on canvas: inout Canvas, count: inout PointCount, traced: inout PointCount) {
        let vertical = layout.scale(panel, frame)
        for band in panel.bands {
            let path = BandPath(
                band, x: scale.position, y: vertical.position, frame: frame,
                columns: count.columns)
            canvas.path([path.style], path.data, title: band.title)
        }
        spans(on: &canvas)
        grid(vertical, on: &canvas)
        name(on: &canvas)
        trace(vertical, on: &canvas, count: &traced)
        var last: Pixel?
        for series in panel.series {
            let path = LinePath(
                series, x: scale.position, y: vertical.position, frame: frame, count: &count)
            canvas.path(
                stroke(series.tone) + (series.isDashed ? ["dash"] : []), path.outline(series.joint))
            canvas.path([series.tone.stroke, "dash"], path.incompleteLinks)
            last = path.spots.last?.pixel ?? last
            if path.spots.count == 1, let only = path.spots.first {
                canvas.circle([series.tone.fill], only.pixel, radius: 3, title: only.point.title)
            }
        }
        anomalies(vertical, on: &canvas)
        if let last { endLabel(near: last.y, on: &canvas) }
    }

    /// The readings behind the lines; values beyond the scale are drawn at the panel's edge.
    private func trace(
        _ vertical: LinearScale, on canvas: inout Canvas, count: inout PointCount
    ) {
        guard let trace = panel.trace else { return }
        let path = LinePath(
            trace, x: scale.position,
            y: { min(max(vertical.position($0), frame.top), frame.bottom) }, frame: frame,
            count: &count)
        canvas.path([trace.tone.stroke, "trace"], path.outline(trace.joint))
    }

    /// Spans are shaded from top to bottom, at least two pixels wide; the longest first, so that
    /// the pointer reaches each where they overlap.
    private func spans(on canvas: inout Canvas) {
        let ordered = panel.spans.sorted { $0.to - $0.from > $1.to - $1.from }
        for span in ordered where span.to >= span.from && !span.from.isNaN {
            let left = max(frame.left, scale.position(span.from))
            let right = span.to.isFinite ? min(frame.right, scale.position(span.to)) : frame.right
            guard left <= frame.right, right >= frame.left else { continue }
            let end = min(frame.right, max(right, left + 2))
            canvas.rectangle(
                "span",
                Frame(left: min(left, end - 2), top: frame.top, right: end, bottom: frame.bottom),
                title: span.title)
        }
    }

    /// A line in `.ink` is thin and dark, so that the marks of its anomalies stand out.
    private func stroke(_ tone: Tone) -> [StaticString] {
        tone == .ink ? ["lg", "cur"] : [tone.stroke]
    }

    private func grid(_ vertical: LinearScale, on canvas: inout Canvas) {
        if layout.showsTicks {
            canvas.valueGrid(vertical, frame)
        } else {
            canvas.horizontal("grid0", y: frame.bottom, from: frame.left, to: frame.right)
            canvas.horizontal("gl", y: frame.top, from: frame.left, to: frame.right)
        }
    }

    private func name(on canvas: inout Canvas) {
        let y = layout.isNarrow ? frame.top - 9 : frame.center.y + 4
        let limit = layout.isNarrow ? layout.width : layout.labelRoom + 2
        canvas.text(panel.label, at: Pixel(x: 0, y: y), .start, ["b"], limit: limit, cut: .middle)
    }

    private struct Mark {
        let pixel: Pixel
        let title: String
    }

    private func anomalies(_ vertical: LinearScale, on canvas: inout Canvas) {
        let finite = panel.anomalies.filter { $0.x.isFinite && $0.y.isFinite }
        let all = finite.sorted { $0.x < $1.x }.map { anomaly in
            let pixel = Pixel(x: scale.position(anomaly.x), y: vertical.position(anomaly.y))
            return Mark(pixel: pixel, title: anomaly.title)
        }
        let marks = thinned(all)
        guard marks.count > 100 else {
            for mark in marks {
                canvas.mark(.diamond, ["fcrit"], at: mark.pixel, size: 3.75, title: mark.title)
            }
            return
        }
        var path = PathData()
        for mark in marks { MarkShape.diamond.append(to: &path, at: mark.pixel, size: 3) }
        canvas.path(["fcrit"], path)
    }

    /// Of the marks in each stretch of pixels, the farthest from the middle above and the farthest
    /// below; stretches are widened until at most `mostAnomalies` are left, up to 64 px.
    private func thinned(_ marks: [Mark]) -> [Mark] {
        var stretch = 2.0
        var result = farthest(marks, stretch)
        while result.count > layout.mostAnomalies, stretch < 64 {
            stretch *= 2
            result = farthest(marks, stretch)
        }
        return result
    }

    private func farthest(_ marks: [Mark], _ stretch: Double) -> [Mark] {
        var best: [Int: Int] = [:]
        let middle = frame.center.y
        for (index, mark) in marks.enumerated() {
            let column = Int(clamping: (min(max(mark.pixel.x, -1e5), 1e5) / stretch).rounded(.down))
            let key = column * 2 + (mark.pixel.y < middle ? 0 : 1)
            let distance = (mark.pixel.y - middle).magnitude
            let other = best[key].map { (marks[$0].pixel.y - middle).magnitude } ?? -1
            if distance > other { best[key] = index }
        }
        return best.values.sorted().map { marks[$0] }
    }

    private func endLabel(near y: Double, on canvas: inout Canvas) {
        let point = Pixel(x: frame.right + 7, y: min(max(y + 4, frame.top + 4), frame.bottom + 4))
        canvas.text(
            panel.endLabel, at: point, .start, [panel.isOut ? "crt" : "d"],
            limit: layout.width - point.x)
    }
}
