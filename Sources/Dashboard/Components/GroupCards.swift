internal import Charts
internal import Markup
import Reports
import Wording
import Values

/// The groups in words, and what sets each apart.
struct GroupCards {
    let page: PageContext
    let report: ClusterReport
    let context: ReportContext

    var words: Markup {
        let words = page.phrases.groupsInWords(report)
        let parts = report.groups.enumerated().map { index, group in
            Share(
                label: page.phrases.groupName(index) + " " + page.format.count(group.size),
                value: Double(group.size), detail: "", tone: .series(index),
                title: page.phrases.groupHeading(index, size: group.size, report.unit))
        }
        let bar = ShareBar(
            text: page.chartText(
                title: words.title,
                description: parts.map(\.title).joined(separator: ", ")), parts: parts)
        return page.card("h-words", .five, words) {
            page.draw(bar, .side, id: "h-words").markup
            element("div", [.class("kids")]) {
                for (index, group) in report.groups.prefix(8).enumerated() { kid(index, group) }
            }
            if let notice = page.phrases.mirrorNotice(report) {
                element("p", [.class("notice", "more")]) { page.markup(notice) }
            }
        }
    }

    private func kid(_ index: Int, _ group: ClusterReport.Group) -> Markup {
        let facts = page.phrases.groupFacts(group)
        return element("div", [.class("kid")]) {
            element("h3") {
                Icon.group(index).markup
                page.phrases.groupHeading(index, size: group.size, report.unit)
            }
            element("p") {
                page.markup(page.phrases.groupWords(group, report))
                if !facts.isEmpty {
                    " "
                    element("span", [.class("sub")], text: facts)
                }
            }
        }
    }

    var profile: Markup {
        var words = page.phrases.profile(report, context)
        let drawn = min(
            Self.featureLimit, max(6, Self.intervalLimit / max(1, report.groups.count)))
        let strongest = report.strongestFeatures.prefix(drawn)
        if strongest.count < report.features.count {
            words.note =
                page.phrases.strongest(
                    strongest.count, of: report.features.count, listed: Table.detailLimit)
                + (words.note.isEmpty ? "" : " " + words.note)
        }
        let groups = report.groups.enumerated().map { index, group in
            ProfileChart.Group(
                label: page.phrases.groupShort(index, size: group.size, report.unit),
                intervals: strongest.compactMap { feature in
                    group.profile.indices.contains(feature)
                        ? interval(index, feature, group.profile[feature]) : nil
                },
                tone: .series(index), shape: .group(index))
        }
        let chart = ProfileChart(
            text: page.chartText(
                title: words.title, description: words.say.plain,
                valueTitle: page.phrases.profileAxis(report.unit)),
            features: strongest.map { page.phrases.feature(report.features[$0]) }, groups: groups)
        return page.panel(
            "h-prof", .whole, words, chart, place: .full, table: profileTable(words.title))
    }

    /// Further features stand in the table only.
    private static let featureLimit = 16
    /// More intervals would take the bytes of the rest of the page.
    private static let intervalLimit = 64

    private func interval(
        _ group: Int, _ feature: Int, _ difference: ClusterReport.Difference
    ) -> Interval {
        let name =
            report.features.indices.contains(feature)
            ? page.phrases.feature(report.features[feature]) : ""
        return Interval(
            value: difference.z.present, low: difference.low.present,
            high: difference.high.present,
            title: page.phrases.profilePoint(name, page.phrases.groupName(group), difference))
    }

    /// All features with the means of the groups and their standardised differences.
    private func profileTable(_ caption: String) -> Table {
        let columns =
            [Table.Column(title: page.label(.feature))]
            + report.groups.enumerated().map { index, group in
                .init(
                    title: page.phrases.groupShort(index, size: group.size, report.unit),
                    isNumber: true)
            } + [.init(title: page.label(.all), isNumber: true)]
        let rows = report.strongestFeatures.prefix(Table.detailLimit).map {
            feature -> [Table.Cell] in
            let profiles = report.groups.map { group in
                group.profile.indices.contains(feature) ? group.profile[feature] : nil
            }
            let overall = profiles.compactMap(\.self).first?.overall
            return [.init(page.phrases.feature(report.features[feature]))]
                + profiles.map(cell)
                + [.init(overall.map(page.format.reading) ?? NumberFormat.missing)]
        }
        return Table(
            caption: caption, columns: columns, rows: rows, style: .tint,
            total: report.features.count)
    }

    private func cell(_ difference: ClusterReport.Difference?) -> Table.Cell {
        guard let difference, difference.z.isFinite else { return .init(NumberFormat.missing) }
        let mean = page.format.reading(difference.mean)
        return .init(
            "\(mean) (\(page.format.signed(difference.z, 1)))", tint: Self.tint(difference.z))
    }

    /// Blue above the mean and sand below it; darker from one standard deviation on, plain within
    /// 0.3.
    private static func tint(_ z: Double) -> StaticString {
        switch z {
        case 1...: "p2"
        case 0.3..<1: "p1"
        case ..<(-1): "m2"
        case ..<(-0.3): "m1"
        default: "p0"
        }
    }
}
