import Markup
package import Values

/// Horizontal bars, sorted or in the order given, each with its value written behind it.
package struct BarChart: Chart {
    package struct Bar: Sendable, Equatable {
        /// Written left of the bar, cut in the middle where it is too long.
        package var label: String
        /// Its length on the value axis; nil or not finite draws no bar, only `valueText`, which
        /// says why.
        package var value: Double?
        /// Written behind the bar.
        package var valueText: String
        /// Written behind the value where there is room: "221 on 35 devices".
        package var detail: String
        /// `.subject` for a bar that the text speaks of.
        package var tone: Tone
        /// Tooltip of the bar.
        package var title: String
        /// A band behind the bar, in units of the value, such as from the median to the 90th
        /// percentile.
        package var range: ClosedRange<Double>?
        /// The place of a short upright line, such as the median.
        package var reference: Double?
        /// Tooltip of the band.
        package var rangeTitle: String

        package init(
            label: String, value: Double?, valueText: String, detail: String = "",
            tone: Tone = .context, title: String = "", range: ClosedRange<Double>? = nil,
            reference: Double? = nil, rangeTitle: String = ""
        ) {
            self.label = label
            self.value = value
            self.valueText = valueText
            self.detail = detail
            self.tone = tone
            self.title = title
            self.range = range
            self.reference = reference
            self.rangeTitle = rangeTitle
        }
    }

    package enum Style: Sendable {
        /// 42 px a row, with an axis below.
        case axis
        /// 30 px a row without an axis, for a few shares.
        case compact
    }

    /// The value title stands below the axis, in the style `.axis` only.
    package var text: ChartText
    package var bars: [Bar]
    package var style: Style
    package static let limit = 40

    /// - Parameter sorted: puts the highest value first and missing ones last; equal ones keep
    ///   their order.
    package init(text: ChartText, bars: [Bar], style: Style = .axis, sorted: Bool = true) {
        self.text = text
        self.style = style
        self.bars = sorted ? Self.sorted(bars) : bars
    }

    /// Draws the first 40 bars; throws where no bar has a finite value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        guard !bars.isEmpty else { throw .noData }
        guard bars.contains(where: { $0.value?.isFinite == true }) else {
            throw .allMissing(count: bars.count)
        }
        let shown = Array(bars.prefix(Self.limit))
        let frame = self.frame(shown, width)
        let scale = scale(shown, frame, width)
        var canvas = Canvas(text.numbers)
        if style == .axis {
            canvas.crossGrid(scale, frame, right: width.pixels)
            canvas.axisTitle(text.valueTitle, right: frame.right, y: frame.bottom + 36)
        } else {
            canvas.vertical("grid0", x: scale.baseline, from: frame.top, to: frame.bottom)
        }
        for (index, bar) in shown.enumerated() {
            let middle = frame.top + (Double(index) + 0.5) * pitch - (style == .axis ? 7 : 0)
            row(bar, middle: middle, frame, scale, width, on: &canvas)
        }
        return canvas.drawing(
            text, width: width, height: frame.bottom + axisHeight(frame), id: id,
            reduction: Reduction(.rows, total: bars.count, drawn: shown.count))
    }

    private static func sorted(_ bars: [Bar]) -> [Bar] {
        func length(_ bar: Bar) -> Double {
            guard let value = bar.value, !value.isNaN else { return -.infinity }
            return value
        }
        return bars.enumerated().sorted { first, second in
            let a = length(first.element)
            let b = length(second.element)
            return a == b ? first.offset < second.offset : a > b
        }.map(\.element)
    }

    private var pitch: Double { style == .axis ? 42 : 30 }
    private var thickness: Double { style == .axis ? 18 : 16 }
    private func axisHeight(_ frame: Frame) -> Double {
        guard style == .axis else { return 4 }
        return Canvas.crossAxisHeight(text.valueTitle, right: frame.right)
    }

    private func frame(_ shown: [Bar], _ width: ChartWidth) -> Frame {
        let names = shown.map { TextMetrics.width($0.label) }.max() ?? 0
        let left = min(names + 10, width.pixels * 0.4)
        let values = shown.map { TextMetrics.width($0.valueText, isBold: true) }.max() ?? 0
        return Frame(
            left: left, top: 0, right: width.pixels - (style == .axis ? 14 : values + 14),
            bottom: Double(shown.count) * pitch)
    }

    /// A scale that leaves room for the texts behind the bars.
    private func scale(_ shown: [Bar], _ frame: Frame, _ width: ChartWidth) -> LinearScale {
        let ends = shown.flatMap { bar in
            [bar.value, bar.range?.lowerBound, bar.range?.upperBound, bar.reference]
        }
        let values = ends.compactMap { $0 }
        func scale(room: Double) -> LinearScale {
            LinearScale(
                values: values, from: frame.left, to: frame.right - room, includesZero: true,
                spacing: 80)
        }
        let first = scale(room: 0)
        guard style == .axis else { return first }
        func excess(_ scale: LinearScale, hasDetails: Bool) -> Double {
            let overhang = shown.map { bar in
                let value = TextMetrics.width(bar.valueText, isBold: true)
                let detail = TextMetrics.width(bar.detail)
                let text = hasDetails && detail > 0 ? max(value, 28) + 8 + detail : value
                return scale.position(bar.value ?? 0) + 8 + text - width.pixels
            }
            return overhang.max() ?? 0
        }
        // The details may take a third of the room; where they would take more they are left out,
        // and the values may take up to half.
        let whole = excess(first, hasDetails: !width.isNarrow)
        if whole <= 0 { return first }
        if whole <= frame.width / 3 { return scale(room: whole + 4) }
        let value = excess(first, hasDetails: false)
        return value > 0 ? scale(room: min(value + 4, frame.width / 2)) : first
    }

    private func row(
        _ bar: Bar, middle: Double, _ frame: Frame, _ scale: LinearScale, _ width: ChartWidth,
        on canvas: inout Canvas
    ) {
        let name = Pixel(x: frame.left - 10, y: middle + 4)
        canvas.text(bar.label, at: name, .end, ["d"], limit: frame.left - 10, cut: .middle)
        if let range = bar.range {
            let band = box(
                scale.position(range.lowerBound), scale.position(range.upperBound), middle, 18)
            canvas.rectangle("band", band, title: bar.rangeTitle)
        }
        var end = scale.baseline
        if let value = bar.value, value.isFinite {
            end = scale.position(value)
            let height = bar.range == nil ? thickness : 12
            let long = (end - scale.baseline).magnitude < 1 ? scale.baseline + 1 : end
            canvas.rectangle(
                bar.tone.fill, box(scale.baseline, long, middle, height), radius: 2,
                title: bar.title)
        }
        if let reference = bar.reference, reference.isFinite {
            let x = scale.position(reference)
            canvas.vertical("cut", x: x, from: middle - 10, to: middle + 10)
        }
        texts(bar, end: end, middle: middle, scale, width, on: &canvas)
    }

    private func box(_ a: Double, _ b: Double, _ middle: Double, _ height: Double) -> Frame {
        Frame(
            left: min(a, b), top: middle - height / 2, right: max(a, b), bottom: middle + height / 2
        )
    }

    private func texts(
        _ bar: Bar, end: Double, middle: Double, _ scale: LinearScale, _ width: ChartWidth,
        on canvas: inout Canvas
    ) {
        let start = max(end, scale.baseline) + 8
        let y = middle + 4
        let isStrong = style == .axis || bar.tone == .subject
        canvas.text(
            bar.valueText, at: Pixel(x: start, y: y), .start, [isStrong ? "b" : "d", "halo"],
            limit: width.pixels - start)
        let next = start + max(TextMetrics.width(bar.valueText, isBold: true), 28) + 8
        guard next + TextMetrics.width(bar.detail) <= width.pixels else { return }
        canvas.text(bar.detail, at: Pixel(x: next, y: y), .start, ["halo"])
    }
}
