import Charts
import Values

/// One chart of each kind over any values, for data at the edge of what can be drawn.
enum EdgeData {
    /// Values by name; each is drawn by every chart.
    static let series: [(name: String, values: [Double?])] = [
        ("one", [4.2]),
        ("two", [1, 2]),
        ("constant", Array(repeating: 7, count: 30)),
        ("zero", Array(repeating: 0, count: 12)),
        ("negative", (0..<40).map { -Double($0) * 13.7 - 2 }),
        ("mixed", (0..<40).map { Double($0) - 20 }),
        ("tiny", (0..<20).map { Double($0) * 1e-12 }),
        ("large", (0..<20).map { Double($0) * 1e17 }),
        ("holes", (0..<60).map { $0 % 3 == 0 ? nil : Double($0) }),
        ("not finite", [1, .nan, .infinity, -.infinity, 3, nil, 2]),
        ("extreme", [-.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude]),
        ("many", Samples.noise(3_000, seed: 9).map { $0 * 1_000 }),
    ]

    static let plots: [(name: String, plot: Plot)] = series.flatMap { item in
        charts(item.values, text: "title of " + item.name).map { chart in
            ("\(chart.name) of \(item.name)", chart.plot)
        }
    }

    /// Every chart over plain values with one text in each place for text.
    static func plots(text: String) -> [(name: String, plot: Plot)] {
        charts((0..<5).map { Double($0 + 1) }, text: text)
    }

    static func charts(_ values: [Double?], text: String) -> [(name: String, plot: Plot)] {
        [
            ("line", Plot(line(values, text), place: .full, id: "l")),
            ("multiples", Plot(multiples(values, text), place: .large, id: "m")),
            ("bars", Plot(bars(values, text), place: .half, id: "b")),
            (
                "pareto",
                Plot(
                    ParetoChart(
                        text: words(text), parts: shares(values, text), cumulativeLabel: text),
                    place: .half, id: "pa")
            ),
            (
                "pie",
                Plot(
                    PieChart(text: words(text), parts: shares(values, text)), place: .half, id: "pi"
                )
            ),
            (
                "share bar",
                Plot(
                    ShareBar(text: words(text), parts: shares(values, text)), place: .side, id: "sb"
                )
            ),
            ("scatter", Plot(scatter(values, text), place: .main, id: "s")),
            ("map", Plot(map(values, text), place: .full, id: "h")),
            ("intervals", Plot(intervals(values, text), place: .half, id: "i")),
            ("profile", Plot(profile(values, text), place: .full, id: "pr")),
            ("silhouette", Plot(silhouette(values, text), place: .half, id: "si")),
            ("curve", Plot(curve(values, text), place: .half, id: "c")),
        ]
    }

    static func words(_ text: String) -> ChartText {
        ChartText(title: text, description: text, valueTitle: text)
    }

    private static func points(_ values: [Double?], _ text: String) -> [DataPoint] {
        values.enumerated().map { index, value in
            DataPoint(
                x: Samples.start + Double(index) * 3_600, y: value, title: text,
                isComplete: index % 7 != 6)
        }
    }

    private static func line(_ values: [Double?], _ text: String) -> LineChart {
        let all = points(values, text)
        let band = all.map { LineBand.Point(x: $0.x, low: $0.y.map { $0 - 1 }, high: $0.y) }
        let panel = LinePanel(
            valueTitle: text,
            series: [
                LineSeries(points: all, tone: .context, hasMarks: true, endLabel: text),
                LineSeries(points: all, tone: .series(7), joint: .steps, endLabel: text),
            ],
            bands: [LineBand(points: band, title: text)],
            levels: [LevelLine(value: 1, label: text), LevelLine(value: .nan, label: text)],
            moments: [
                MomentLine(x: Samples.start, label: text, style: .change),
                MomentLine(x: Samples.start + 3_600, label: text, style: .lastData),
            ],
            forecast: LineForecast(
                points: Array(all.prefix(3)), bands: [], label: text, endLabel: text),
            markers: [LineMarker(x: Samples.start, y: 1, label: text, title: text)],
            startsAtZero: false)
        return LineChart(text: words(text), axis: .time(Samples.zone), panels: [panel, panel])
    }

    private static func multiples(_ values: [Double?], _ text: String) -> SmallMultiples {
        let all = points(values, text)
        let panel = SmallMultiples.Panel(
            label: text, series: [LineSeries(points: all, tone: .ink)],
            bands: [LineBand(points: [LineBand.Point(x: 0, low: 1, high: 2)], title: text)],
            anomalies: all.compactMap { point in
                point.y.map { SmallMultiples.Panel.Anomaly(x: point.x, y: $0, title: text) }
            }, endLabel: text, isOut: true)
        let events = all.map { EventLane.Event(x: $0.x, label: text, title: text) }
        return SmallMultiples(
            text: words(text), axis: .number(title: text), panels: [panel, panel],
            lanes: [
                EventLane(label: text, kind: .ticks, events: events),
                EventLane(label: text, kind: .failures, events: events),
                EventLane(label: text, kind: .repairs, events: events),
            ], moments: all.map(\.x))
    }

    private static func bars(_ values: [Double?], _ text: String) -> BarChart {
        BarChart(
            text: words(text),
            bars: values.map {
                BarChart.Bar(
                    label: text, value: $0, valueText: NumberFormat.compact($0, style: .english),
                    detail: text,
                    title: text, range: 0...1, reference: 0.5, rangeTitle: text)
            })
    }

    private static func shares(_ values: [Double?], _ text: String) -> [Share] {
        values.enumerated().map { index, value in
            Share(
                label: text, value: value ?? 0, detail: text, tone: .series(index), title: text)
        }
    }

    private static func scatter(_ values: [Double?], _ text: String) -> ScatterChart {
        let marks = values.enumerated().map { index, value in
            ScatterChart.Mark(
                x: Double(index % 17), y: value ?? .nan, title: text, label: index < 3 ? text : "")
        }
        return ScatterChart(
            text: words(text), acrossTitle: text,
            groups: MarkShape.allCases.enumerated().map { index, shape in
                ScatterChart.Group(
                    label: text, marks: marks, tone: .series(index), shape: shape)
            })
    }

    private static func map(_ values: [Double?], _ text: String) -> HeatMap {
        let cells = values.enumerated().map { index, value in
            HeatMap.Cell(
                level: value.flatMap { Int(exactly: min(max($0, -9), 9).rounded()) }, title: text,
                isMarked: index % 5 == 0)
        }
        return HeatMap(
            text: words(text),
            rows: (0..<50).map { HeatMap.Row(label: text, cells: Array(cells.dropLast($0 % 2))) },
            columns: .names(values.map { _ in text }))
    }

    private static func intervals(_ values: [Double?], _ text: String) -> IntervalChart {
        IntervalChart(
            text: words(text),
            rows: values.map { value in
                IntervalChart.Row(
                    label: text, interval: Interval(value: value, low: value, high: .nan),
                    valueText: NumberFormat.compact(value, style: .english), detail: text)
            })
    }

    private static func profile(_ values: [Double?], _ text: String) -> ProfileChart {
        ProfileChart(
            text: words(text), features: values.map { _ in text },
            groups: (0..<5).map { group in
                ProfileChart.Group(
                    label: text,
                    intervals: values.map { Interval(value: $0, low: 0, high: $0, title: text) },
                    tone: .series(group), shape: .group(group - 2))
            })
    }

    private static func silhouette(_ values: [Double?], _ text: String) -> SilhouetteChart {
        SilhouetteChart(
            text: words(text),
            groups: (0..<3).map { group in
                SilhouetteChart.Group(
                    label: text, detail: text,
                    members: values.map { SilhouetteChart.Member(value: $0 ?? .nan, title: text) },
                    tone: .series(group))
            })
    }

    private static func curve(_ values: [Double?], _ text: String) -> CurveChart {
        let points = values.enumerated().map { index, value in
            CurveChart.Point(
                x: Double(index), interval: Interval(value: value, low: value, high: 3, title: text)
            )
        }
        let panel = CurveChart.Panel(
            valueTitle: text, points: points, choiceLabel: text, startsAtZero: false)
        return CurveChart(
            text: words(text), acrossTitle: text, panels: [panel, panel, panel], choice: 1)
    }
}
