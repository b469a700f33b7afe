internal import Markup
import Reports

/// A model beside baselines on the same rows: true positives, false alarms, and what the alarms would
/// have cost.
struct AlarmSourceTable {
    let page: PageContext
    let test: BackTest
    /// The prices are asked for once on a page.
    let asksPrices: Bool

    var markup: Markup {
        let prices = page.query.prices
        let alarmCosts = test.alarmCosts(at: prices)
        return Markup {
            if !alarmCosts.isEmpty {
                page.table(alarms(alarmCosts))
                if let sentence = page.phrases.costs(alarmCosts, prices) {
                    element("p", [.class("say")]) { page.markup(sentence) }
                }
                if asksPrices { form(prices) }
            } else if test.linear?.rmse != nil {
                page.table(lives)
            }
        }
    }

    private func alarms(_ alarmCosts: [BackTest.AlarmCost]) -> Table {
        Table(
            caption: page.phrases.alarmSourcesTitle(),
            columns: [
                .init(title: page.phrases.alarmSourceTitle()),
                .init(
                    title: page.phrases.averagePrecisionTitle(), isNumber: true, isOptional: true),
                .init(title: page.phrases.truePositivesTitle(), isNumber: true),
                .init(title: page.phrases.falseAlarmsTitle(), isNumber: true),
                .init(title: page.phrases.costTitle(), isNumber: true),
            ],
            rows: alarmCosts.map { alarmCost in
                [
                    .init(page.phrases.alarmSource(alarmCost.source, test)),
                    .init(
                        test.averagePrecision(of: alarmCost.source).map(page.format.figure) ?? ""),
                    .init(page.phrases.ofCount(alarmCost.truePositives, test.positives ?? 0)),
                    .init(page.format.count(alarmCost.falseAlarms)),
                    .init(page.format.figure(alarmCost.cost)),
                ]
            }, style: .wrapping)
    }

    private var lives: Table {
        let errors: [(BackTest.AlarmSource, Double?)] = [
            (.model, test.rmse), (.second, test.second?.rmse), (.linear, test.linear?.rmse),
            (.naive, test.naiveRMSE),
        ]
        return Table(
            caption: page.phrases.alarmSourcesTitle(),
            columns: [
                .init(title: page.phrases.alarmSourceTitle()),
                .init(title: page.phrases.rmseTitle(), isNumber: true),
            ],
            rows: errors.compactMap { source, error in
                error.map {
                    [.init(page.phrases.alarmSource(source, test)), .init(page.format.figure($0))]
                }
            }, style: .wrapping)
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
