package import Values

/// One value axis with everything that stands on it; the panels of a chart share a horizontal axis.
package struct LinePanel: Sendable, Equatable {
    /// The value with its unit, above the panel; the title of the chart's text is taken for the
    /// first panel where it is empty.
    package var valueTitle: String
    /// The later ones in front; those of the tone `.context` behind all others.
    package var series: [LineSeries]
    /// Behind the lines.
    package var bands: [LineBand]
    /// Such as limits and means.
    package var levels: [LevelLine]
    /// Such as changes and the end of the data.
    package var moments: [MomentLine]
    package var forecast: LineForecast?
    package var markers: [LineMarker]
    /// Whether the value axis includes 0; where it does not, the page must say so.
    package var startsAtZero: Bool

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

/// Lines over time or over a number: one panel, or several below each other on one axis.
package struct LineChart: Chart {
    /// How tall the data of a panel is.
    package enum Height: Sendable {
        /// 148 px, 132 px on a narrow drawing.
        case regular
        /// 276 px, 212 px on a narrow drawing: for lines that climb.
        case tall
    }

    package var text: ChartText
    package var axis: HorizontalAxis
    package var panels: [LinePanel]
    package var height: Height
    /// What the axis covers at least; nil for just the data.
    package var range: ClosedRange<Double>?

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

    /// Throws where no line of any panel has a finite value.
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

    /// The lines, named by their panel or, where a panel has several, by their end labels.
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

/// The room left and right of the panels, the same for all since they share the axis.
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
    /// All places that the horizontal axis must reach; bands and levels do not count.
    var across: Extent {
        var extent = series.across
        for moment in moments { extent.add(moment.x) }
        for point in forecast?.points ?? [] { extent.add(point.x) }
        for marker in markers { extent.add(marker.x) }
        return extent
    }

    /// A scale that holds the lines, bands, levels, markers and the forecast.
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
