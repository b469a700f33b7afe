import Markup

/// Draws one panel: bands, grid, lines (`.context` first), levels, the forecast, markers, labels.
struct LinePanelDrawing {
    let panel: LinePanel
    let frame: Frame
    let scale: HorizontalScale
    let width: ChartWidth
    let title: String
    private let vertical: LinearScale

    init(
        panel: LinePanel, frame: Frame, scale: HorizontalScale, width: ChartWidth, title: String
    ) {
        self.panel = panel
        self.frame = frame
        self.scale = scale
        self.width = width
        self.title = title
        vertical = panel.verticalScale(from: frame.bottom, to: frame.top)
    }

    func draw(on canvas: inout Canvas, count: inout PointCount) {
        for band in (panel.forecast?.bands ?? []) + panel.bands {
            self.band(band, on: &canvas, count: count)
        }
        canvas.valueGrid(vertical, frame)
        heading(on: &canvas)
        momentLines(on: &canvas)
        var ends: [(label: String, tone: Tone, y: Double)] = []
        let order =
            panel.series.filter { $0.tone == .context }
            + panel.series.filter { $0.tone != .context }
        for series in order {
            let path = LinePath(
                series, x: scale.position, y: vertical.position, frame: frame, count: &count)
            line(series, path, on: &canvas)
            if let last = path.spots.last, !series.endLabel.isEmpty {
                ends.append((series.endLabel, series.tone, last.pixel.y))
            }
        }
        levels(on: &canvas)
        momentLabels(on: &canvas)
        if let end = forecast(on: &canvas) { ends.append(end) }
        markers(on: &canvas)
        endLabels(ends, on: &canvas)
    }

    private func heading(on canvas: inout Canvas) {
        let label = panel.forecast?.label ?? ""
        let labelWidth = TextMetrics.width(label, isBold: true)
        let fits = TextMetrics.width(title) + labelWidth + 16 < width.pixels
        let point = Pixel(x: 0, y: frame.top - 15)
        canvas.text(title, at: point, limit: width.pixels)
        guard fits, !label.isEmpty else { return }
        let end = Pixel(x: width.pixels, y: frame.top - 15)
        canvas.text(label, at: end, .end, ["acc"])
    }

    private func band(_ band: LineBand, on canvas: inout Canvas, count: PointCount) {
        let path = BandPath(
            band, x: scale.position, y: vertical.position, frame: frame, columns: count.columns)
        canvas.path([path.style], path.data, title: band.title)
    }

    private func line(_ series: LineSeries, _ path: LinePath, on canvas: inout Canvas) {
        canvas.path(
            [series.tone.stroke] + (series.isDashed ? ["dash"] : []), path.outline(series.joint))
        canvas.path([series.tone.stroke, "dash"], path.incompleteLinks)
        let hasMarks = series.hasMarks && !path.isThinned && path.spots.count <= 300
        for spot in path.spots {
            if !spot.point.isComplete {
                canvas.circle(["hollow"], spot.pixel, radius: 3.4, title: spot.point.title)
            } else if hasMarks {
                canvas.circle([series.tone.fill], spot.pixel, radius: 2, title: spot.point.title)
            }
        }
        if !hasMarks, path.spots.count == 1, let only = path.spots.first {
            canvas.circle([series.tone.fill], only.pixel, radius: 3, title: only.point.title)
        }
    }

    private func levels(on canvas: inout Canvas) {
        for level in panel.levels where level.value.isFinite {
            let y = vertical.position(level.value)
            let left = level.from.map(clampedPosition) ?? frame.left
            let right = level.to.map(clampedPosition) ?? frame.right
            let a = Pixel(x: left, y: y)
            let b = Pixel(x: right, y: y)
            switch level.style {
            case .reference: canvas.line("ref", a, b)
            case .subject: canvas.line("l0", a, b)
            case .forecast:
                var path = PathData()
                path.move(left, y)
                path.across(to: right)
                canvas.path(["l0", "dash"], path)
            }
            // Changes have their words at the left of the same panel, so limits have theirs at the
            // right.
            let isRight = level.style == .reference && !panel.moments.isEmpty
            let label = Pixel(
                x: isRight ? right - 4 : left + 4, y: labelY(y))
            let style: [StaticString] = level.style == .reference ? ["halo"] : ["acc", "halo"]
            canvas.text(
                level.label, at: label, isRight ? .end : .start, style, limit: frame.right - left)
        }
    }

    private func momentLines(on canvas: inout Canvas) {
        for moment in panel.moments where moment.x.isFinite {
            let x = clampedPosition(moment.x)
            canvas.vertical("ref", x: x, from: frame.top - 4, to: frame.bottom)
        }
    }

    /// The words of a change stand right of its line, moved back where they would leave the
    /// drawing; those of the end of the data stand left of it where there is room.
    private func momentLabels(on canvas: inout Canvas) {
        for moment in panel.moments where moment.x.isFinite {
            let x = clampedPosition(moment.x)
            let isChange = moment.style == .change
            let width = TextMetrics.width(moment.label, isBold: isChange) + 8
            let isLeft = !isChange && x - width > frame.left
            let right = max(frame.left, min(x + 6, self.width.pixels - width))
            let y = isChange ? freeLine : frame.bottom - 8
            canvas.text(
                moment.label, at: Pixel(x: isLeft ? x - 6 : right, y: y), isLeft ? .end : .start,
                isChange ? ["acc", "halo"] : ["halo"], limit: self.width.pixels - frame.left)
        }
    }

    /// The y of the highest of five lines of text that neither a level nor its label crosses; the
    /// highest where all are crossed.
    private var freeLine: Double {
        let taken = panel.levels.filter(\.value.isFinite).flatMap { level in
            let y = vertical.position(level.value)
            return level.label.isEmpty ? [y + 4] : [y + 4, labelY(y)]
        }
        let lines = [8.0, 23, 38, 53, 68].map { frame.top + $0 }
        return lines.first { line in taken.allSatisfy { ($0 - line).magnitude >= 12 } } ?? lines[0]
    }

    private func labelY(_ y: Double) -> Double { y < frame.top + 14 ? y + 15 : y - 6 }

    private func forecast(on canvas: inout Canvas) -> (label: String, tone: Tone, y: Double)? {
        guard let forecast = panel.forecast else { return nil }
        var count = PointCount(budget: 400, lines: 1)
        let series = LineSeries(points: forecast.points)
        let path = LinePath(
            series, x: scale.position, y: vertical.position, frame: frame, count: &count)
        canvas.path(["l0", "dash"], path.outline(.straight))
        guard let last = path.spots.last, !forecast.endLabel.isEmpty else { return nil }
        return (forecast.endLabel, .subject, last.pixel.y)
    }

    private func markers(on canvas: inout Canvas) {
        for marker in panel.markers where marker.x.isFinite && marker.y.isFinite {
            let pixel = Pixel(x: scale.position(marker.x), y: vertical.position(marker.y))
            canvas.mark(marker.shape, [marker.tone.fill], at: pixel, size: 4.6, title: marker.title)
            let isLeft = pixel.x + TextMetrics.width(marker.label, isBold: true) + 10 > frame.right
            let isLow = pixel.y < frame.bottom - 24
            canvas.text(
                marker.label,
                at: Pixel(x: pixel.x + (isLeft ? -9 : 9), y: pixel.y + (isLow ? 16 : -7)),
                isLeft ? .end : .start,
                marker.tone == .subject ? ["acc", "halo"] : ["halo"], limit: frame.width)
        }
    }

    private func endLabels(
        _ ends: [(label: String, tone: Tone, y: Double)], on canvas: inout Canvas
    ) {
        let places = LabelPlacement.spread(
            ends.map { $0.y + 4 }, distance: 14, from: frame.top, to: frame.bottom + 4)
        for (end, y) in zip(ends, places) {
            canvas.text(
                end.label, at: Pixel(x: frame.right + 6, y: y), .start, [end.tone.text, "halo"],
                limit: width.pixels - frame.right - 6)
        }
    }

    private func clampedPosition(_ x: Double) -> Double {
        min(max(scale.position(x), frame.left), frame.right)
    }
}
