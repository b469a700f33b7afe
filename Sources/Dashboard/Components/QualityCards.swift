internal import Charts
internal import Markup
import Reports
import Wording
import Values

/// How many groups, how well each unit fits, and whether the groups only mirror an attribute.
struct QualityCards {
    let page: PageContext
    let report: ClusterReport
    let context: ReportContext

    func add(to grid: inout CardGrid) {
        if !report.candidates.isEmpty, isOfMeans { grid.half(howMany) }
        if !report.kDistances.isEmpty { grid.half(kDistances) }
        guard !report.groups.isEmpty else { return }
        if report.members.contains(where: { $0.silhouette != nil }) { grid.half(fit) }
    }

    /// Beside the map, below the words on the groups.
    var mirror: Markup {
        guard !report.groups.isEmpty, let mirror = report.mirrors.max(by: { $0.nmi < $1.nmi })
        else { return Markup() }
        return self.mirror(mirror, .five)
    }

    /// Whether the groups shown are those of k-means.
    private var isOfMeans: Bool { !report.groups.isEmpty && report.verdict != .partial }

    /// What k-means makes of units that it has no reliable groups for, behind a click.
    var comparison: Markup {
        guard !report.candidates.isEmpty, !isOfMeans else { return Markup() }
        let link = page.query.link(to: .clusters) {
            $0.clusters.k = report.candidates.max { $0.silhouette < $1.silhouette }?.k ?? 2
        }
        return element("details", [.class("more")]) {
            element("summary", text: page.label(.meansTitle))
            element("p", [.class("sub")]) {
                element("a", [.href(link)], text: page.label(.meansTitle))
            }
            howMany(.whole)
        }
    }

    private func howMany(_ span: Span) -> Markup {
        let words = page.phrases.howMany(report)
        let chosen = report.candidates.first { $0.k == report.k }
        let panels = [
            CurveChart.Panel(
                valueTitle: page.label(.silhouette).lowercased(),
                points: report.candidates.map { point($0, $0.silhouette, decimals: 2) },
                comparison: report.candidates.filter { $0.reference != nil }.map {
                    point($0, $0.reference ?? .nan, decimals: 2)
                },
                choiceLabel: chosen.map { page.format.fixed($0.silhouette, 2) } ?? ""),
            CurveChart.Panel(
                valueTitle: page.label(.inertia).lowercased(),
                points: report.candidates.map { point($0, $0.inertia, decimals: 0) },
                choiceLabel: ""),
        ]
        let chart = CurveChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            acrossTitle: page.phrases.numberOfGroups(), panels: panels,
            choice: chosen.map { Double($0.k) })
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: "k"), .init(title: page.label(.silhouette), isNumber: true),
                .init(title: page.label(.withoutGroups), isNumber: true),
                .init(title: page.label(.inertia), isNumber: true),
            ],
            rows: report.candidates.map {
                [
                    .init("\($0.k)"), page.cells.fixed($0.silhouette, 3),
                    page.cells.fixed($0.reference, 3),
                    page.cells.figure($0.inertia),
                ]
            })
        return page.panel("h-k", span, words, chart, place: span.place, table: table)
    }

    private func point(
        _ candidate: ClusterReport.Candidate, _ value: Double, decimals: Int
    ) -> CurveChart.Point {
        CurveChart.Point(
            x: Double(candidate.k),
            interval: Interval(
                value: value.present,
                title: "k = \(candidate.k): " + page.format.fixed(value, decimals)))
    }

    private func kDistances(_ span: Span) -> Markup {
        let words = page.phrases.kDistances(report)
        let places = report.kDistances.indices.map { Double($0 + 1) }
        let levels = report.eps.map {
            [LevelLine(value: $0, label: page.label(.eps) + " " + page.format.figure($0))]
        }
        let chart = LineChart(
            text: page.chartText(title: words.title, description: words.say.plain),
            axis: .number(title: page.phrases.sortedUnits(report.unit)),
            panels: [
                LinePanel(
                    valueTitle: page.label(.distance).lowercased(),
                    series: [LineSeries(x: places, y: report.kDistances.map(\.present))],
                    levels: levels ?? [])
            ])
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.phrases.sortedUnits(report.unit)),
                .init(title: page.label(.distance), isNumber: true),
            ],
            rows: report.kDistances.enumerated().map {
                [page.cells.count($0 + 1), page.cells.figure($1)]
            })
        return page.panel("h-kdist", span, words, chart, place: span.place, table: table)
    }

    private func fit(_ span: Span) -> Markup {
        let words = page.phrases.fit(report)
        let (phrases, whole) = (page.phrases, report)
        let groups = report.groups.indices.map { index in
            SilhouetteChart.Group(
                label: page.phrases.groupName(index),
                detail: page.format.fixed(report.groups[index].silhouette, 2),
                members: report.members.filter { $0.group == index }.compactMap { member in
                    member.silhouette.map {
                        .init(value: $0, title: phrases.memberTitle(member, whole))
                    }
                },
                tone: .series(index))
        }
        let chart = SilhouetteChart(
            text: page.chartText(
                title: words.title, description: words.say.plain,
                valueTitle: page.label(.silhouette).lowercased()), groups: groups)
        let sorted = report.members.filter { $0.silhouette != nil }
            .sorted { ($0.silhouette ?? 0) < ($1.silhouette ?? 0) }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.phrases.unitColumn(report.unit)),
                .init(title: page.label(.group)),
                .init(title: page.label(.silhouette), isNumber: true),
            ],
            rows: sorted.prefix(MemberCards.detailLimit).map {
                [
                    .init(page.member($0)), .init(page.phrases.groupName($0.group)),
                    page.cells.fixed($0.silhouette, 2),
                ]
            }, total: sorted.count, limit: MemberCards.detailLimit)
        return page.panel("h-sil", span, words, chart, place: span.place, table: table)
    }

    private func mirror(_ mirror: ClusterReport.Mirror, _ span: Span) -> Markup {
        let words = page.phrases.mirror(report)
        let columns =
            [Table.Column(title: page.label(.group))]
            + mirror.values.map { .init(title: $0, isNumber: true) }
            + [.init(title: page.label(.all), isNumber: true)]
        let rows = mirror.counts.enumerated().map { index, counts -> [Table.Cell] in
            let total = counts.reduce(0, +)
            let name =
                index < report.groups.count ? page.phrases.groupName(index) : page.label(.noise)
            return [.init(name)]
                + counts.map { count in
                    count == 0
                        ? .init(NumberFormat.missing, tint: "p0")
                        : .init(
                            page.format.count(count), tint: count * 2 >= total ? "p2" : "p1")
                } + [page.cells.count(total)]
        }
        return page.card("h-mir", span, words) {
            page.table(Table(caption: words.title, columns: columns, rows: rows, style: .tint))
        }
    }
}
