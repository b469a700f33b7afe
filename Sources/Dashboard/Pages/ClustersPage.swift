internal import Charts
internal import Markup
internal import Pipeline

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
            }
        }
    }

    private var grid: CardGrid {
        var grid = CardGrid()
        grid.add(map)
        if !report.groups.isEmpty {
            grid.add(GroupCards(page: page, report: report, context: context).markup)
        }
        QualityCards(page: page, report: report, context: context).add(to: &grid)
        let members = MemberCards(page: page, report: report, context: context)
        if !report.groups.isEmpty { grid.half(members.outliers) }
        grid.add(members.members)
        return grid
    }

    private var map: Markup {
        let words = page.phrases.map(report, context)
        let chart = ScatterChart(
            text: ChartText(
                title: words.title, description: words.say.plain,
                valueTitle: page.phrases.axisTitle(1, report)),
            acrossTitle: page.phrases.axisTitle(0, report), groups: mapGroups)
        return page.panel(
            "h-map", report.groups.isEmpty ? .whole : .seven, words, chart, place: .main,
            table: mapTable(words.title))
    }

    /// More names than this would cover each other.
    private static let nameLimit = 8

    private var mapGroups: [ScatterChart.Group] {
        var marks: [Int: [ScatterChart.Mark]] = [:]
        let far = report.members.filter { $0.distance >= 3.5 }.sorted { $0.distance > $1.distance }
        let named = Set(far.prefix(Self.nameLimit).map(\.name))
        for member in report.members {
            let name =
                member.device.map { page.phrases.device($0.name, atStart: false) } ?? member.name
            marks[member.group ?? -1, default: []].append(
                ScatterChart.Mark(
                    x: member.x, y: member.y, title: page.phrases.memberTitle(member, report),
                    label: named.contains(member.name) ? name : ""))
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
                        marks: $0, tone: .series(index), shape: .group(index))
                }
            }
    }

    private func mapTable(_ caption: String) -> Table {
        Table(
            caption: caption,
            columns: [
                .init(title: page.phrases.unitColumn(report.unit)),
                .init(title: page.label(.group)),
                .init(title: page.label(.component1), isNumber: true),
                .init(title: page.label(.component2), isNumber: true),
                .init(title: page.label(.silhouette), isNumber: true),
            ],
            rows: report.members.map { member in
                [
                    .init(page.member(member)), .init(page.phrases.groupName(member.group)),
                    .init(page.format.fixed(member.x, 2)), .init(page.format.fixed(member.y, 2)),
                    .init(page.format.fixed(member.silhouette, 2)),
                ]
            })
    }
}

extension PageContext {
    /// A unit's name, with the link of its device where it is one.
    func member(_ member: ClusterReport.Member) -> Markup {
        guard let device = member.device, device.name == member.name else {
            return Markup(member.name)
        }
        return self.device(device)
    }
}

/// The parameters of the clustering as one form.
struct ClusterForm {
    let page: PageContext
    let report: ClusterReport

    private var choice: ClusterChoice { page.query.clusters }

    var markup: Markup {
        element("div", [.class("params")]) {
            element(
                "form",
                [
                    .class("steps"), .fixed("method", "get"),
                    .action(URLReference(Page.clusters.path)),
                    .attribute("aria-label", page.label(.cluster)),
                ]
            ) {
                algorithm
                if choice.algorithm == .kmeans { groups } else { density }
                features
                scaling
                page.hiddenQuery(for: .clusters, except: Self.own)
                page.button(page.label(.cluster))
            }
        }
    }

    private static let own: Set<String> = [
        "algorithm", "k", "eps", "minSamples", "features", "scaling", "group", "page",
    ]

    private var algorithm: Markup {
        page.select(
            "algorithm", page.label(.algorithm),
            ClusterChoice.Algorithm.allCases.map {
                Option($0.rawValue, page.phrases.algorithm($0), isSelected: $0 == choice.algorithm)
            })
    }

    private var groups: Markup {
        let automatic = page.phrases.automaticGroups(choice.k == nil ? report.k : 0)
        var options = [Option("auto", automatic, isSelected: choice.k == nil)]
        for count in 2...max(12, choice.k ?? 2) where count <= 12 || count == choice.k {
            let text = page.format.count(count)
            options.append(Option(text, text, isSelected: choice.k == count))
        }
        return page.select("k", page.label(.groups), options)
    }

    private var density: Markup {
        Markup {
            page.textField(
                "eps", page.label(.eps), value: choice.eps.map(page.format.figure) ?? "",
                placeholder: page.phrases.automatic(report.eps))
            page.textField(
                "minSamples", page.label(.minSamples),
                value: choice.minSamples.map(String.init) ?? "",
                placeholder: page.phrases.automatic(report.minSamples.map(Double.init)))
        }
    }

    private var features: Markup {
        page.select(
            "features", page.label(.features),
            ClusterChoice.FeatureSet.allCases.map { set in
                let isCurrent = set == choice.features
                return Option(
                    set.rawValue,
                    page.phrases.featureSet(set, count: isCurrent ? report.features.count : nil),
                    isSelected: isCurrent)
            })
    }

    private var scaling: Markup {
        page.select(
            "scaling", page.label(.scaling),
            ClusterChoice.Scaling.allCases.map {
                Option($0.rawValue, page.phrases.scaling($0), isSelected: $0 == choice.scaling)
            })
    }
}
