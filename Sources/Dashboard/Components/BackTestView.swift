internal import Charts
internal import Markup
import Reports
import Wording

/// How a model did on data it had not seen: the verdict in words, what it rests on, and what was
/// withheld from training.
struct BackTestView {
    let page: PageContext
    let test: BackTest
    let index: Int
    /// The costs of alarms are asked for once on a page.
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

    /// What there is to show, two side by side.
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

    /// Errors of remaining life, with the table of simpler rules below them.
    private var lives: Markup? {
        LifeErrorChart(page: page, test: test, index: index).markup.map { chart in
            Markup {
                chart
                if let rules { element("div", [.class("gapt")]) { rules } }
            }
        }
    }
}

extension PageContext {
    /// A heading within a card, above one of several small drawings.
    func smallTitle(_ title: String, isFirst: Bool = true) -> Markup {
        element("h3", isFirst ? [] : [.class("gapt")], text: title)
    }
}
