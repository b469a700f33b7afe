internal import Markup
import Reports
internal import Values
import Wording

/// What the list of units can tell of each of them.
struct MemberColumns {
    let page: PageContext
    let report: ClusterReport
    /// Columns of features that are usual, those that tell the groups apart best.
    static let featureLimit = 6

    var table: ColumnTable<ClusterReport.Member> {
        ColumnTable(page: page, fragment: "h-mem", columns: all, choice: page.query.table)
    }

    private typealias Column = ColumnTable<ClusterReport.Member>.Column

    private var all: [ColumnTable<ClusterReport.Member>.Column] {
        var columns = [name]
        if report.members.contains(where: { $0.status != nil }) { columns.append(status) }
        columns.append(group)
        let usual = report.strongestFeatures.prefix(Self.featureLimit)
        columns += usual.enumerated().map { feature($1, isOptional: $0 > 0, isUsual: true) }
        columns.append(figure("distance", .distance, 1) { $0.distance })
        columns.append(figure("silhouette", .silhouette, 2) { $0.silhouette })
        let others = report.features.indices.filter { !usual.contains($0) }
        return columns + others.map { feature($0, isOptional: true, isUsual: false) }
    }

    private var name: Column {
        Column(
            key: "unit", heads: [.init(title: page.phrases.unitColumn(report.unit))],
            value: { .text($0.name) }, cells: { member, _ in [.init(page.member(member))] })
    }

    private var status: Column {
        Column(
            key: "status", heads: [.init(title: page.label(.status))],
            value: { .number($0.status.map { -Double($0.rawValue) } ?? .nan) },
            cells: { member, _ in
                [.init(member.status.map(page.status) ?? Markup(NumberFormat.missing))]
            })
    }

    private var group: Column {
        Column(
            key: "group", heads: [.init(title: page.label(.group))],
            value: { .number($0.group.map(Double.init) ?? .nan) },
            cells: { member, _ in [.init(page.phrases.groupName(member.group))] })
    }

    private func feature(_ index: Int, isOptional: Bool, isUsual: Bool) -> Column {
        Column(
            key: "feature:" + report.features[index].key,
            heads: [
                .init(
                    title: page.phrases.feature(report.features[index]), isNumber: true,
                    isOptional: isOptional)
            ], isUsual: isUsual, largestFirst: true,
            value: { .number($0.values.value(at: index) ?? .nan) },
            cells: { member, _ in
                let value = member.values.value(at: index)
                return [.init(value.map(page.format.reading) ?? NumberFormat.missing)]
            })
    }

    private func figure(
        _ key: String, _ title: Label, _ decimals: Int,
        _ figure: @escaping (ClusterReport.Member) -> Double?
    ) -> Column {
        Column(
            key: key, heads: [.init(title: page.label(title), isNumber: true, isOptional: true)],
            largestFirst: true, value: { .number(figure($0) ?? .nan) },
            cells: { member, _ in [page.cells.fixed(figure(member), decimals)] })
    }
}
