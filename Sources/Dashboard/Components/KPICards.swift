internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

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
        page.recorder?.add(
            PageOutline.Figure(
                words: words, value: value(kpi), full: full(kpi), number: kpi.value))
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
            spark(kpi, words, id: "kpi\(index)")
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

    /// The figure hardly rounded, as tooltip.
    private func full(_ kpi: OverviewReport.KPI) -> String {
        switch kpi.measure {
        case .missing: page.format.percent(kpi.value, decimals: 4)
        case .period: page.format.length(kpi.value)
        default: NumberFormat.significant(kpi.value, digits: 9, style: page.format.numbers)
        }
    }

    private func spark(_ kpi: OverviewReport.KPI, _ words: KPIWords, id: String) -> Markup {
        guard kpi.spark.count > 1 else { return Markup() }
        let text = page.chartText(title: words.sparkTitle, description: range(kpi.spark))
        if kpi.measure == .health { return histogram(kpi.spark, text, id) }
        let isBad: Bool
        if case .devicesOut = kpi.measure {
            isBad = kpi.value > (kpi.whole ?? kpi.value)
        } else {
            isBad = false
        }
        let line = Sparkline(
            text: text, values: kpi.spark.map(\.present), endTone: isBad ? .critical : .subject)
        return line.draw(id: id)
    }

    private func range(_ values: [Double]) -> String {
        let present = values.filter(\.isFinite)
        guard let low = present.min(), let high = present.max(), let last = present.last else {
            return NumberFormat.missing
        }
        return page.phrases.sparkRange(
            low: page.format.figure(low), high: page.format.figure(high),
            last: page.format.figure(last))
    }

    /// How healths are spread: columns of five points each, coloured by status.
    private func histogram(_ values: [Double], _ text: ChartText, _ id: String) -> Markup {
        var counts = [Int](repeating: 0, count: 20)
        for value in values where value.isFinite {
            if let column = (value / 5).place(in: counts.count) { counts[column] += 1 }
        }
        let first = min(counts.firstIndex { $0 > 0 } ?? 0, 8)
        let columns = (first..<20).map { index in
            SparkBars.Column(
                value: Double(counts[index]),
                tone: index < 10 ? .critical : index < 15 ? .warning : .context)
        }
        return SparkBars(text: text, columns: columns).draw(id: id)
    }
}
