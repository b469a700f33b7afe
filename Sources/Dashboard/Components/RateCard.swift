internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// Events per device and time as a line, with a rolling mean.
struct RateCard {
    let page: PageContext
    let series: RateSeries
    let context: ReportContext

    func markup(_ id: StaticString, _ span: Span) -> Markup {
        let words = page.phrases.rate(series, context)
        var key: [Key.Entry] = [.line(.context, page.phrases.each(series.width))]
        if hasRolling { key.append(.line(.subject, page.phrases.rolling(series))) }
        let chart = LineChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis,
            panels: [
                LinePanel(
                    valueTitle: page.phrases.rateAxis(series.kind),
                    series: RateCard.lines(page, series, tone: .subject))
            ])
        return page.panel(
            id, span, words, chart, place: span.place, key: key, table: table(words.title))
    }

    private var hasRolling: Bool { series.rolling.contains(where: \.isFinite) }

    /// The raw values with tooltips, and the rolling mean in front of them.
    static func lines(_ page: PageContext, _ series: RateSeries, tone: Tone) -> [LineSeries] {
        let points = zip(series.slices, series.rates).enumerated().map { index, pair in
            DataPoint(
                x: (pair.0.from + pair.0.to) / 2, y: pair.1.present,
                title: pointTitle(page, series, index), isComplete: pair.0.isComplete,
                stretch: pair.0.stretch)
        }
        let rolling = zip(series.slices, series.rolling).compactMap { slice, value in
            value.isFinite ? DataPoint(x: (slice.from + slice.to) / 2, y: value) : nil
        }
        let raw = LineSeries(points: points, tone: .context, hasMarks: points.count <= 120)
        guard let last = rolling.last?.y else { return [raw] }
        var mean = LineSeries(points: rolling, tone: tone, endLabel: page.format.figure(last))
        mean.isRead = false
        return [raw, mean]
    }

    private static func pointTitle(
        _ page: PageContext, _ series: RateSeries, _ index: Int
    ) -> String {
        guard series.counts.indices.contains(index) else { return "" }
        return page.phrases.ratePoint(
            from: series.slices[index].from, count: series.counts[index],
            rate: series.rates[index], series)
    }

    private func table(_ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [
                .init(title: page.phrases.sliceStart(series.width)),
                .init(title: page.label(.count), isNumber: true),
                .init(title: page.phrases.rateColumn(), isNumber: true),
            ],
            rows: series.slices.indices.map { index in
                [
                    page.cells.place(series.slices[index].from),
                    .init(series.count(at: index).map(page.format.count) ?? NumberFormat.missing),
                    page.cells.figure(series.rates[index]),
                ]
            })
    }
}

extension TimeSlice {
    /// The stretch whose middle a point stands in.
    var stretch: ClosedRange<Double>? { ClosedRange(from: from, to: to) }
}
