internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Errors, failures and other kinds over time: levels between changes, and a forecast.
struct KindsCard {
    let page: PageContext
    let report: TrendReport
    let context: ReportContext

    private var kinds: ArraySlice<TrendReport.KindTrend> { report.kinds.prefix(3) }

    var markup: Markup {
        let words = page.phrases.kinds(report, context)
        let chart = LineChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis, panels: kinds.map(panel))
        return page.panel(
            "h-rate", .whole, words, chart, place: .full, table: table(words.title))
    }

    private func panel(_ kind: TrendReport.KindTrend) -> LinePanel {
        let raw = RateCard.lines(page, kind.series, tone: .context).prefix(1)
        let forecast = kind.forecast.flatMap { $0.beatsNaive ? $0 : nil }
        return LinePanel(
            valueTitle: page.phrases.rateAxis(kind.series.kind), series: Array(raw),
            levels: levels(kind), moments: moments(kind, hasForecast: forecast != nil),
            forecast: forecast.map { Self.forecast(page, $0, step: step(kind)) })
    }

    private func step(_ kind: TrendReport.KindTrend) -> Double {
        kind.series.slices.first.map { $0.to - $0.from } ?? 0
    }

    private func levels(_ kind: TrendReport.KindTrend) -> [LevelLine] {
        // A change is labelled with both levels and a forecast with its end, so the levels need no
        // labels.
        let isAlone = kind.segments.count == 1 && kind.forecast?.beatsNaive != true
        return kind.segments.filter(\.mean.isFinite).map { segment in
            LevelLine(
                value: segment.mean, from: segment.from, to: segment.to, style: .subject,
                label: isAlone ? page.format.figure(segment.mean) : "")
        }
    }

    private func moments(_ kind: TrendReport.KindTrend, hasForecast: Bool) -> [MomentLine] {
        var lines = zip(kind.segments, kind.segments.dropFirst()).map { before, after in
            MomentLine(
                x: after.from,
                label: page.phrases.changeLabel(after.from, before: before.mean, after: after.mean),
                style: .change)
        }
        if hasForecast {
            lines.append(
                MomentLine(
                    x: context.period.upperBound, label: page.label(.lastData), style: .lastData))
        }
        return lines
    }

    /// A forecast with its two bands; values stand in the middle of their steps.
    static func forecast(
        _ page: PageContext, _ figures: ForecastFigures, step: Double
    ) -> LineForecast {
        let middles = figures.times.map { $0 + step / 2 }
        func band(
            _ low: [Double], _ high: [Double], _ level: LineBand.Level, _ name: Int
        ) -> LineBand {
            let points = middles.indices.map { index in
                LineBand.Point(
                    x: middles[index], low: low.indices.contains(index) ? low[index].present : nil,
                    high: high.indices.contains(index) ? high[index].present : nil)
            }
            return LineBand(
                points: points, level: level,
                title: page.phrases.interval(name, low.first ?? .nan, high.first ?? .nan))
        }
        let points = zip(middles, figures.values).map { DataPoint(x: $0, y: $1.present) }
        return LineForecast(
            points: points,
            bands: [
                band(figures.low95, figures.high95, .outer, 95),
                band(figures.low80, figures.high80, .inner, 80),
            ],
            label: page.phrases.forecastLabel(),
            endLabel: page.format.figure(figures.values.last))
    }

    private func table(_ caption: String) -> Table {
        guard let first = kinds.first?.series else {
            return Table(caption: caption, columns: [], rows: [])
        }
        var columns: [Table.Column] = [.init(title: page.phrases.sliceStart(first.width))]
        for kind in kinds {
            let name = page.phrases.eventNames(kind.series.kind)
            columns.append(.init(title: name, isNumber: true))
            columns.append(.init(title: page.phrases.rateColumn(), isNumber: true))
        }
        let rows = first.slices.indices.map { index -> [Table.Cell] in
            [page.cells.place(first.slices[index].from)]
                + kinds.flatMap { kind -> [Table.Cell] in
                    let series = kind.series
                    guard let count = series.count(at: index) else {
                        return [.init("–"), .init("–")]
                    }
                    return [
                        page.cells.count(count),
                        page.cells.figure(series.rates[index]),
                    ]
                }
        }
        return Table(caption: caption, columns: columns, rows: rows)
    }
}
