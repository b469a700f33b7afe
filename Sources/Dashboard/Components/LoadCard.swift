internal import Markup
import Reports
import Values
import Wording

/// Every file: what it is, what it covers, what was kept and refused.
struct LoadCard {
    let page: PageContext
    let report: ImportReport
    let current: String?

    var markup: Markup {
        let words = page.phrases.load(report, page.report)
        return page.card("h-rep", .twoThirds, words) {
            page.table(table(words.title))
            element("p", [.class("more", "row")]) {
                element("span") {
                    page.status(isClean ? .ok : .warning)
                    " "
                    page.phrases.loadStatus(report)
                }
                if !isClean {
                    page.links(to: .issues, .issuesCSV)
                }
            }
        }
    }

    private var isClean: Bool { report.rowsRead == report.rowsKept && report.cellsRefused == 0 }

    private func table(_ caption: String) -> Table {
        var rows = report.load.files.prefix(200).map(row)
        if report.load.files.count > 1 {
            rows.append([
                .init(element("b", text: page.phrases.sum())), .init(""), .init(""),
                bold(report.rowsRead), bold(report.rowsKept),
                bold(report.rowsRead - report.rowsKept), bold(report.cellsRefused),
            ])
        }
        return Table(
            caption: caption,
            columns: [
                .init(title: page.label(.file)), .init(title: page.label(.kind), isOptional: true),
                .init(title: page.label(.covers), isOptional: true),
                .init(title: page.label(.rows), isNumber: true),
                .init(title: page.label(.kept), isNumber: true, isOptional: true),
                .init(title: page.label(.refused), isNumber: true),
                .init(title: page.phrases.cells(), isNumber: true, isOptional: true),
            ], rows: rows, style: .wrapping)
    }

    private func row(_ file: FileReport) -> [Table.Cell] {
        let link = page.query.link(to: .importFiles, fragment: "h-role") { $0.file = file.name }
        let mark: [Attribute] = file.name == current ? [.fixed("aria-current", "true")] : []
        let covers = page.phrases.covers(
            file.schema.time == .rowNumber ? nil : file.timeRange)
        return [
            .init(
                Markup {
                    element("a", [.href(link)] + mark, text: file.name)
                    if !file.schema.questions.isEmpty {
                        " "
                        element("span", [.class("tag")]) {
                            page.phrases.questionTag(file.schema.questions.count)
                        }
                    }
                }),
            .init(element("span", [.class("nw")], text: page.phrases.shape(file.schema))),
            .init(element("span", [.class("sub")], text: covers)),
            page.cells.count(file.rowsRead), page.cells.count(file.rowsKept),
            page.cells.count(file.rowsRefused), page.cells.count(file.cellsRefused),
        ]
    }

    private func bold(_ count: Int) -> Table.Cell {
        .init(element("b", text: page.format.count(count)))
    }
}
