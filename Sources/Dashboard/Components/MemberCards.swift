internal import Charts
internal import Markup
import Reports
import Wording
import Values

/// The units farthest from their group, and all members, fifty a page.
struct MemberCards {
    let page: PageContext
    let report: ClusterReport
    let context: ReportContext
    static let pageSize = 50
    /// Rows of the tables behind charts; the table of members has all, page by page.
    static let detailLimit = 100

    func outliers(_ span: Span) -> Markup {
        let words = page.phrases.outliers(report)
        let furthest = report.members.filter { $0.distance.isFinite && $0.group != nil }
            .sorted { $0.distance > $1.distance }.prefix(6)
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.phrases.unitColumn(report.unit)),
                .init(title: page.label(.group)),
                .init(title: page.label(.distance), isNumber: true),
                .init(title: page.label(.contributions)),
            ],
            rows: furthest.map { member in
                [
                    .init(page.member(member)), .init(page.phrases.groupName(member.group)),
                    page.cells.fixed(member.distance, 1),
                    .init(
                        page.markup(page.phrases.contributions(member.contributions, report))),
                ]
            })
        return page.card("h-out", span, words) { page.table(table) }
    }

    private var filtered: [ClusterReport.Member] {
        guard let group = page.query.group else { return report.members }
        return report.members.filter { ($0.group ?? -1) == group }
    }

    var members: Markup {
        let table = MemberColumns(page: page, report: report).table
        let all = table.chosen(filtered) { $0.name + " " + page.phrases.memberName($0) }
        let number = min(page.query.page, max(1, (all.count + Self.pageSize - 1) / Self.pageSize))
        let shown = Array(all.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize))
        let words = cardWords(shown.count, found: all.count, table)
        return page.card("h-mem", .whole, words, tools: report.groups.isEmpty ? Markup() : picker) {
            element("details", isOpen ? [.fixed("open", "")] : []) {
                element("summary", text: page.phrases.units(all.count, report.unit))
                table.search
                table.chooser
                if shown.isEmpty {
                    element("p", [.class("say")], text: page.phrases.noMembers())
                } else {
                    page.table(table.table(shown, caption: words.title, style: .wrapping))
                }
                page.pager(
                    page: number, size: Self.pageSize, total: all.count, fragment: "h-mem",
                    trailing: page.links(to: .clusters))
            }
        }
    }

    private func cardWords(
        _ shown: Int, found: Int, _ table: ColumnTable<ClusterReport.Member>
    ) -> CardWords {
        var words = page.phrases.members(report, shown: shown, order: table.order)
        if let search = page.query.table.search {
            words.say = page.phrases.rowsFound(found, of: filtered.count, search: search)
        }
        return words
    }

    /// Whoever chose a group, a page or columns of members wants to see them.
    private var isOpen: Bool {
        page.query.group != nil || page.query.page > 1 || !page.query.table.isEmpty
    }

    /// Links rather than a list to choose from, so that one click suffices without script.
    private var picker: Markup {
        element(
            "div",
            [.class("seg"), .fixed("role", "group"), .attribute("aria-label", page.label(.group))]
        ) {
            pick(nil, page.label(.all))
            for index in report.groups.indices.prefix(12) {
                pick(index, page.phrases.groupName(index))
            }
            if report.noise > 0 { pick(-1, page.label(.none)) }
        }
    }

    private func pick(_ group: Int?, _ text: String) -> Markup {
        let link = page.query.link(to: .clusters, fragment: "h-mem") {
            $0.group = group
            $0.table = page.query.table
        }
        let mark: [Attribute] = page.query.group == group ? [.fixed("aria-current", "true")] : []
        return element("a", [.href(link)] + mark, text: text)
    }
}
