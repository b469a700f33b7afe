import Markup

/// Draws one panel of small multiples.
struct MultiplesPanelDrawing {
    let panel: SmallMultiples.Panel
    let frame: Frame
    let layout: MultiplesLayout
    let scale: HorizontalScale

    func draw(on canvas: inout Canvas, count: inout PointCount) {
        let vertical = layout.scale(panel, frame)
        for band in panel.bands {
            let path = BandPath(
                band, x: scale.position, y: vertical.position, frame: frame,
                columns: count.columns)
            canvas.path([path.style], path.data, title: band.title)
        }
        grid(vertical, on: &canvas)
        name(on: &canvas)
        var last: Pixel?
        for series in panel.series {
            let path = LinePath(
                series, x: scale.position, y: vertical.position, frame: frame, count: &count)
            canvas.path(stroke(series.tone), path.outline(series.joint))
            canvas.path([series.tone.stroke, "dash"], path.incompleteLinks)
            last = path.spots.last?.pixel ?? last
            if path.spots.count == 1, let only = path.spots.first {
                canvas.circle([series.tone.fill], only.pixel, radius: 3, title: only.point.title)
            }
        }
        anomalies(vertical, on: &canvas)
        if let last { endLabel(near: last.y, on: &canvas) }
    }

    /// A line spoken of together with its anomalies is thin and dark, so that the marks stand out.
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

    /// One mark per pixel column and side at most; the one farther out wins.
    private func anomalies(_ vertical: LinearScale, on canvas: inout Canvas) {
        let finite = panel.anomalies.filter { $0.x.isFinite && $0.y.isFinite }
        let marks = finite.sorted { $0.x < $1.x }
        let middle = frame.center.y
        var columns: [Int: (distance: Double, index: Int)] = [:]
        for (index, mark) in marks.enumerated() {
            let x = scale.position(mark.x)
            let y = vertical.position(mark.y)
            let column = Int((min(max(x, -1e5), 1e5) / 2).rounded()) * 2 + (y < middle ? 0 : 1)
            let distance = (y - middle).magnitude
            if distance > columns[column]?.distance ?? -1 { columns[column] = (distance, index) }
        }
        for index in columns.values.map(\.index).sorted().prefix(200) {
            let mark = marks[index]
            let pixel = Pixel(x: scale.position(mark.x), y: vertical.position(mark.y))
            canvas.mark(.diamond, ["fcrit"], at: pixel, size: 3.75, title: mark.title)
        }
    }

    private func endLabel(near y: Double, on canvas: inout Canvas) {
        let point = Pixel(x: frame.right + 7, y: min(max(y + 4, frame.top + 4), frame.bottom + 4))
        canvas.text(
            panel.endLabel, at: point, .start, [panel.isOut ? "crt" : "d"],
            limit: layout.width - point.x)
    }
}
