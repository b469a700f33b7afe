internal import Markup
import Reports
import Wording

/// A model beside baselines on the same rows: true positives, false alarms, and what the alarms
/// would have cost; for remaining life the errors.
struct AlarmSourceTable {
    let page: PageContext
    let test: BackTest

    /// Nil where nothing was compared with the model.
    var markup: Markup? {
        let alarmCosts = test.alarmCosts(at: page.query.prices)
        guard !alarmCosts.isEmpty || test.linear?.rmse != nil else { return nil }
        return Markup {
            page.smallTitle(page.phrases.alarmSourcesTitle())
            page.table(alarmCosts.isEmpty ? lives : alarms(alarmCosts))
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
                    page.cells.count(alarmCost.falseAlarms),
                    page.cells.figure(alarmCost.cost),
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
                    [.init(page.phrases.alarmSource(source, test)), page.cells.length($0)]
                }
            }, style: .wrapping)
    }
}
