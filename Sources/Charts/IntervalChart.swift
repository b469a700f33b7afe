import Markup
package import Values

/// A value with its interval.
package struct Interval: Sendable, Equatable {
    /// Nil is missing.
    package var value: Double?
    /// The lower end of its interval; without two finite ends no whisker is drawn.
    package var low: Double?
    package var high: Double?
    /// Tooltip of the mark, with the level of the interval.
    package var title: String

    package init(value: Double?, low: Double? = nil, high: Double? = nil, title: String = "") {
        self.value = value
        self.low = low
        self.high = high
        self.title = title
    }

    /// The finite ones of the value and the ends, for a scale.
    var values: [Double] { [value, low, high].compactMap { $0 }.filter(\.isFinite) }
}

/// One dot with a whisker in each row, on a value axis below.
package struct IntervalChart: Chart {
    package struct Row: Sendable, Equatable {
        /// Written at the left, cut in the middle where it is too long.
        package var label: String
        package var interval: Interval
        /// Written above the dot, or alone at the left where the value is missing.
        package var valueText: String
        /// Written at the right end, except on a narrow drawing: "68 of 137".
        package var detail: String
        /// `.subject` for the row that the text speaks of.
        package var tone: Tone

        package init(
            label: String, interval: Interval, valueText: String, detail: String = "",
            tone: Tone = .context
        ) {
            self.label = label
            self.interval = interval
            self.valueText = valueText
            self.detail = detail
            self.tone = tone
        }
    }

    /// The value title stands below the value axis.
    package var text: ChartText
    package var rows: [Row]
    package var includesZero: Bool
    package static let limit = 40

    package init(text: ChartText, rows: [Row], includesZero: Bool = true) {
        self.text = text
        self.rows = rows
        self.includesZero = includesZero
    }

    /// Draws the first 40 rows; throws where no row has a finite value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        guard !rows.isEmpty else { throw .noData }
        guard rows.contains(where: { $0.interval.value?.isFinite == true }) else {
            throw .allMissing(count: rows.count)
        }
        let shown = Array(rows.prefix(Self.limit))
        let frame = self.frame(shown, width)
        let scale = LinearScale(
            values: shown.flatMap(\.interval.values), from: frame.left, to: frame.right,
            includesZero: includesZero, spacing: 80)
        var canvas = Canvas(text.numbers)
        canvas.crossGrid(scale, frame, right: width.pixels)
        canvas.axisTitle(text.valueTitle, right: frame.right, y: frame.bottom + 36)
        for (index, row) in shown.enumerated() {
            self.row(row, y: 24 + Double(index) * 40, frame, scale, width, on: &canvas)
        }
        return canvas.drawing(
            text, width: width,
            height: frame.bottom + Canvas.crossAxisHeight(text.valueTitle, right: frame.right),
            id: id,
            reduction: Reduction(.rows, total: rows.count, drawn: shown.count))
    }

    private func frame(_ shown: [Row], _ width: ChartWidth) -> Frame {
        let names = shown.map { TextMetrics.width($0.label, isBold: true) }.max() ?? 0
        let details = shown.map { TextMetrics.width($0.detail) }.max() ?? 0
        let room = details > 0 && !width.isNarrow ? details + 14 : 14
        return Frame(
            left: min(names + 18, width.pixels * 0.4), top: 0,
            right: width.pixels - min(room, width.pixels * 0.3),
            bottom: Double(shown.count) * 40 + 4)
    }

    private func row(
        _ row: Row, y: Double, _ frame: Frame, _ scale: LinearScale, _ width: ChartWidth,
        on canvas: inout Canvas
    ) {
        let isSubject = row.tone == .subject
        canvas.text(
            row.label, at: Pixel(x: 0, y: y + 4), .start, [isSubject ? "b" : "d"],
            limit: frame.left - 10, cut: .middle)
        if !width.isNarrow {
            canvas.text(row.detail, at: Pixel(x: width.pixels, y: y + 4), .end)
        }
        guard let value = row.interval.value, value.isFinite else {
            let point = Pixel(x: frame.left + 8, y: y + 4)
            return canvas.text(row.valueText, at: point, .start, ["halo"], limit: frame.width)
        }
        canvas.whisker(row.interval, row.tone, y: y, scale)
        let x = scale.position(value)
        canvas.circle([row.tone.fill], Pixel(x: x, y: y), radius: 4.5, title: row.interval.title)
        let half = TextMetrics.width(row.valueText, isBold: true) / 2
        let middle = min(max(x, half), width.pixels - half)
        canvas.text(
            row.valueText, at: Pixel(x: middle, y: y - 10), .middle,
            [isSubject ? "b" : "d", "halo"])
    }
}

extension Canvas {
    /// The line of an interval; none where an end is missing.
    mutating func whisker(_ interval: Interval, _ tone: Tone, y: Double, _ scale: LinearScale) {
        guard let low = interval.low, let high = interval.high, low.isFinite, high.isFinite else {
            return
        }
        var path = PathData()
        path.move(scale.position(min(low, high)), y)
        path.across(to: scale.position(max(low, high)))
        self.path(["whisk", tone.stroke], path)
    }
}
