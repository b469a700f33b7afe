internal import Markup
import Reports
import Wording

/// What is compared with what, as one form; its choice stands in the address.
struct CompareForm {
    let page: PageContext
    let report: ComparisonReport

    private static let own: Set<String> = [
        "device", "against", "align", "by", "earlierFrom", "earlierTo", "page",
    ]

    var markup: Markup {
        element("div", [.class("params")]) {
            element(
                "form",
                [
                    .class("steps"), .fixed("method", "get"),
                    .action(URLReference(Page.compare.path)),
                    .attribute("aria-label", page.phrases.title(of: .compare)),
                ]
            ) {
                page.textField(
                    "device", page.label(.compareDevices),
                    value: page.query.devices.joined(separator: ", "),
                    placeholder: page.phrases.all(page.report?.deviceCount ?? 0))
                against
                if report.against == .devices || report.against == .period && named == 1 {
                    alignment
                }
                if report.against == .group, !report.attributes.isEmpty { group }
                if report.against == .period { earlier }
                page.hiddenQuery(for: .compare, except: Self.own)
                page.button(page.phrases.title(of: .compare))
            }
        }
    }

    private var against: Markup {
        let named = named
        let fitting = ComparisonQuestion.Against.allCases.filter { against in
            switch against {
            case .period: true
            case .devices: named > 1
            case .group: named == 1
            }
        }
        return page.select(
            "against", page.label(.compareWith),
            fitting.map {
                Option(
                    $0.rawValue, page.phrases.againstOption($0), isSelected: $0 == report.against)
            })
    }

    /// How many devices the filter names.
    private var named: Int { page.report.map { page.query.deviceNames(in: $0).count } ?? 0 }

    private var alignment: Markup {
        let fitting = ComparisonQuestion.Alignment.allCases.filter {
            report.against == .devices || $0 != .start
        }
        return page.select(
            "align", page.label(.countedFrom),
            fitting.map {
                Option(
                    $0.rawValue, page.phrases.alignmentOption($0),
                    isSelected: $0 == report.alignment)
            })
    }

    private var group: Markup {
        let chosen = page.query.comparison.attribute
        return page.select(
            "by", page.label(.groupBy),
            [Option("all", page.phrases.groupOption(nil), isSelected: chosen == nil)]
                + report.attributes.map {
                    Option($0, page.phrases.groupOption($0), isSelected: $0 == chosen)
                })
    }

    private var earlier: Markup {
        Markup {
            page.textField(
                "earlierFrom", page.label(.earlierFrom),
                value: page.query.comparison.earlierFrom?.text ?? "",
                placeholder: page.label(.automatic))
            page.textField(
                "earlierTo", page.label(.earlierTo),
                value: page.query.comparison.earlierTo?.text ?? "",
                placeholder: page.label(.automatic))
        }
    }
}

extension PageContext {
    /// A button that leads to Compare: of one device, or of the fleet in its last weeks.
    func compareButton(device: String? = nil) -> Markup {
        let link = query.link(to: .compare) {
            if let device { $0.devices = [device] }
        }
        return element("a", [.class("btn"), .href(link)], text: phrases.title(of: .compare))
    }
}
