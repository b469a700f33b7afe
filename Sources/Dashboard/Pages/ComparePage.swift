internal import Markup
import Reports
import Wording

/// Devices or periods side by side: what differs, and whether beyond chance.
struct ComparePage {
    let page: PageContext
    let report: ComparisonReport

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .compare)),
            answer: page.phrases.compareAnswer(report), content: content)
    }

    private var content: Markup {
        var grid = CardGrid()
        let tables = CompareTables(page: page, report: report)
        if !report.readings.isEmpty {
            grid.add(OverlaidCard(page: page, report: report).markup)
            grid.add(tables.readings)
        }
        if report.against == .period, report.sides.first?.device == nil, !report.readings.isEmpty {
            grid.add(tables.changes)
        }
        if !report.events.isEmpty { grid.add(tables.events) }
        return Markup {
            CompareForm(page: page, report: report).markup
            grid.markup
        }
    }
}
