internal import Charts
internal import Markup
import Reports
import Wording

/// How the reading that is farthest out may go on.
struct SignalForecastCard {
    let page: PageContext
    let forecast: DiagnosticReport.SignalForecast
    let context: ReportContext

    func markup(_ span: Span) -> Markup {
        let words = page.phrases.signalForecast(forecast)
        let step = max(0, (forecast.times.last ?? 0) - (forecast.times.dropLast().last ?? 0))
        let ahead =
            forecast.figures.beatsNaive
            ? KindsCard.forecast(page, forecast.figures, step: 0) : nil
        let panel = LinePanel(
            valueTitle: page.phrases.metricLabel(forecast.metric),
            series: [LineSeries(x: forecast.times, y: forecast.values.map(\.present), tone: .ink)],
            levels: levels,
            moments: ahead == nil
                ? []
                : [
                    MomentLine(
                        x: (forecast.times.last ?? context.period.upperBound) + step / 2,
                        label: page.label(.lastData), style: .lastData)
                ],
            forecast: ahead, startsAtZero: false)
        let chart = LineChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis, panels: [panel])
        return page.panel(
            "h-fore", span, words, chart, place: span.place, table: table(words.title))
    }

    private var levels: [LevelLine] {
        guard let threshold = forecast.threshold, threshold.value.isFinite else { return [] }
        return [
            LevelLine(
                value: threshold.value, label: page.phrases.thresholdLabel(threshold))
        ]
    }

    private func table(_ caption: String) -> Table {
        let figures = forecast.figures
        let known = zip(forecast.times, forecast.values).map { time, value -> [Table.Cell] in
            [page.cells.place(time), page.cells.reading(value), .init("–")]
        }
        let ahead = figures.times.indices.filter { figures.values.indices.contains($0) }.map {
            index -> [Table.Cell] in
            let low = figures.low80.indices.contains(index) ? figures.low80[index] : .nan
            let high = figures.high80.indices.contains(index) ? figures.high80[index] : .nan
            return [
                page.cells.place(figures.times[index]),
                page.cells.reading(figures.values[index]),
                .init(page.phrases.fromTo(page.format.reading(low), page.format.reading(high))),
            ]
        }
        let shown = figures.beatsNaive ? known + ahead : known
        return Table(
            caption: caption,
            columns: [
                .init(title: page.label(.time)),
                .init(title: page.phrases.metricLabel(forecast.metric), isNumber: true),
                .init(title: page.phrases.interval80(), isNumber: true),
            ], rows: shown.reversed())
    }
}
