internal import Charts
internal import Markup
internal import Pipeline

/// The row of cards: one figure each, beside the previous one and that of the whole period.
struct KPICards {
    let page: PageContext
    let cards: [OverviewReport.KPI]
    let context: ReportContext

    var markup: Markup {
        guard !cards.isEmpty else { return Markup() }
        return element("div", [.class("kpis")]) {
            for (index, kpi) in cards.enumerated() { card(kpi, index) }
        }
    }

    private func card(_ kpi: OverviewReport.KPI, _ index: Int) -> Markup {
        let words = page.phrases.kpi(kpi, context)
        return element("div", [.class("kpi")]) {
            element("p", [.class("l")], text: words.label)
            element("p", [.class("v"), .attribute("title", full(kpi))]) {
                value(kpi)
                if !words.small.isEmpty {
                    " "
                    element("small", text: words.small)
                }
            }
            if !words.change.isEmpty { element("p", [.class("d")]) { page.markup(words.change) } }
            if !words.whole.isEmpty {
                element("p", [.class("d")]) { element("span", text: words.whole) }
            }
        }
    }

    private func value(_ kpi: OverviewReport.KPI) -> String {
        switch kpi.measure {
        case .missing: page.format.percent(kpi.value, decimals: kpi.value < 0.1 ? 1 : 0)
        case .health: page.format.card(kpi.value.rounded())
        case .period: period(kpi.value)
        default: page.format.card(kpi.value)
        }
    }

    private func period(_ length: Double) -> String {
        if case .time = context.axis { return page.format.length(length) }
        return page.format.card(length)
    }

    /// The figure without rounding, for the pointer.
    private func full(_ kpi: OverviewReport.KPI) -> String {
        switch kpi.measure {
        case .missing: page.format.percent(kpi.value, decimals: 4)
        case .period: page.format.length(kpi.value)
        default: NumberFormat.significant(kpi.value, digits: 9)
        }
    }
}
