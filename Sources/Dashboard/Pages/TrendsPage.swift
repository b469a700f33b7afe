internal import Charts
internal import Markup
internal import Pipeline

/// Is the fleet getting better or worse?
struct TrendsPage {
    let page: PageContext
    let snapshot: Snapshot

    var report: TrendReport { snapshot.trends }
    var context: ReportContext { snapshot.context }

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .trends)),
            answer: page.phrases.trendAnswer(report, context), content: content)
    }

    private var content: Markup {
        if report.lacks.time { return Markup() }
        return element("div", [.class("cols")]) {
            if report.kinds.isEmpty {
                page.lackingCard("h-rate", .half, title: page.label(.events), .events)
            } else {
                KindsCard(page: page, report: report, context: context).markup
            }
            if !report.rows.isEmpty { better }
            WeekCard(page: page, report: report, context: context).markup
            PrecursorCard(page: page, report: report).markup
            TrendMultiples(page: page, report: report, context: context).markup
            ReliabilityCards(page: page, report: report, context: context).markup
            if !report.findings.isEmpty { found }
        }
    }

    private var found: Markup {
        page.card(
            "h-found", .half,
            CardWords(title: page.label(.foundTitle), sub: page.phrases.inOrderOfWeight())
        ) { page.findings(report.findings) }
    }

    private var better: Markup {
        let words = page.phrases.better(report)
        let rows = report.rows.prefix(60)
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.name)), .init(title: page.label(.slope), isNumber: true),
                .init(title: page.label(.interval95), isNumber: true, isOptional: true),
                .init(title: page.label(.chanceQ), isNumber: true),
                .init(title: page.label(.verdict)),
            ],
            rows: rows.map { row in
                [
                    .init(page.phrases.subject(row.subject)),
                    .init(page.format.signed(row.figures?.slopePercent, 2)), .init(interval(row)),
                    .init(page.phrases.probability(row.figures?.q)),
                    .init(page.phrases.verdict(row.verdict)),
                ]
            }, style: .dense)
        return page.card("h-mk", report.kinds.isEmpty ? .half : .five, words) { page.table(table) }
    }

    private func interval(_ row: TrendRow) -> Markup {
        guard let figures = row.figures else { return Markup(NumberFormat.missing) }
        let low = page.format.signed(figures.low, 2)
        let high = page.format.signed(figures.high, 2)
        return element("span", [.class("sub")], text: page.phrases.fromTo(low, high))
    }
}
