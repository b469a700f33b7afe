internal import Charts
internal import Markup
import Reports
import Wording

/// Which devices need attention, and since when.
struct OverviewPage {
    let page: PageContext
    let snapshot: Snapshot

    var report: OverviewReport { snapshot.overview }
    var context: ReportContext { snapshot.context }

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .overview)),
            answer: answer, actions: actions, content: content)
    }

    private var actions: Markup {
        Markup {
            page.compareButton()
            page.reportButton()
        }
    }

    /// What is wrong and what is predicted. Where only the prediction is grave it stands alone:
    /// nobody shall read first that no device needs attention.
    private var answer: Sentence {
        let prediction = page.input.prediction
        let outlook = page.phrases.outlook(prediction)
        if case .calm = report.answer, let known = prediction.prediction,
            known.rows.first.map({ known.isGrave($0.device) }) ?? false
        {
            return outlook
        }
        return page.phrases.overviewAnswer(report, context) + outlook
    }

    private var content: Markup {
        let table = AttentionTable(page: page, report: report, context: context)
        return Markup {
            if !table.isWhole { KPICards(page: page, cards: report.cards, context: context).markup }
            if table.isWhole {
                element("div", [.class("cols")]) { table.markup }
            } else {
                grid(table).markup
            }
        }
    }

    private func grid(_ table: AttentionTable) -> CardGrid {
        var grid = CardGrid()
        if !report.devices.isEmpty { grid.add(table.markup) }
        grid.add(changes)
        PredictionCard(page: page).add(to: &grid)
        OverviewCharts(page: page, report: report, context: context).add(to: &grid)
        return grid
    }

    private var changes: Markup {
        let span: Span = report.devices.isEmpty ? .whole : .third
        return page.card("h-new", span, page.phrases.changes(report, context)) {
            page.findings(report.changes)
        }
    }
}

/// The charts below the table of devices.
struct OverviewCharts {
    let page: PageContext
    let report: OverviewReport
    let context: ReportContext

    func add(to grid: inout CardGrid) {
        if let lanes = report.lanes {
            grid.add(LanesCard(page: page, lanes: lanes, context: context).markup)
        }
        if let rate = report.rates.first { self.rate(rate, "h-rate", &grid) }
        if let breakdown = report.breakdowns.first { self.breakdown(breakdown, "h-codes", &grid) }
        if let rates = report.byAttribute { grid.half { byAttribute(rates, $0) } }
        let ids: [StaticString] = ["h-codes2", "h-codes3"]
        for (id, breakdown) in zip(ids, report.breakdowns.dropFirst()) {
            self.breakdown(breakdown, id, &grid)
        }
        if report.byAttribute == nil, report.rates.count > 1 {
            rate(report.rates[1], "h-rate2", &grid)
        }
        if !report.severities.isEmpty { grid.half(severities) }
        addMissing(to: &grid)
    }

    private func rate(_ series: RateSeries, _ id: StaticString, _ grid: inout CardGrid) {
        grid.half { RateCard(page: page, series: series, context: context).markup(id, $0) }
    }

    private func breakdown(
        _ breakdown: CodeBreakdown, _ id: StaticString, _ grid: inout CardGrid
    ) {
        let card = BreakdownCard(page: page, breakdown: breakdown, context: context)
        if card.isOneSentence {
            grid.missing { card.sentence(id, $0) }
        } else {
            grid.half { card.markup(id, $0) }
        }
    }

    private func addMissing(to grid: inout CardGrid) {
        let parts: [(Bool, String, Label, MissingPart)] = [
            (report.missingData.events, "h-noevents", .events, .events),
            (report.missingData.metrics, "h-nometrics", .reading, .metrics),
            (report.missingData.time, "h-notime", .time, .time),
        ]
        for (isMissing, id, label, part) in parts where isMissing {
            grid.missing { page.missingCard(id, $0, title: page.label(label), part) }
        }
    }

    private func byAttribute(_ rates: AttributeRates, _ span: Span) -> Markup {
        let words = page.phrases.attributeRates(rates, context)
        let mean = rates.groups.map(\.perDevice).reduce(0, +) / Double(max(1, rates.groups.count))
        let bars = rates.groups.map { group in
            BarChart.Bar(
                label: group.value, value: group.perDevice.present,
                valueText: page.format.figure(group.perDevice),
                detail: page.phrases.eventsOnDevices(group.events, group.devices),
                tone: rates.areDifferent && group.perDevice > mean ? .subject : .context,
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
                    .init($0.value), page.cells.count($0.devices),
                    page.cells.count($0.events), page.cells.figure($0.perDevice),
                ]
            })
        let chart = BarChart(
            text: page.chartText(title: words.title, description: words.say.plain), bars: bars)
        return page.panel("h-attr", span, words, chart, place: span.place, table: table)
    }

    private func severities(_ span: Span) -> Markup {
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
                    .init($0.name), page.cells.count($0.count),
                    page.cells.percent($0.share, decimals: 1),
                ]
            })
        let chart = BarChart(
            text: page.chartText(title: words.title, description: words.say.plain, valueTitle: "%"),
            bars: bars, sorted: false)
        return page.panel("h-sev", span, words, chart, place: span.place, table: table)
    }
}
