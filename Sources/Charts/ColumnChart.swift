/// Columns over time or over a number, each standing for a stretch of the axis; parts of a column
/// stand on each other.
package struct ColumnChart: Chart {
    /// One column.
    package struct Column: Sendable, Equatable {
        /// Where its stretch starts.
        package var start: Double
        /// Where its stretch ends.
        package var end: Double
        /// Its parts from below; nil is missing, which leaves a hatched gap on the axis.
        package var parts: [Part]?
        /// What the column says.
        package var title: String

        /// A column.
        package init(start: Double, end: Double, parts: [Part]?, title: String) {
            self.start = start
            self.end = end
            self.parts = parts
            self.title = title
        }

        /// The height of the finite parts; nil where there is none.
        var total: Double? {
            let finite = (parts ?? []).map(\.value).filter(\.isFinite)
            return finite.isEmpty && parts?.isEmpty != true
                ? nil : finite.reduce(0) { $0 + max(0, $1) }
        }
    }

    /// A part of a column.
    package struct Part: Sendable, Equatable {
        /// Its height, never negative.
        package var value: Double
        /// Its colour.
        package var tone: Tone

        /// A part.
        package init(value: Double, tone: Tone = .context) {
            self.value = value
            self.tone = tone
        }
    }

    /// The words; the value title stands above the axis.
    package var text: ChartText
    /// What runs across.
    package var axis: HorizontalAxis
    /// The columns, ascending.
    package var columns: [Column]
    /// Limits, labelled with value and origin.
    package var levels: [LevelLine]
    /// The most columns that are drawn; the last ones. Make the stretches longer instead.
    package static let limit = 500

    /// A column chart.
    package init(
        text: ChartText, axis: HorizontalAxis, columns: [Column], levels: [LevelLine] = []
    ) {
        self.text = text
        self.axis = axis
        self.columns = columns
        self.levels = levels
    }

    /// Draws at most 500 columns; throws where none has a value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let placed = columns.filter { $0.start.isFinite && $0.end.isFinite && $0.start < $0.end }
        guard !placed.isEmpty else { throw .noData }
        let shown = Array(placed.sorted { $0.start < $1.start }.suffix(Self.limit))
        let totals = shown.compactMap(\.total)
        guard !totals.isEmpty else { throw .allMissing(count: placed.count) }
        let bottom = width.isNarrow ? 158.0 : 174
        let values = totals + levels.map(\.value)
        let upward = LinearScale(
            values: values, from: bottom, to: 26, includesZero: true, spacing: 35)
        let frame = Frame(
            left: Canvas.labelWidth(upward) + 12, top: 26, right: width.pixels - 14,
            bottom: bottom)
        let ends = shown.flatMap { [$0.start, $0.end] }
        guard
            let across = HorizontalScale(
                axis, values: ends, range: nil, from: frame.left, to: frame.right)
        else { throw .noData }
        var canvas = Canvas()
        canvas.text(text.valueTitle, at: Pixel(x: 0, y: 11), limit: width.pixels)
        canvas.valueGrid(upward, frame)
        for column in shown { draw(column, upward, across, on: &canvas) }
        drawLevels(upward, frame, on: &canvas)
        canvas.horizontalAxis(across, frame, right: width.pixels)
        return canvas.drawing(
            text, width: width, height: bottom + across.height, id: id,
            reduction: Reduction(.columns, total: placed.count, drawn: shown.count),
            area: PlotArea(axis, across, frame))
    }

    /// Its columns have titles of their own.
    package var reading: PlotReading? { PlotReading(axis) }

    private func drawLevels(
        _ upward: LinearScale, _ frame: Frame, on canvas: inout Canvas
    ) {
        for level in levels where level.value.isFinite {
            let y = upward.position(level.value)
            canvas.horizontal("ref", y: y, from: frame.left, to: frame.right)
            let point = Pixel(x: frame.left + 4, y: y < frame.top + 14 ? y + 15 : y - 6)
            canvas.text(level.label, at: point, .start, ["halo"], limit: frame.width)
        }
    }

    private func draw(
        _ column: Column, _ upward: LinearScale, _ across: HorizontalScale,
        on canvas: inout Canvas
    ) {
        let left = across.position(column.start)
        let right = across.position(column.end)
        let gap = right - left > 6 ? 1.5 : right - left > 2 ? 0.5 : 0
        guard let parts = column.parts else {
            let box = Frame(
                left: left, top: upward.baseline - 4, right: right - gap, bottom: upward.baseline)
            return canvas.rectangle("fs", box, title: column.title)
        }
        var sum = 0.0
        for part in parts where part.value.isFinite && part.value > 0 {
            let box = Frame(
                left: left, top: upward.position(sum + part.value),
                right: max(right - gap, left + 0.5), bottom: upward.position(sum))
            canvas.rectangle(part.tone.fill, box, title: column.title)
            sum += part.value
        }
    }
}
