internal import Charts
internal import Markup
import Reports
import Wording

/// The health of one device and what it lost points for.
struct HealthCard {
    let page: PageContext
    let report: DiagnosticReport

    var markup: Markup {
        let row = report.row
        return page.card("health", .five, page.phrases.health(report)) {
            element("div", [.class("score")]) {
                element("b", text: page.format.card(row.health.rounded()))
                " "
                element("span", text: page.label(.ofHundred))
                " "
                page.status(row.status)
            }
            if !report.health.isEmpty { page.table(table) }
        }
    }

    private var table: Table {
        let rows = report.health.enumerated().map { index, part -> [Table.Cell] in
            let words = page.phrases.rule(part.rule)
            let points = page.format.fixed(-part.points, 1)
            let bar = BarInTable(
                text: page.chartText(title: words.part, description: points),
                share: part.limit > 0 ? (part.points / part.limit).present : nil,
                trackShare: min(1, max(0, (part.limit / 30).present ?? 0)),
                tone: page.statusTone(report.row.status == .ok ? .warning : report.row.status),
                width: 64)
            return [
                .init(words.part), .init(element("span", [.class("sub")], text: words.rule)),
                .init(bar.draw(id: "hp\(index)")), .init(points),
            ]
        }
        let sum: [Table.Cell] = [
            .init(page.label(.health)),
            .init(
                element("span", [.class("sub")], text: page.phrases.healthSum(report.row.health))),
            .init(""), .init(element("b", text: page.format.fixed(report.row.health, 1))),
        ]
        return Table(
            caption: page.label(.healthTitle),
            columns: [
                .init(title: page.label(.deduction)), .init(title: page.label(.rule)),
                .init(title: "", isOptional: true),
                .init(title: page.label(.points), isNumber: true),
            ], rows: rows + [sum])
    }
}
