internal import Charts
internal import Markup
internal import Pipeline

/// Which devices need attention, and since when.
struct OverviewPage {
    let page: PageContext
    let snapshot: Snapshot

    var report: OverviewReport { snapshot.overview }
    var context: ReportContext { snapshot.context }

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .overview)),
            answer: page.phrases.overviewAnswer(report, context), content: content)
    }

    private var content: Markup {
        let table = AttentionTable(page: page, report: report, context: context)
        return Markup {
            if !table.isWhole { KPICards(page: page, cards: report.cards, context: context).markup }
            element("div", [.class("cols")]) {
                if table.isWhole {
                    table.markup
                } else {
                    if !report.devices.isEmpty { table.markup }
                    changes
                    OverviewCharts(page: page, report: report, context: context).markup
                }
            }
        }
    }

    private var changes: Markup {
        let span: Span = report.devices.isEmpty ? .whole : .third
        return page.card("h-new", span, page.phrases.changes(report, context)) {
            page.findings(report.changes)
        }
    }
}

/// The charts below the first screen.
struct OverviewCharts {
    let page: PageContext
    let report: OverviewReport
    let context: ReportContext

    var markup: Markup {
        Markup {
            if let lanes = report.lanes {
                LanesCard(page: page, lanes: lanes, context: context).markup
            }
            if let rate = report.rates.first {
                RateCard(page: page, series: rate, context: context).markup("h-rate")
            }
            if let breakdown = report.breakdowns.first { self.breakdown(breakdown, "h-codes") }
            if let rates = report.byAttribute { byAttribute(rates) }
            for (index, breakdown) in report.breakdowns.dropFirst().prefix(2).enumerated() {
                self.breakdown(breakdown, index == 0 ? "h-codes2" : "h-codes3")
            }
            if report.byAttribute == nil, report.rates.count > 1 {
                RateCard(page: page, series: report.rates[1], context: context).markup("h-rate2")
            }
            if !report.severities.isEmpty { severities }
            lacking
        }
    }

    private func breakdown(_ breakdown: CodeBreakdown, _ id: StaticString) -> Markup {
        BreakdownCard(page: page, breakdown: breakdown, context: context).markup(id)
    }

    private var lacking: Markup {
        Markup {
            if report.lacks.events {
                page.lackingCard("h-noevents", .half, title: page.label(.events), .events)
            }
            if report.lacks.metrics {
                page.lackingCard("h-nometrics", .half, title: page.label(.reading), .metrics)
            }
            if report.lacks.time {
                page.lackingCard("h-notime", .half, title: page.label(.time), .time)
            }
        }
    }

    private func byAttribute(_ rates: AttributeRates) -> Markup {
        let words = page.phrases.attributeRates(rates, context)
        let mean = rates.groups.map(\.perDevice).reduce(0, +) / Double(max(1, rates.groups.count))
        let bars = rates.groups.map { group in
            BarChart.Bar(
                label: group.value, value: group.perDevice.present,
                valueText: page.format.figure(group.perDevice),
                detail: page.phrases.eventsOnDevices(group.events, group.devices),
                tone: rates.p < 0.05 && group.perDevice > mean ? .subject : .context,
                title: group.value + ": " + page.format.figure(group.perDevice))
        }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: rates.attribute), .init(title: page.label(.devices), isNumber: true),
                .init(title: page.label(.events), isNumber: true),
                .init(title: page.label(.perDevice), isNumber: true),
            ],
            rows: rates.groups.map {
                [
                    .init($0.value), .init(page.format.count($0.devices)),
                    .init(page.format.count($0.events)), .init(page.format.figure($0.perDevice)),
                ]
            })
        let chart = BarChart(
            text: ChartText(title: words.title, description: words.say.plain), bars: bars)
        return page.panel("h-attr", .half, words, chart, place: .half, table: table)
    }

    private var severities: Markup {
        let words = page.phrases.severities(report.severities, context)
        let bars = report.severities.map { share in
            BarChart.Bar(
                label: share.name, value: share.share * 100,
                valueText: page.format.percent(share.share, decimals: 1),
                detail: page.format.count(share.count), tone: share.isError ? .subject : .context,
                title: share.name + ": " + page.format.count(share.count))
        }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.severity)),
                .init(title: page.label(.rows), isNumber: true),
                .init(title: page.label(.share), isNumber: true),
            ],
            rows: report.severities.map {
                [
                    .init($0.name), .init(page.format.count($0.count)),
                    .init(page.format.percent($0.share, decimals: 1)),
                ]
            })
        let chart = BarChart(
            text: ChartText(title: words.title, description: words.say.plain, valueTitle: "%"),
            bars: bars, sorted: false)
        return page.panel("h-sev", .half, words, chart, place: .half, table: table)
    }
}
