internal import Charts
internal import Markup
import Reports

/// How a model fared on held-out rows, beside baselines.
struct BackTestView {
    let page: PageContext
    let test: BackTest
    let card: ModelPanel.Card
    let index: Int
    /// The prices of alarms are asked for once on a page.
    let asksPrices: Bool

    var markup: Markup {
        Markup {
            element("p", [.class("say")]) { page.markup(page.phrases.backTest(test)) }
            element("div", [.class("gapt")]) {
                AlarmSourceTable(page: page, test: test, asksPrices: asksPrices).markup
            }
            if let sentence = page.phrases.calibration(test) {
                element("p", [.class("say")]) { page.markup(sentence) }
                page.details(calibration)
            }
            element("div", [.class("kids", "k2")]) {
                if test.curve.count > 2 { element("div", [.class("kid")]) { curve } }
                element("div", [.class("kid")]) {
                    ImportanceTable(page: page, test: test, index: index).markup
                    if !test.weights.isEmpty {
                        element("p", [.class("note")], text: page.phrases.weightsTitle())
                        page.details(weights)
                    }
                }
            }
        }
    }

    /// Precision over recall.
    private var curve: Markup {
        let title = page.phrases.precisionTitle()
        let chart = LineChart(
            text: ChartText(title: title, description: page.phrases.backTest(test).plain),
            axis: .number(title: page.phrases.recallTitle()),
            panels: [
                LinePanel(
                    valueTitle: title,
                    series: [
                        LineSeries(
                            x: test.curve.map(\.recall), y: test.curve.map(\.precision.present),
                            endLabel: "")
                    ], levels: [])
            ])
        let id: StaticString = Self.ids[min(index, Self.ids.count - 1)]
        return page.draw(chart, .beside, id: id).markup
    }

    private static let ids: [StaticString] = ["prc1", "prc2", "prc3", "prc4", "prc5", "prc6"]

    /// Predicted probabilities beside observed frequencies.
    private var calibration: Table {
        Table(
            caption: page.phrases.calibrationTitle(),
            columns: [
                .init(title: page.phrases.calibrationPredictedTitle()),
                .init(title: page.label(.rows), isNumber: true),
                .init(title: page.phrases.calibrationMeanTitle(), isNumber: true),
                .init(title: page.phrases.calibrationObservedTitle(), isNumber: true),
            ],
            rows: (test.calibration ?? []).map { bin in
                [
                    .init(
                        page.format.percent(bin.from) + " – " + page.format.percent(bin.to)),
                    .init(page.format.count(bin.rows)),
                    .init(page.format.percent(bin.predicted, decimals: 1)),
                    .init(page.format.percent(bin.share, decimals: 1)),
                ]
            })
    }

    private var weights: Table {
        Table(
            caption: page.phrases.weightsTitle(),
            columns: [
                .init(title: page.label(.feature)),
                .init(title: page.label(.share), isNumber: true),
            ],
            rows: test.weights.map {
                [.init($0.name), .init(page.format.percent($0.share, decimals: 1))]
            })
    }
}
