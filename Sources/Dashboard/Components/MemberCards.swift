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
    /// Columns of features in the table of members.
    static let featureLimit = 6
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
        let all = filtered
        let number = min(page.query.page, max(1, (all.count + Self.pageSize - 1) / Self.pageSize))
        let shown = Array(all.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize))
        let words = page.phrases.members(report, shown: shown.count)
        return page.card("h-mem", .whole, words, tools: report.groups.isEmpty ? Markup() : picker) {
            element("details", isOpen ? [.fixed("open", "")] : []) {
                element("summary", text: page.phrases.units(all.count, report.unit))
                if shown.isEmpty {
                    element("p", [.class("say")], text: page.phrases.noMembers())
                } else {
                    page.table(table(shown, words.title))
                }
                page.pager(
                    page: number, size: Self.pageSize, total: all.count, fragment: "h-mem",
                    trailing: page.links(to: .clusters))
            }
        }
    }

    /// Whoever chose a group or a page of members wants to see them.
    private var isOpen: Bool { page.query.group != nil || page.query.page > 1 }

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
        let link = page.query.link(to: .clusters, fragment: "h-mem") { $0.group = group }
        let mark: [Attribute] = page.query.group == group ? [.fixed("aria-current", "true")] : []
        return element("a", [.href(link)] + mark, text: text)
    }

    private func table(_ members: [ClusterReport.Member], _ caption: String) -> Table {
        let hasStatus = members.contains { $0.status != nil }
        let features = Array(report.strongestFeatures.prefix(Self.featureLimit))
        var columns: [Table.Column] = [.init(title: page.phrases.unitColumn(report.unit))]
        if hasStatus { columns.append(.init(title: page.label(.status))) }
        columns.append(.init(title: page.label(.group)))
        columns += features.enumerated().map { place, feature in
            .init(
                title: page.phrases.feature(report.features[feature]), isNumber: true,
                isOptional: place > 0)
        }
        columns.append(.init(title: page.label(.distance), isNumber: true, isOptional: true))
        columns.append(.init(title: page.label(.silhouette), isNumber: true, isOptional: true))
        return Table(
            caption: caption, columns: columns,
            rows: members.map { row($0, hasStatus, features) }, style: .wrapping)
    }

    private func row(
        _ member: ClusterReport.Member, _ hasStatus: Bool, _ features: [Int]
    ) -> [Table.Cell] {
        var cells: [Table.Cell] = [.init(page.member(member))]
        if hasStatus {
            cells.append(.init(member.status.map(page.status) ?? Markup(NumberFormat.missing)))
        }
        cells.append(.init(page.phrases.groupName(member.group)))
        cells += features.map { index in
            .init(
                member.values.indices.contains(index)
                    ? page.format.reading(member.values[index]) : NumberFormat.missing)
        }
        cells.append(page.cells.fixed(member.distance, 1))
        cells.append(page.cells.fixed(member.silhouette, 2))
        return cells
    }
}
