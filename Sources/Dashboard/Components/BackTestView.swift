internal import Charts
internal import Markup
import Reports
import Wording

/// How a model fared on what it had not seen: the decision in words first, then what it rests on, and
/// what was kept from it.
struct BackTestView {
    let page: PageContext
    let test: BackTest
    let index: Int
    /// The prices of alarms are asked for once on a page.
    let asksPrices: Bool

    var markup: Markup {
        Markup {
            element("p", [.class("say")]) { page.markup(page.phrases.backTest(test)) }
            for sentence in page.phrases.setAside(test) {
                element("p", [.class("note")]) { page.markup(sentence) }
            }
            element("div", [.class("kids", "k2")]) {
                for part in parts { element("div", [.class("kid")]) { part } }
            }
            if test.lives == nil, let table = rules {
                element("div", [.class("kid", "gapt")]) { table }
            }
        }
    }

    /// What there is to show, two beside each other.
    private var parts: [Markup] {
        [
            CalibrationChart(page: page, test: test, index: index).markup,
            BudgetTable(page: page, test: test, index: index).markup,
            CostChart(page: page, test: test, index: index, asksPrices: asksPrices).markup,
            lives,
            ImportanceTable(page: page, test: test, index: index).markup,
        ].compactMap(\.self)
    }

    private var rules: Markup? { AlarmSourceTable(page: page, test: test).markup }

    /// Errors of remaining life; the short table of plainer rules stands below them.
    private var lives: Markup? {
        LifeErrorChart(page: page, test: test, index: index).markup.map { chart in
            Markup {
                chart
                if let rules { element("div", [.class("gapt")]) { rules } }
            }
        }
    }
}

/// A heading within a card, above one of several small drawings.
extension PageContext {
    func smallTitle(_ title: String, isFirst: Bool = true) -> Markup {
        element("h3", isFirst ? [] : [.class("gapt")], text: title)
    }
}
