internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Failures that add up, the time between them, and the forecast methods compared.
struct ReliabilityCards {
    let page: PageContext
    let report: TrendReport
    let context: ReportContext

    func add(to grid: inout CardGrid) {
        if let lines = report.cumulative, !lines.lines.isEmpty {
            grid.half { cumulative(lines, $0) }
        }
        if !report.reliability.isEmpty || methods != nil { grid.half(reliability) }
    }

    private func cumulative(_ lines: CumulativeFailures, _ span: Span) -> Markup {
        let words = page.phrases.cumulative(lines, context)
        let shown = lines.lines.prefix(Tone.seriesCount)
        let series = shown.enumerated().map { index, line in
            LineSeries(
                points: zip(line.times, line.values).map { DataPoint(x: $0, y: $1.present) },
                tone: shown.count == 1 ? .subject : .series(index), joint: .steps,
                endLabel: line.value ?? page.format.figure(line.values.last))
        }
        let chart = LineChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis,
            panels: [LinePanel(valueTitle: page.phrases.cumulativeAxis(lines), series: series)],
            height: .tall, range: context.period)
        return page.panel(
            "h-mcf", span, words, chart, place: span.place, table: table(lines, words.title))
    }

    private static func value(of line: CumulativeFailures.Line, at time: Double) -> Double {
        var value = 0.0
        for (place, reached) in zip(line.times, line.values) where place <= time { value = reached }
        return value
    }

    /// The values at the ends of the four quarters of the period.
    private func table(_ lines: CumulativeFailures, _ caption: String) -> Table {
        let length = context.period.upperBound - context.period.lowerBound
        let times = (1...4).map { context.period.lowerBound + length * Double($0) / 4 }
        var columns: [Table.Column] = [
            .init(title: lines.attribute ?? page.label(.group)),
            .init(title: page.label(.devices), isNumber: true),
        ]
        columns += times.map { .init(title: page.format.shortDay($0), isNumber: true) }
        let rows = lines.lines.map { line -> [Table.Cell] in
            let values = times.map { page.format.fixed(Self.value(of: line, at: $0), 2) }
            return [
                .init(line.value ?? page.phrases.wholeFleet()),
                page.cells.count(line.devices),
            ] + values.map { .init($0) }
        }
        return Table(caption: caption, columns: columns, rows: rows)
    }

    private func reliability(_ span: Span) -> Markup {
        let words = page.phrases.reliability(report.reliability, report.cumulative)
        return page.card("h-rel", span, words) {
            if !report.reliability.isEmpty { page.table(reliabilityTable(words.title)) }
            if let (kind, forecast) = methods { self.methods(kind, forecast) }
        }
    }

    private func reliabilityTable(_ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [
                .init(title: report.cumulative?.attribute ?? page.label(.group)),
                .init(title: page.label(.failures), isNumber: true, isOptional: true),
                .init(title: page.label(.daysBetween), isNumber: true),
                .init(title: page.label(.interval95), isNumber: true),
                .init(title: page.label(.growth), isNumber: true),
                .init(title: page.label(.interval95), isNumber: true, isOptional: true),
                .init(title: page.label(.verdict)),
            ],
            rows: report.reliability.map { row in
                [
                    .init(row.value ?? page.phrases.wholeFleet()),
                    page.cells.count(row.failures), page.cells.figure(row.meanTime),
                    .init(range(page.format.figure(row.low), page.format.figure(row.high))),
                    page.cells.fixed(row.beta.present, 2),
                    .init(
                        range(
                            page.format.fixed(row.betaLow.present, 2),
                            page.format.fixed(row.betaHigh.present, 2))),
                    .init(page.phrases.reliabilityVerdict(row)),
                ]
            })
    }

    private func range(_ low: String, _ high: String) -> Markup {
        element("span", [.class("sub")], text: page.phrases.fromTo(low, high))
    }

    private var methods: (EventKind, ForecastFigures)? {
        report.kinds.lazy.compactMap { kind in
            kind.forecast.map { (kind.series.kind, $0) }
        }.first
    }

    private func methods(_ kind: EventKind, _ forecast: ForecastFigures) -> Markup {
        let words = page.phrases.methods(forecast, kind)
        let most = max(forecast.trials.map(\.ratio).filter(\.isFinite).max() ?? 1, 1)
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.method)), .init(title: page.label(.ratio), isNumber: true),
                .init(title: "", isOptional: true),
            ],
            rows: forecast.trials.enumerated().map { index, trial in
                let bar = BarInTable(
                    text: page.chartText(
                        title: page.phrases.method(trial.method),
                        description: page.format.fixed(trial.ratio, 2)),
                    share: (trial.ratio / most).present,
                    tone: index == 0 && forecast.beatsNaive ? .subject : .context,
                    reference: 1 / most, width: 200)
                return [
                    .init(page.phrases.method(trial.method)),
                    page.cells.fixed(trial.ratio.present, 2),
                    .init(bar.draw(id: "m\(index)")),
                ]
            })
        return Markup {
            element("h3", [.class("gapt")], text: words.title)
            element("p", [.class("sub")], text: words.sub)
            page.table(table)
        }
    }
}
