internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// What contributes to a device's distance, what such excursions led to, and how old its parts are.
struct EvidenceCards {
    let page: PageContext
    let report: DiagnosticReport

    func add(to grid: inout CardGrid) {
        if !report.outcomes.isEmpty {
            grid.half(outcomes)
        } else if report.missingData.failures, !report.missingData.metrics {
            grid.missing {
                page.missingCard("h-prec", $0, title: page.label(.outcomeTitle), .failures)
            }
        }
        if !report.parts.isEmpty {
            grid.half(parts)
        } else if !report.partRisks.isEmpty {
            grid.half(risks)
        } else if !report.missingData.events {
            grid.missing { page.missingCard("h-age", $0, title: page.label(.partsTitle), .repairs) }
        }
    }

    var contributions: Markup {
        guard !report.contributions.isEmpty else {
            let part: MissingPart = report.missingData.metrics ? .metrics : .bands
            return page.missingCard("h-con", .seven, title: page.label(.contributionsTitle), part)
        }
        let words = page.phrases.contributions(report)
        let bars = report.contributions.prefix(12).enumerated().map { index, part in
            BarChart.Bar(
                label: part.metric.name, value: (part.share * 100).present,
                valueText: page.format.percent(part.share), tone: index == 0 ? .subject : .context,
                title: part.metric.name + ": " + page.format.percent(part.share, decimals: 1))
        }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.reading)),
                .init(title: page.label(.share), isNumber: true),
            ],
            rows: report.contributions.map {
                [.init($0.metric.name), page.cells.percent($0.share, decimals: 1)]
            })
        let chart = BarChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            bars: Array(bars),
            style: .compact, sorted: false)
        return page.panel("h-con", .seven, words, chart, place: .side, table: table)
    }

    private func outcomes(_ span: Span) -> Markup {
        let words = page.phrases.outcomes(report)
        let rows = report.outcomes.prefix(12).map { outcome in
            let interval = Interval(
                value: outcome.share * 100, low: outcome.low * 100, high: outcome.high * 100,
                title: page.phrases.outcomePoint(outcome))
            return IntervalChart.Row(
                label: outcome.metric.name, interval: interval,
                valueText: page.format.percent(outcome.share),
                detail: page.phrases.ofCount(outcome.followed, outcome.excursions),
                tone: outcome.metric == report.row.furthest?.metric ? .subject : .context)
        }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.reading)),
                .init(title: page.label(.excursions), isNumber: true),
                .init(title: page.label(.followed), isNumber: true),
                .init(title: page.label(.share), isNumber: true),
                .init(title: page.label(.interval95), isNumber: true),
            ],
            rows: report.outcomes.map { outcome in
                [
                    .init(outcome.metric.name), page.cells.count(outcome.excursions),
                    page.cells.count(outcome.followed),
                    page.cells.percent(outcome.share),
                    .init(
                        page.phrases.fromTo(
                            page.format.percent(outcome.low), page.format.percent(outcome.high))),
                ]
            })
        let chart = IntervalChart(
            text: page.chartText(
                title: words.title, description: words.say.plain,
                valueTitle: page.phrases.outcomeAxis()), rows: Array(rows))
        return page.panel("h-prec", span, words, chart, place: span.place, table: table)
    }

    private func parts(_ span: Span) -> Markup {
        var words = page.phrases.parts(report)
        words.say = words.say + page.phrases.partRisks(report)
        let bars = report.parts.map { part in
            let scale = page.dayScale
            let isKnown = part.median.isFinite && part.high.isFinite
            let range =
                isKnown ? ClosedRange(from: part.median / scale, to: part.high / scale) : nil
            return BarChart.Bar(
                label: page.phrases.code(part.code), value: (part.age / scale).present,
                valueText: page.format.card((part.age / scale).rounded()),
                title: page.phrases.code(part.code) + ": " + page.format.length(part.age),
                range: range, reference: (part.median / scale).present,
                rangeTitle: page.phrases.partRange(part))
        }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.part)), .init(title: page.label(.age), isNumber: true),
                .init(title: page.label(.median), isNumber: true),
                .init(title: page.label(.percentile90), isNumber: true),
            ],
            rows: report.parts.map {
                [
                    .init(page.phrases.code($0.code)), page.cells.length($0.age),
                    page.cells.length($0.median), page.cells.length($0.high),
                ]
            })
        let chart = BarChart(
            text: page.chartText(
                title: words.title, description: words.say.plain,
                valueTitle: page.phrases.partsAxis()), bars: bars, sorted: false)
        let drawn = page.draw(chart, span.place, id: "h-age")
        return page.card("h-age", span, words) {
            drawn.markup
            page.details(table, chart: drawn.name)
            riskTable
        }
    }

    /// How old parts are is known without repairs too: from the failures themselves.
    private func risks(_ span: Span) -> Markup {
        let words = CardWords(
            title: page.label(.partsTitle), say: page.phrases.partRisks(report))
        return page.card("h-age", span, words) { riskTable }
    }

    /// Nothing where the risks of the device's parts are not known.
    @MarkupBuilder private var riskTable: Markup {
        if let horizon = report.riskHorizon, !report.partRisks.isEmpty {
            page.table(
                PartRiskTable(page: page, horizon: horizon, namesDevice: false).table(
                    report.partRisks, caption: page.label(.partsAtRiskTitle)))
        }
    }
}

extension PageContext {
    /// Seconds of a day on an axis of dates, else 1: durations are drawn in days, cycles or rows.
    var dayScale: Double {
        if case .time = format.axis { return 86_400 }
        return 1
    }
}
