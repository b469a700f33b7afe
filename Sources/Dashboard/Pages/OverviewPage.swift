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
        Markup {
            KPICards(page: page, cards: report.cards, context: context).markup
            element("div", [.class("cols")]) {
                attention
                changes
            }
        }
    }

    private var attention: Markup {
        AttentionTable(page: page, report: report, context: context).markup
    }

    private var changes: Markup {
        page.card("h-new", .third, page.phrases.changes(report, context)) {
            page.findings(report.changes)
        }
    }
}
