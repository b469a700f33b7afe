import Markup
import Values

/// Draws a scatter chart: grid, outlines, marks, then labels where they cover least.
struct ScatterDrawing {
    private let chart: ScatterChart
    private let sample: ScatterSample
    private let frame: Frame
    private let width: ChartWidth
    private let across: LinearScale
    private let upward: LinearScale
    /// Above 250 marks they are smaller and have no rim, which would cover their neighbours.
    private let isDense: Bool
    private var size: Double { isDense ? 2.8 : 4.2 }
    private static let titleLimit = 150

    init(chart: ScatterChart, sample: ScatterSample, frame: Frame, width: ChartWidth) {
        self.chart = chart
        self.sample = sample
        self.width = width
        isDense = sample.drawn > 250
        let marks = sample.groups.flatMap { $0 }
        let upward = LinearScale(
            values: marks.map(\.y), from: frame.bottom, to: frame.top, spacing: 42)
        var frame = frame
        frame.left = max(frame.left, Canvas.labelWidth(upward, chart.text.numbers) + 10)
        self.frame = frame
        self.upward = upward
        across = LinearScale(
            values: marks.map(\.x), from: frame.left, to: frame.right, spacing: 80)
    }

    func draw(id: String) -> Drawing {
        var canvas = Canvas(chart.text.numbers)
        canvas.crossGrid(across, frame, right: width.pixels)
        canvas.valueGrid(upward, frame)
        let limit = width.pixels
        canvas.text(
            "↑ " + chart.text.valueTitle, at: Pixel(x: 0, y: 11), .start, ["d"], limit: limit)
        let acrossTitle = chart.acrossTitle + " →"
        canvas.axisTitle(acrossTitle, right: frame.right, y: frame.bottom + 36)
        for group in chart.groups { outline(group, on: &canvas) }
        marks(on: &canvas)
        labels(on: &canvas)
        return canvas.drawing(
            chart.text, width: width,
            height: frame.bottom + Canvas.crossAxisHeight(acrossTitle, right: frame.right),
            id: id,
            reduction: Reduction(.marks, total: sample.total, drawn: sample.drawn))
    }

    private func pixel(_ mark: ScatterChart.Mark) -> Pixel {
        Pixel(x: across.position(mark.x), y: upward.position(mark.y))
    }

    /// The area that all points of a group span, also those not drawn; two points span none.
    private func outline(_ group: ScatterChart.Group, on canvas: inout Canvas) {
        guard let style = group.tone.area else { return }
        let pixels = group.marks.filter { $0.x.isFinite && $0.y.isFinite }.map(pixel)
        guard pixels.count >= 3 else { return }
        var path = PathData()
        for (index, corner) in ConvexHull.corners(around: pixels, clearance: size + 3).enumerated()
        {
            let x = min(max(corner.x, frame.left), frame.right + 8)
            let y = min(max(corner.y, frame.top - 8), frame.bottom)
            index == 0 ? path.move(x, y) : path.line(x, y)
        }
        path.close()
        canvas.path([style], path)
    }

    /// Marks with a tooltip are elements of their own; the others of a group share one path.
    private func marks(on canvas: inout Canvas) {
        let limit = isDense ? Self.titleLimit : 300
        let stride = max(1, (sample.drawn + limit - 1) / limit)
        for (group, marks) in zip(chart.groups, sample.groups) {
            var silent = PathData()
            for (index, mark) in marks.enumerated() {
                let isTitled = index % stride == 0 || !mark.label.isEmpty
                let title = isTitled && canvas.allowsTitle ? mark.title.text : ""
                if !title.isEmpty {
                    canvas.mark(
                        group.shape, rim(group), at: pixel(mark), size: size,
                        title: title)
                } else {
                    group.shape.append(to: &silent, at: pixel(mark), size: size)
                }
            }
            canvas.path(rim(group), silent)
        }
    }

    private func rim(_ group: ScatterChart.Group) -> [StaticString] {
        isDense ? [group.tone.fill] : [group.tone.fill, "gap"]
    }

    private func labels(on canvas: inout Canvas) {
        var placer = LabelPlacer(
            bounds: Frame(left: frame.left - 4, top: 14, right: width.pixels, bottom: frame.bottom))
        for mark in sample.groups.joined() { placer.addMark(pixel(mark), radius: size) }
        for (group, marks) in zip(chart.groups, sample.groups) where !group.label.isEmpty {
            let pixels = marks.map(pixel)
            guard !groupLabel(group.label, pixels, &placer, on: &canvas) else { continue }
            _ = groupLabel(group.shortLabel, pixels, &placer, on: &canvas)
        }
        for mark in sample.groups.joined() where !mark.label.isEmpty {
            let name = TextMetrics.truncated(mark.label, to: 190)
            let textWidth = TextMetrics.width(name)
            let at = pixel(mark)
            guard let box = placer.place(placesAround(at, textWidth)) else { continue }
            canvas.text(name, at: Pixel(x: box.left, y: box.bottom - 3), .start, ["halo"])
        }
    }

    /// Boxes for a label: beside the point first, then diagonally, then above and below.
    private func placesAround(_ point: Pixel, _ textWidth: Double) -> [Frame] {
        let right = point.x + 7
        let left = point.x - 7 - textWidth
        var places: [(x: Double, down: Double)] = []
        for down in [0.0, -8, 8, -14, 14] { places += [(right, down), (left, down)] }
        for down in [-14.0, 14] { places.append((point.x - textWidth / 2, down)) }
        return places.map { box(left: $0.x, middle: point.y + $0.down, textWidth) }
    }

    /// Writes a label above, below or beside the bulk of a group, or in it; false where no place is
    /// free.
    private func groupLabel(
        _ label: String, _ pixels: [Pixel], _ placer: inout LabelPlacer, on canvas: inout Canvas
    ) -> Bool {
        guard !pixels.isEmpty, !label.isEmpty else { return false }
        let name = TextMetrics.truncated(label, to: frame.width / 2, isBold: true)
        let textWidth = TextMetrics.width(name, isBold: true)
        let xs = pixels.map(\.x).sorted()
        let ys = pixels.map(\.y).sorted()
        func quantile(_ sorted: [Double], _ share: Double) -> Double {
            sorted[Int(clamping: Double(sorted.count - 1) * share)]
        }
        let middle = Pixel(x: quantile(xs, 0.5), y: quantile(ys, 0.5))
        let left = min(max(middle.x - textWidth / 2, frame.left), frame.right - textWidth)
        let candidates = [
            box(left: left, middle: quantile(ys, 0) - 14, textWidth),
            box(left: left, middle: quantile(ys, 1) + 14, textWidth),
            box(left: left, middle: quantile(ys, 0.05) - 12, textWidth),
            box(left: left, middle: quantile(ys, 0.95) + 12, textWidth),
            box(left: quantile(xs, 1) + 10, middle: middle.y, textWidth),
            box(left: quantile(xs, 0) - 10 - textWidth, middle: middle.y, textWidth),
            box(left: left, middle: middle.y, textWidth),
        ]
        guard let box = placer.place(candidates) else { return false }
        canvas.text(name, at: Pixel(x: box.left, y: box.bottom - 3), .start, ["b", "halo"])
        return true
    }

    private func box(left: Double, middle: Double, _ width: Double) -> Frame {
        Frame(left: left, top: middle - 7, right: left + width, bottom: middle + 7)
    }
}
