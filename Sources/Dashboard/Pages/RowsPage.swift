internal import Markup
import Reports
import Values
import Wording

/// The raw rows behind a mark, as written in the file.
struct RowsPage {
    let page: PageContext
    let report: RowsReport

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.question(of: .rows)),
            answer: page.phrases.rowsAnswer(report), content: content)
    }

    private var content: Markup {
        let rows = report.page
        return element("div", [.class("cols")]) {
            page.card("h-rows", .whole, page.phrases.rows(report), tools: files) {
                if !rows.rows.isEmpty { page.table(table) }
                pager
            }
        }
    }

    private var table: Table {
        Table(
            caption: page.label(.rowsTitle),
            columns: [.init(title: page.label(.line), isNumber: true)]
                + report.page.header.map { .init(title: page.phrases.columnName($0)) },
            rows: report.page.rows.map { row in
                [page.cells.count(row.line)] + row.cells.map { .init($0) }
            }, style: .raw)
    }

    /// Chooses another file of the data set; nothing where it has only one.
    private var files: Markup {
        guard report.page.files.count > 1 else { return Markup() }
        return element(
            "form",
            [.class("steps"), .fixed("method", "get"), .action(URLReference(Page.rows.path))]
        ) {
            page.hiddenQuery(for: .rows, except: ["file"])
            page.select(
                "file", page.label(.file),
                report.page.files.map { Option($0, $0, isSelected: $0 == report.page.file) })
            page.button(page.label(.show))
        }
    }

    private var pager: Markup {
        let count = report.page.rows.count
        let total = report.page.total
        return element("p", [.class("more", "row")]) {
            element("span") {
                if count > 0 {
                    page.phrases.pageOf((report.offset + 1)...(report.offset + count), total: total)
                }
                if report.offset > 0 {
                    " · "
                    link(max(0, report.offset - report.limit), page.label(.previous))
                }
                if report.offset + count < total, count > 0 {
                    " · "
                    link(report.offset + count, page.label(.next))
                }
            }
            page.links(to: .rows)
        }
    }

    private func link(_ offset: Int, _ text: String) -> Markup {
        var query = page.query
        query.offset = offset
        let link = URLReference(Page.rows.path, query: query.items(for: .rows))
        return element("a", [.href(link)], text: text)
    }
}
