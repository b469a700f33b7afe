internal import Markup
import Reports

/// A model beside plainer rules on the same lines: how much each tells, and what its alarms would
/// have cost.
struct TellerTable {
    let page: PageContext
    let test: BackTest
    /// The costs are asked for once on a page.
    let asksCosts: Bool

    var markup: Markup {
        let costs = page.query.costs
        let bills = test.bills(costs)
        return Markup {
            if !bills.isEmpty {
                page.table(alarms(bills))
                if let sentence = page.phrases.costs(bills, costs) {
                    element("p", [.class("say")]) { page.markup(sentence) }
                }
                if asksCosts { form(costs) }
            } else if test.linear?.error != nil {
                page.table(lives)
            }
        }
    }

    private func alarms(_ bills: [BackTest.Bill]) -> Table {
        Table(
            caption: page.phrases.tellersTitle(),
            columns: [
                .init(title: page.phrases.tellerTitle()),
                .init(
                    title: page.phrases.averagePrecisionTitle(), isNumber: true, isOptional: true),
                .init(title: page.phrases.toldTitle(), isNumber: true),
                .init(title: page.phrases.needlessTitle(), isNumber: true),
                .init(title: page.phrases.costTitle(), isNumber: true),
            ],
            rows: bills.map { bill in
                [
                    .init(page.phrases.teller(bill.teller, test)),
                    .init(test.averagePrecision(of: bill.teller).map(page.format.figure) ?? ""),
                    .init(page.phrases.ofCount(bill.told, test.positives ?? 0)),
                    .init(page.format.count(bill.needless)),
                    .init(page.format.figure(bill.cost)),
                ]
            }, style: .wrapping)
    }

    private var lives: Table {
        let errors: [(BackTest.Teller, Double?)] = [
            (.model, test.error), (.second, test.second?.error), (.linear, test.linear?.error),
            (.naive, test.naiveError),
        ]
        return Table(
            caption: page.phrases.tellersTitle(),
            columns: [
                .init(title: page.phrases.tellerTitle()),
                .init(title: page.phrases.lifeErrorTitle(), isNumber: true),
            ],
            rows: errors.compactMap { teller, error in
                error.map {
                    [.init(page.phrases.teller(teller, test)), .init(page.format.figure($0))]
                }
            }, style: .wrapping)
    }

    private func form(_ costs: AlarmCosts) -> Markup {
        let action = URLReference(Page.diagnostics.path, fragment: "h-model")
        return element(
            "form", [.fixed("method", "get"), .action(action), .class("steps", "gapt")]
        ) {
            page.hiddenQuery(for: .diagnostics, except: ["miss", "needless"])
            page.textField(
                "miss", page.phrases.missCostTitle(), value: PageQuery.text(cost: costs.missed))
            page.textField(
                "needless", page.phrases.needlessCostTitle(),
                value: PageQuery.text(cost: costs.needless))
            page.button(page.label(.apply))
        }
    }
}
