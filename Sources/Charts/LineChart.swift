package import Values

/// One value axis with everything that stands on it; several of them share a horizontal axis.
package struct LinePanel: Sendable, Equatable {
    /// The value with its unit, above the panel.
    package var valueTitle: String
    /// The lines, those in front last.
    package var series: [LineSeries]
    /// Bands behind the lines.
    package var bands: [LineBand]
    /// Limits and means.
    package var levels: [LevelLine]
    /// Change points and the last data.
    package var moments: [MomentLine]
    /// What is expected.
    package var forecast: LineForecast?
    /// Named points.
    package var markers: [LineMarker]
    /// Whether the axis starts at 0; a line chart that does not must say so.
    package var startsAtZero: Bool

    /// A panel.
    package init(
        valueTitle: String = "", series: [LineSeries], bands: [LineBand] = [],
        levels: [LevelLine] = [], moments: [MomentLine] = [], forecast: LineForecast? = nil,
        markers: [LineMarker] = [], startsAtZero: Bool = true
    ) {
        self.valueTitle = valueTitle
        self.series = series
        self.bands = bands
        self.levels = levels
        self.moments = moments
        self.forecast = forecast
        self.markers = markers
        self.startsAtZero = startsAtZero
    }
}

/// Lines over time or over a number: one panel, or several above each other on one axis.
package struct LineChart: Chart {
    /// How tall a panel is.
    package enum Height: Sendable {
        /// 132 to 150 px of data.
        case regular
        /// 212 to 276 px of data, for lines that climb.
        case tall
    }

    /// The words.
    package var text: ChartText
    /// What runs across.
    package var axis: HorizontalAxis
    /// The panels, from the top.
    package var panels: [LinePanel]
    /// How tall a panel is.
    package var height: Height
    /// What the axis covers at least; nil is what the data covers.
    package var range: ClosedRange<Double>?

    /// A chart of panels.
    package init(
        text: ChartText, axis: HorizontalAxis, panels: [LinePanel], height: Height = .regular,
        range: ClosedRange<Double>? = nil
    ) {
        self.text = text
        self.axis = axis
        self.panels = panels
        self.height = height
        self.range = range
    }

    /// Draws the panels; throws where no series has a value.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        try checkData()
        let top = 26.0
        let data = dataHeight(width)
        let pitch = top + data + 20
        let margins = LineMargins(panels: panels, dataHeight: data, numbers: text.numbers)
        let right = width.pixels - margins.right
        guard
            let scale = HorizontalScale(
                axis, values: across.values, range: range, from: margins.left, to: right)
        else { throw .noData }
        var canvas = Canvas(text.numbers)
        var count = PointCount(budget: 2_400, lines: lineCount)
        var frame = Frame(left: margins.left, top: top, right: right, bottom: top + data)
        for (index, panel) in panels.enumerated() {
            if index > 0 {
                frame.top += pitch
                frame.bottom += pitch
            }
            let drawing = LinePanelDrawing(
                panel: panel, frame: frame, scale: scale, width: width,
                title: panel.valueTitle.isEmpty && index == 0 ? text.valueTitle : panel.valueTitle)
            drawing.draw(on: &canvas, count: &count)
        }
        canvas.horizontalAxis(scale, frame, right: width.pixels)
        return canvas.drawing(
            text, width: width, height: frame.bottom + scale.height, id: id,
            reduction: count.reduction,
            area: PlotArea(
                axis, scale,
                Frame(left: frame.left, top: top, right: frame.right, bottom: frame.bottom)))
    }

    /// Its lines, each named by what stands at its end where there are several.
    package var reading: PlotReading? {
        var reading = PlotReading(axis)
        for panel in panels {
            let title = panel.valueTitle.isEmpty ? text.valueTitle : panel.valueTitle
            for series in panel.series {
                let name = panel.series.count(where: \.isRead) > 1 ? series.endLabel : ""
                reading.add(name.isEmpty ? title : name, series)
            }
        }
        return reading
    }

    private func dataHeight(_ width: ChartWidth) -> Double {
        switch height {
        case .regular: width.isNarrow ? 132 : 148
        case .tall: width.isNarrow ? 212 : 276
        }
    }

    private var lineCount: Int {
        panels.reduce(0) { $0 + $1.series.count + 2 * $1.bands.count }
    }

    private func checkData() throws(NothingToDraw) {
        let count = panels.reduce(0) { $0 + $1.series.pointCount }
        guard count > 0 else { throw .noData }
        guard panels.contains(where: \.series.hasValue) else { throw .allMissing(count: count) }
    }

    private var across: Extent {
        panels.reduce(into: Extent()) { $0.add($1.across) }
    }
}

/// The room beside the panels, the same for all so that they share the axis.
struct LineMargins {
    let left: Double
    let right: Double

    init(panels: [LinePanel], dataHeight: Double, numbers: NumberStyle) {
        let widths = panels.map { panel in
            Canvas.labelWidth(panel.verticalScale(from: dataHeight, to: 0), numbers)
        }
        left = (widths.max() ?? 0) + 12
        let labels = panels.flatMap { panel in
            panel.series.map(\.endLabel) + [panel.forecast?.endLabel ?? ""]
        }
        let widest = labels.map { TextMetrics.width($0, isBold: true) }.max() ?? 0
        right = widest > 0 ? min(widest, 110) + 8 : 14
    }
}

extension LinePanel {
    /// Everything that the horizontal axis must reach.
    var across: Extent {
        var extent = series.across
        for moment in moments { extent.add(moment.x) }
        for point in forecast?.points ?? [] { extent.add(point.x) }
        for marker in markers { extent.add(marker.x) }
        return extent
    }

    /// The scale of the panel's values, bands, levels and forecast.
    func verticalScale(from bottom: Double, to top: Double, spacing: Double = 35) -> LinearScale {
        var extent = series.upward
        extent.add(bands.upward)
        if let forecast {
            extent.add(forecast.bands.upward)
            for point in forecast.points { extent.add(point.y) }
        }
        for level in levels { extent.add(level.value) }
        for marker in markers { extent.add(marker.y) }
        return LinearScale(
            values: extent.values, from: bottom, to: top, includesZero: startsAtZero,
            spacing: spacing)
    }
}
