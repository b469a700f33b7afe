import Markup
package import Values

/// Panels below each other on one horizontal axis, and below them lanes of events.
package struct SmallMultiples: Chart {
    package struct Panel: Sendable, Equatable {
        /// A value outside the band, marked by ◆.
        package struct Anomaly: Sendable, Equatable {
            package var x: Double
            package var y: Double
            /// Tooltip of the mark, while there are at most 100.
            package var title: String

            package init(x: Double, y: Double, title: String) {
                self.x = x
                self.y = y
                self.title = title
            }
        }

        /// A stretch that the text speaks of, such as an episode.
        package struct Span: Sendable, Equatable {
            /// A place on the horizontal axis.
            package var from: Double
            /// Infinite for a stretch that has not ended.
            package var to: Double
            /// Tooltip of the shaded stretch.
            package var title: String

            package init(from: Double, to: Double, title: String) {
                self.from = from
                self.to = to
                self.title = title
            }
        }

        /// Written at the left, or above the panel on a narrow drawing.
        package var label: String
        /// The later ones in front.
        package var series: [LineSeries]
        /// A thin line behind the others, such as the readings of which they are means. It widens
        /// the scale by ``traceReach`` at most and is not read out.
        package var trace: LineSeries?
        /// Expected ranges, behind everything; a single point stands for the whole width.
        package var bands: [LineBand]
        package var anomalies: [Anomaly]
        /// Shaded from top to bottom, over the bands and behind the lines.
        package var spans: [Span]
        /// Written at the right: the last value.
        package var endLabel: String
        /// The last value is outside the expected range; the end label shows it.
        package var isOut: Bool

        package init(
            label: String, series: [LineSeries], trace: LineSeries? = nil, bands: [LineBand] = [],
            anomalies: [Anomaly] = [], spans: [Span] = [], endLabel: String = "",
            isOut: Bool = false
        ) {
            self.label = label
            self.series = series
            self.trace = trace
            self.bands = bands
            self.anomalies = anomalies
            self.spans = spans
            self.endLabel = endLabel
            self.isOut = isOut
        }
    }

    /// How the panels' value axes are scaled.
    package enum Scaling: Sendable {
        /// All alike, from 0, without numbers.
        case shared
        /// All alike, from the lowest to the highest value, with numbers.
        case common
        /// Each by its own values; the page says so.
        case own
    }

    package var text: ChartText
    package var axis: HorizontalAxis
    /// From the top; callers put the gravest first.
    package var panels: [Panel]
    package var lanes: [EventLane]
    /// Places of dotted lines through all panels, such as failures.
    package var moments: [Double]
    package var scaling: Scaling
    /// What the horizontal axis covers at least; nil for just the data and the events.
    package var range: ClosedRange<Double>?
    package static let limit = 24

    package init(
        text: ChartText, axis: HorizontalAxis, panels: [Panel], lanes: [EventLane] = [],
        moments: [Double] = [], scaling: Scaling = .own, range: ClosedRange<Double>? = nil
    ) {
        self.text = text
        self.axis = axis
        self.panels = panels
        self.lanes = lanes
        self.moments = moments
        self.scaling = scaling
        self.range = range
    }

    /// Draws the first 24 panels; throws where there is neither a finite value nor an event.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        let shown = Array(panels.prefix(Self.limit))
        guard !shown.isEmpty || !lanes.isEmpty else { throw .noData }
        try checkData()
        let layout = MultiplesLayout(self, panels: shown, width: width)
        guard
            let scale = HorizontalScale(
                axis, values: across.values, range: range, from: layout.left, to: layout.right)
        else { throw .noData }
        var canvas = Canvas(text.numbers)
        var count = PointCount(
            budget: 2_000, lines: shown.reduce(0) { $0 + $1.series.count + $1.bands.count })
        var traced = PointCount(budget: 2_400, lines: shown.count { $0.trace != nil })
        for (index, panel) in shown.enumerated() {
            let drawing = MultiplesPanelDrawing(
                panel: panel, frame: layout.frame(index), layout: layout, scale: scale)
            drawing.draw(on: &canvas, count: &count, traced: &traced)
        }
        momentLines(layout, scale, on: &canvas)
        for (index, lane) in lanes.enumerated() {
            lane.draw(
                on: &canvas, y: layout.laneY(index), from: layout.left, to: layout.right, scale,
                labelRoom: layout.laneLabelRoom, mostMarks: 270 / lanes.count)
        }
        let frame = Frame(
            left: layout.left, top: 0, right: layout.right, bottom: layout.bottom)
        canvas.horizontalAxis(scale, frame, right: width.pixels)
        return canvas.drawing(
            text, width: width, height: layout.bottom + scale.height, id: id,
            reduction: Reduction(.rows, total: panels.count, drawn: shown.count)
                ?? count.reduction, area: PlotArea(axis, scale, frame))
    }

    /// The panels' lines, by the panels' names.
    package var reading: PlotReading? {
        var reading = PlotReading(axis)
        for panel in panels.prefix(Self.limit) {
            for series in panel.series { reading.add(panel.label, series) }
        }
        return reading
    }

    private func momentLines(
        _ layout: MultiplesLayout, _ scale: HorizontalScale, on canvas: inout Canvas
    ) {
        var path = PathData()
        var last = -Double.infinity
        for moment in moments.filter(\.isFinite).sorted() {
            let x = scale.position(moment)
            guard x >= layout.left - 1, x <= layout.right + 1, x - last >= 2 else { continue }
            path.move(x, 4)
            path.upright(to: layout.bottom - 2)
            last = x
        }
        canvas.path(["ref"], path)
    }

    private func checkData() throws(NothingToDraw) {
        let count = panels.reduce(0) { $0 + $1.series.pointCount }
        let hasEvents = lanes.contains { !$0.events.isEmpty }
        guard count > 0 || hasEvents else { throw .noData }
        guard hasEvents || panels.contains(where: \.series.hasValue) else {
            throw .allMissing(count: count)
        }
    }

    private var across: Extent {
        var extent = panels.reduce(into: Extent()) { $0.add($1.series.across) }
        for lane in lanes {
            for event in lane.events { extent.add(event.x) }
        }
        return extent
    }
}

/// Where the panels and lanes stand, in pixels.
struct MultiplesLayout {
    let left: Double
    let right: Double
    let labelRoom: Double
    let laneLabelRoom: Double
    let isNarrow: Bool
    let width: Double
    private let scaling: SmallMultiples.Scaling
    private let panelCount: Int
    private let laneCount: Int
    private let sharedValues: [Double]
    private let hasBands: Bool

    init(_ chart: SmallMultiples, panels: [SmallMultiples.Panel], width: ChartWidth) {
        isNarrow = width.isNarrow
        self.width = width.pixels
        scaling = chart.scaling
        panelCount = panels.count
        laneCount = chart.lanes.count
        hasBands = panels.contains { !$0.anomalies.isEmpty }
        sharedValues =
            chart.scaling != .own
            ? panels.reduce(into: Extent()) { $0.add($1.extent) }.values : []
        let names = panels.map { TextMetrics.width($0.label, isBold: true) }.max() ?? 0
        let lanes = chart.lanes.map { TextMetrics.width($0.label) }.max() ?? 0
        labelRoom = min(names, max(110, width.pixels * 0.28))
        laneLabelRoom = min(lanes, 90)
        let ends = panels.map { TextMetrics.width($0.endLabel, isBold: true) }.max() ?? 0
        right = width.pixels - max(14, min(ends, 80) + 8)
        var ticks = 0.0
        if chart.scaling != .shared {
            let extents = chart.scaling == .own ? panels.map(\.extent.values) : [sharedValues]
            let scales = extents.map {
                LinearScale(values: $0, from: 100, to: 100 - 56, spacing: 26)
            }
            ticks = (scales.map { Canvas.labelWidth($0, chart.text.numbers) }.max() ?? 0) + 10
        }
        left = max((width.isNarrow ? 0 : labelRoom + 10) + ticks, laneLabelRoom + 8)
    }

    private var pitch: Double {
        (scaling == .shared ? 47 : hasBands ? 79 : 72) + (isNarrow ? 22 : 0)
    }

    private var dataHeight: Double { scaling == .shared ? 37 : hasBands ? 62 : 54 }

    func frame(_ index: Int) -> Frame {
        let top = (isNarrow ? 22.0 : 8) + Double(index) * pitch
        return Frame(left: left, top: top, right: right, bottom: top + dataHeight)
    }

    private var panelsBottom: Double {
        panelCount > 0 ? frame(panelCount - 1).bottom + 10 : 4
    }

    func laneY(_ index: Int) -> Double { panelsBottom + 16 + Double(index) * 24 }

    var bottom: Double {
        laneCount > 0 ? laneY(laneCount - 1) + 18 : panelsBottom - 4
    }

    /// The most marks of anomalies in one panel, so that the drawing stays small.
    var mostAnomalies: Int { max(12, 360 / max(1, panelCount)) }

    /// The scale of a panel: its own, or the one that all share.
    func scale(_ panel: SmallMultiples.Panel, _ frame: Frame) -> LinearScale {
        switch scaling {
        case .shared:
            LinearScale(
                values: sharedValues, from: frame.bottom, to: frame.top, includesZero: true,
                spacing: 37)
        case .common, .own:
            LinearScale(
                values: scaling == .own ? panel.extent.values : sharedValues, from: frame.bottom,
                to: frame.top, spacing: 26)
        }
    }

    /// Shared panels show only their lowest and their highest line, without numbers.
    var showsTicks: Bool { scaling != .shared }
}

extension SmallMultiples.Panel {
    /// What the scale must hold; of the trace only as much as `traceReach` allows.
    var extent: Extent {
        var extent = series.upward
        extent.add(bands.upward)
        for anomaly in anomalies { extent.add(anomaly.y) }
        guard let trace, let low = extent.values.first, let high = extent.values.last else {
            return extent
        }
        // A single faulty value must not press all others into a line.
        let reach = Self.traceReach * max(high - low, 0.01 * max(abs(low), abs(high)))
        for value in [trace].upward.values {
            extent.add(min(max(value, low - reach), high + reach))
        }
        return extent
    }

    /// How far a panel shows a trace above and below its lines, in multiples of their own extent.
    static let traceReach = 2.0
}
