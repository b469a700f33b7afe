internal import Markup
import Reports
import Wording

/// The parameters of the clustering as one form.
struct ClusterForm {
    let page: PageContext
    let report: ClusterReport

    private var choice: ClusterChoice { page.query.clusters }

    var markup: Markup {
        element("div", [.class("params")]) {
            if !isTable { units }
            element(
                "form",
                [
                    .class("steps"), .fixed("method", "get"),
                    .action(URLReference(Page.clusters.path)),
                    .attribute("aria-label", page.label(.cluster)),
                ]
            ) {
                algorithm
                switch choice.algorithm {
                case .kmeans: groups
                case .hdbscan: leastNeighbours
                case .dbscan:
                    radius
                    leastNeighbours
                }
                features
                scaling
                if !report.members.isEmpty { axes }
                page.hiddenQuery(for: .clusters, except: Self.own)
                page.button(page.label(.cluster))
            }
        }
    }

    private static let own: Set<String> = [
        "algorithm", "k", "eps", "minSamples", "features", "scaling", "across", "up",
        "group", "page",
    ]

    private var isTable: Bool { report.unit == .rows }

    private var algorithm: Markup {
        select("algorithm", .algorithm, choice.algorithm, page.phrases.algorithm)
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

    private var radius: Markup {
        page.textField(
            "eps", page.label(.eps), value: choice.eps.map { "\($0)" } ?? "",
            placeholder: page.phrases.automatic(report.eps))
    }

    private var leastNeighbours: Markup {
        page.textField(
            "minSamples", page.label(.minSamples),
            value: choice.minSamples.map(String.init) ?? "",
            placeholder: page.phrases.automatic(report.minSamples.map(Double.init)))
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
        select("scaling", .scaling, choice.scaling, page.phrases.scaling)
    }

    /// Links rather than a list to choose from, so that one click suffices without script.
    private var units: Markup {
        let isOfDevices = report.unit == .devices
        return element(
            "div",
            [
                .class("seg"), .fixed("role", "group"),
                .attribute("aria-label", page.label(.compare)),
            ]
        ) {
            unit(.devices, isCurrent: isOfDevices)
            unit(.windows, isCurrent: !isOfDevices)
        }
    }

    private func unit(_ units: ClusterChoice.Units, isCurrent: Bool) -> Markup {
        let link = page.query.link(to: .clusters) {
            $0.clusters.units = units
            $0.group = nil
        }
        let mark: [Attribute] = isCurrent ? [.fixed("aria-current", "true")] : []
        return element("a", [.href(link)] + mark, text: page.phrases.units(units))
    }

    /// A choice among all values of a type.
    private func select<Value: RawRepresentable<String> & CaseIterable & Equatable>(
        _ name: StaticString, _ label: Label, _ chosen: Value, _ words: (Value) -> String
    ) -> Markup {
        page.select(
            name, page.label(label),
            Value.allCases.map {
                Option($0.rawValue, words($0), isSelected: $0 == chosen)
            })
    }

    private var axes: Markup {
        let axes = MapAxes(page: page, report: report)
        return Markup {
            page.select("across", page.label(.across), axes.options(axes.across, component: 0))
            page.select("up", page.label(.up), axes.options(axes.up, component: 1))
        }
    }
}
