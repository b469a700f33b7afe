internal import Charts
internal import Markup
import Reports
import Wording

/// Which units behave alike, what sets them apart, and whether that can be trusted.
struct ClustersPage {
    let page: PageContext
    let snapshot: Snapshot

    var report: ClusterReport { snapshot.clusters }
    var context: ReportContext { snapshot.context }

    var layout: Layout {
        Layout(
            page: page, question: Markup(page.phrases.clusterQuestion(report.unit)),
            answer: page.phrases.clusterAnswer(report), content: content)
    }

    private var hasUnits: Bool { !report.members.isEmpty && !report.features.isEmpty }

    private var content: Markup {
        Markup {
            ClusterForm(page: page, report: report).markup
            if hasUnits {
                grid.markup
                QualityCards(page: page, report: report, context: context).comparison
            }
        }
    }

    private var grid: CardGrid {
        let quality = QualityCards(page: page, report: report, context: context)
        var grid = CardGrid()
        grid.add(map)
        if !report.groups.isEmpty {
            let groups = GroupCards(page: page, report: report, context: context)
            grid.add(
                element("div", [.class("c5", "stack")]) {
                    groups.words
                    quality.mirror
                })
            grid.add(groups.profile)
        }
        quality.add(to: &grid)
        let members = MemberCards(page: page, report: report, context: context)
        if !report.groups.isEmpty, report.verdict != .partial { grid.half(members.outliers) }
        if let moves = report.moves {
            grid.half(MovesCard(page: page, report: report, moves: moves).card)
        }
        grid.add(members.members)
        return grid
    }

    private var axes: MapAxes { MapAxes(page: page, report: report) }

    private var map: Markup {
        let words = page.phrases.map(report, context, features: axes.features)
        let chart = ScatterChart(
            text: page.chartText(
                title: words.title, description: words.say.plain, valueTitle: axes.up.title),
            acrossTitle: axes.across.title, groups: mapGroups, limit: Self.markLimit)
        return page.panel(
            "h-map", report.groups.isEmpty ? .whole : .seven, words, chart, place: .main,
            table: mapTable(words.title))
    }

    /// More marks show nothing new and would take the bytes of the rest of the page.
    private static let markLimit = 300
    /// More names would cover each other.
    private static let nameLimit = 8

    private var mapGroups: [ScatterChart.Group] {
        var marks: [Int: [ScatterChart.Mark]] = [:]
        let far = report.farMembers.sorted { $0.distance > $1.distance }
        let named = Set((report.loners.map(\.name) + far.map(\.name)).prefix(Self.nameLimit))
        let (across, up) = (axes.across, axes.up)
        let (phrases, whole) = (page.phrases, report)
        for member in report.members {
            marks[member.group ?? -1, default: []].append(
                ScatterChart.Mark(
                    x: across.value(member), y: up.value(member),
                    title: phrases.memberTitle(member, whole),
                    label: named.contains(member.name) ? phrases.memberName(member) : ""))
        }
        let noise = marks[-1].map {
            [
                ScatterChart.Group(
                    label: report.groups.isEmpty ? "" : page.label(.noise), marks: $0,
                    tone: .context, shape: .diamond)
            ]
        }
        return (noise ?? [])
            + report.groups.indices.compactMap { index in
                marks[index].map {
                    ScatterChart.Group(
                        label: page.phrases.groupShort(
                            index, size: report.groups[index].size, report.unit),
                        shortLabel: page.phrases.groupName(index), marks: $0,
                        tone: .series(index), shape: .group(index))
                }
            }
    }

    private func mapTable(_ caption: String) -> Table {
        let (across, up) = (axes.across, axes.up)
        return Table(
            caption: caption,
            columns: [
                .init(title: page.phrases.unitColumn(report.unit)),
                .init(title: page.label(.group)),
                .init(title: across.name, isNumber: true),
                .init(title: up.name, isNumber: true),
                .init(title: page.label(.silhouette), isNumber: true),
            ],
            rows: report.members.prefix(MemberCards.detailLimit).map { member in
                [
                    .init(page.member(member)), .init(page.phrases.groupName(member.group)),
                    page.cells.reading(across.value(member)),
                    page.cells.reading(up.value(member)),
                    page.cells.fixed(member.silhouette, 2),
                ]
            }, total: report.members.count, limit: MemberCards.detailLimit)
    }
}

extension PageContext {
    /// A unit's name, as a link where it belongs to a device; behind it the window, where a device
    /// has several.
    func member(_ member: ClusterReport.Member) -> Markup {
        guard let device = member.device, member.name != member.window else {
            return Markup(member.name)
        }
        return self.device(device, suffix: member.window.map { " · " + $0 } ?? "")
    }
}
