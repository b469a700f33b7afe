internal import Charts
internal import Markup
import Reports
import Wording
import Values

/// Whether the fleet gets better or worse.
struct TrendsPage {
    let page: PageContext
    let snapshot: Snapshot

    var report: TrendReport { snapshot.trends }
    var context: ReportContext { snapshot.context }

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .trends)),
            answer: page.phrases.trendAnswer(report, context), actions: page.compareButton(),
            content: content)
    }

    private var content: Markup {
        if report.missingData.time { return Markup() }
        var grid = CardGrid()
        if report.kinds.isEmpty {
            grid.missing { page.missingCard("h-rate", $0, title: page.label(.events), .events) }
            if !report.rows.isEmpty { grid.half(better) }
        } else {
            grid.add(KindsCard(page: page, report: report, context: context).markup)
            if !report.rows.isEmpty { grid.add(better(.five)) }
        }
        WeekCard(page: page, report: report, context: context).add(to: &grid)
        PrecursorCard(page: page, report: report).add(to: &grid)
        if !report.findings.isEmpty || report.pairs != nil { grid.half(found) }
        TrendMultiples(page: page, report: report, context: context).add(to: &grid)
        if let lives = report.partLives {
            PartLivesCard(page: page, lives: lives).add(to: &grid)
        }
        ReliabilityCards(page: page, report: report, context: context).add(to: &grid)
        return grid.markup
    }

    private func found(_ span: Span) -> Markup {
        let words = CardWords(
            title: page.label(.foundTitle), sub: page.phrases.inOrderOfWeight(),
            note: page.phrases.compared(report.pairs))
        return page.card("h-found", span, words) {
            // Nothing else on the page says that a reading follows the year, so the list is long.
            page.findings(report.findings, limit: 16)
        }
    }

    private func better(_ span: Span) -> Markup {
        var words = page.phrases.better(report)
        let rows = report.rows.prefix(60)
        let shown = page.phrases.seriesShown(rows.count, of: report.rows.count)
        words.note = [words.note, shown].filter { !$0.isEmpty }.joined(separator: " ")
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
                    page.cells.slope(row.figures?.slopePercent), .init(interval(row)),
                    .init(page.phrases.probability(row.figures?.q)),
                    .init(page.phrases.verdict(row.verdict)),
                ]
            }, style: .dense)
        return page.card("h-mk", span, words) { page.table(table) }
    }

    private func interval(_ row: TrendRow) -> Markup {
        guard let figures = row.figures else { return Markup(NumberFormat.missing) }
        let low = page.format.signed(figures.low, 2)
        let high = page.format.signed(figures.high, 2)
        return element("span", [.class("sub")], text: page.phrases.fromTo(low, high))
    }
}
