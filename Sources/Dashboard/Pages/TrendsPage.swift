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
        } else {
            grid.add(KindsCard(page: page, report: report, context: context).markup)
        }
        if !report.rows.isEmpty { grid.half(better) }
        WeekCard(page: page, report: report, context: context).add(to: &grid)
        PrecursorCard(page: page, report: report).add(to: &grid)
        if !report.news.isEmpty { grid.half(found) }
        CyclesCard(page: page, report: report).add(to: &grid)
        TrendMultiples(page: page, report: report, context: context).add(to: &grid)
        if let lives = report.partLives {
            PartLivesCard(page: page, lives: lives).add(to: &grid)
        }
        ReliabilityCards(page: page, report: report, context: context).add(to: &grid)
        return grid.markup
    }

    private func found(_ span: Span) -> Markup {
        let words = CardWords(
            title: page.label(.foundTitle), sub: page.phrases.inOrderOfWeight())
        return page.card("h-found", span, words) { page.findings(report.news, limit: 16) }
    }

    private func better(_ span: Span) -> Markup {
        var words = page.phrases.better(report)
        let rows = report.rows.prefix(60)
        let (open, folded) = Self.split(Array(rows))
        let shown = page.phrases.seriesShown(rows.count, of: report.rows.count)
        words.note = [words.note, shown].filter { !$0.isEmpty }.joined(separator: " ")
        return page.card("h-mk", span, words) {
            if !open.isEmpty { page.table(table(open, words.title)) }
            if !folded.isEmpty {
                element("details") {
                    element("summary", text: page.phrases.levelSeries(folded.count))
                    page.table(table(folded, page.phrases.levelSeries(folded.count)))
                }
            }
        }
    }

    /// Series that stand without a click where none moves.
    private static let fewRows = 6

    /// The series that move stand open, the others behind a click; where none moves the first few
    /// are open.
    private static func split(_ rows: [TrendRow]) -> (open: [TrendRow], folded: [TrendRow]) {
        let level = rows.filter { !$0.isMoving }
        guard level.count > fewRows else { return (rows, []) }
        let moving = rows.filter(\.isMoving)
        return moving.isEmpty
            ? (Array(level.prefix(fewRows)), Array(level.dropFirst(fewRows))) : (moving, level)
    }

    private func table(_ rows: [TrendRow], _ caption: String) -> Table {
        Table(
            caption: caption,
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
    }

    private func interval(_ row: TrendRow) -> Markup {
        guard let figures = row.figures else { return Markup(NumberFormat.missing) }
        let low = page.format.signed(figures.low, 2)
        let high = page.format.signed(figures.high, 2)
        return element("span", [.class("sub")], text: page.phrases.fromTo(low, high))
    }
}
