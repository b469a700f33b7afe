internal import Charts
internal import Markup
import Reports
import Wording

/// What the model's alarms would have cost, by the probability from which they are raised, at costs
/// that can be typed beside the chart.
struct CostChart {
    let page: PageContext
    let test: BackTest
    let index: Int
    /// The costs are asked for once on a page.
    let asksPrices: Bool

    private static let ids: [StaticString] = ["cst1", "cst2", "cst3", "cst4", "cst5", "cst6"]

    /// Nil where there were no failures to predict.
    var markup: Markup? {
        let prices = page.query.prices
        let costs = test.alarmCosts(at: prices)
        guard let sentence = page.phrases.costs(costs, prices) else { return nil }
        let curve = test.costCurve(at: prices)
        let id: StaticString = Self.ids[min(index, Self.ids.count - 1)]
        return Markup {
            page.smallTitle(page.phrases.costCurveTitle())
            if curve.count > 2 {
                page.draw(chart(curve, costs, sentence), .beside, id: id).markup
            }
            element("p", [.class("note")]) { page.markup(sentence) }
            if asksPrices { form(prices) }
        }
    }

    private func chart(
        _ curve: [BackTest.CostPoint], _ costs: [BackTest.AlarmCost], _ sentence: Sentence
    ) -> LineChart {
        let never = costs.first { $0.source == .never }
        let own = costs.first { $0.source == .model }
        let lowest = curve.min { $0.cost < $1.cost }
        var markers: [LineMarker] = []
        if let lowest {
            markers.append(
                LineMarker(
                    x: 100 * lowest.threshold, y: lowest.cost,
                    label: page.format.figure(lowest.cost), title: page.phrases.cheapest(lowest)))
        }
        if let own, let threshold = test.threshold, own.cost != lowest?.cost {
            markers.append(
                LineMarker(
                    x: 100 * threshold, y: own.cost, label: page.label(.threshold),
                    title: page.format.figure(own.cost)))
        }
        return LineChart(
            text: page.chartText(title: page.phrases.costCurveTitle(), description: sentence.plain),
            axis: .number(title: page.phrases.costCurveAxis()),
            panels: [
                LinePanel(
                    valueTitle: page.phrases.costTitle(),
                    series: [
                        LineSeries(
                            x: curve.map { 100 * $0.threshold }, y: curve.map(\.cost.present))
                    ],
                    levels: never.map {
                        [
                            LevelLine(
                                value: $0.cost,
                                label: page.phrases.alarmSource(.never, test) + " "
                                    + page.format.figure($0.cost))
                        ]
                    } ?? [], markers: markers)
            ])
    }

    private func form(_ prices: AlarmPrices) -> Markup {
        let action = URLReference(Page.diagnostics.path, fragment: "h-model")
        return element(
            "form", [.fixed("method", "get"), .action(action), .class("steps", "gapt")]
        ) {
            page.hiddenQuery(for: .diagnostics, except: ["miss", "needless"])
            page.textField(
                "miss", page.phrases.missedFailurePriceTitle(),
                value: PageQuery.text(price: prices.missedFailure))
            page.textField(
                "needless", page.phrases.falseAlarmPriceTitle(),
                value: PageQuery.text(price: prices.falseAlarm))
            page.button(page.label(.apply))
        }
    }
}
