internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Each code and each reading over time, in panels on one axis.
struct TrendMultiples {
    let page: PageContext
    let report: TrendReport
    let context: ReportContext

    func add(to grid: inout CardGrid) {
        if !report.codes.isEmpty { grid.half(codes) }
        if !report.metrics.isEmpty {
            grid.half(metrics)
        } else if report.missingData.metrics {
            grid.missing {
                page.missingCard("h-sig", $0, title: page.label(.readingsTitle), .metrics)
            }
        }
    }

    private func codes(_ span: Span) -> Markup {
        let words = page.phrases.codeRates(report, context)
        let lasts = page.format.aligned(report.codes.map(Self.last))
        let panels = zip(report.codes, lasts).map { series, last -> SmallMultiples.Panel in
            var lines = RateCard.lines(page, series, tone: series.code.map(page.tone) ?? .subject)
            for index in lines.indices {
                lines[index].hasMarks = false
                lines[index].endLabel = ""
            }
            return SmallMultiples.Panel(
                label: series.code.map(page.phrases.code) ?? "", series: lines,
                endLabel: last)
        }
        let chart = SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis, panels: panels, scaling: .shared)
        return page.panel(
            "h-code", span, words, chart, place: span.place, table: codeTable(words.title))
    }

    /// The last rolling mean, or where there is none the last complete value.
    private static func last(_ series: RateSeries) -> Double? {
        let whole = zip(series.slices, series.rates).filter(\.0.isComplete)
        return series.rolling.last(where: \.isFinite) ?? whole.last?.1
    }

    private func codeTable(_ caption: String) -> Table {
        guard let first = report.codes.first else {
            return Table(caption: caption, columns: [], rows: [])
        }
        return Table(
            caption: caption,
            columns: [.init(title: page.phrases.sliceStart(first.width))]
                + report.codes.map {
                    .init(title: $0.code.map(page.phrases.code) ?? "", isNumber: true)
                },
            rows: first.slices.indices.map { index in
                [page.cells.place(first.slices[index].from)]
                    + report.codes.map {
                        .init(
                            page.format.figure(
                                $0.rates.indices.contains(index) ? $0.rates[index] : nil))
                    }
            })
    }

    private func metrics(_ span: Span) -> Markup {
        let words = page.phrases.metricTrends(report, context)
        let panels = report.metrics.map { trend -> SmallMultiples.Panel in
            let middles = trend.slices.map { ($0.from + $0.to) / 2 }
            let band = middles.indices.map {
                LineBand.Point(
                    x: middles[$0], low: trend.low[$0].present, high: trend.high[$0].present)
            }
            return SmallMultiples.Panel(
                label: page.phrases.metricLabel(trend.metric),
                series: [LineSeries(points: Self.points(trend))],
                bands: [LineBand(points: band)],
                endLabel: page.format.reading(trend.mean.last(where: \.isFinite)))
        }
        let chart = SmallMultiples(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: page.horizontalAxis, panels: panels, scaling: .own)
        return page.panel(
            "h-sig", span, words, chart, place: span.place, table: metricTable(words.title))
    }

    private static func points(_ trend: TrendReport.MetricTrend) -> [DataPoint] {
        zip(trend.slices, trend.mean).map { slice, mean in
            DataPoint(
                x: (slice.from + slice.to) / 2, y: mean.present, stretch: slice.stretch)
        }
    }

    private func metricTable(_ caption: String) -> Table {
        guard let first = report.metrics.first else {
            return Table(caption: caption, columns: [], rows: [])
        }
        return Table(
            caption: caption,
            columns: [.init(title: page.phrases.sliceStart(first.width))]
                + report.metrics.map {
                    .init(title: page.phrases.metricLabel($0.metric), isNumber: true)
                },
            rows: first.slices.indices.map { index in
                [page.cells.place(first.slices[index].from)]
                    + report.metrics.map {
                        .init(
                            page.format.reading(
                                $0.mean.indices.contains(index) ? $0.mean[index] : nil))
                    }
            })
    }
}
