internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// What some numbers of alarms a week find and how many of them are right; and for the number that
/// tells most, how long before the failures the alarms come.
struct BudgetTable {
    let page: PageContext
    let test: BackTest
    let index: Int

    private static let ids: [StaticString] = ["led1", "led2", "led3", "led4", "led5", "led6"]

    /// Nil where alarms were not counted by the week.
    var markup: Markup? {
        guard let budgets = test.budgets, !budgets.isEmpty else { return nil }
        let id: StaticString = Self.ids[min(index, Self.ids.count - 1)]
        return Markup {
            page.smallTitle(page.phrases.budgetsTitle())
            page.table(table(budgets))
            if let budget = test.tellingBudget, let chart = leads(budget) {
                page.smallTitle(page.phrases.leadsTitle(budget), isFirst: false)
                page.draw(chart, .beside, id: id).markup
            }
        }
    }

    private func table(_ budgets: [BackTest.Budget]) -> Table {
        Table(
            caption: page.phrases.budgetsTitle(),
            columns: [
                .init(title: page.phrases.budgetTitle()),
                .init(title: page.phrases.announcedTitle(), isNumber: true),
                .init(title: page.phrases.budgetPrecisionTitle(), isNumber: true),
                .init(title: page.phrases.leadTimeTitle(), isNumber: true, isOptional: true),
            ],
            rows: budgets.map { budget in
                [
                    page.cells.count(budget.perWeek),
                    .init(page.phrases.ofCount(budget.announced, budget.failures)),
                    page.cells.percent(budget.precision),
                    page.cells.length(budget.leadTime),
                ]
            }, style: .wrapping)
    }

    /// The failures by the time left from the alarm, the longest first; those without an alarm
    /// last.
    private func leads(_ budget: BackTest.Budget) -> BarChart? {
        guard let counts = budget.leadCounts, let horizon = test.horizon, !counts.isEmpty else {
            return nil
        }
        let width = horizon / Double(counts.count)
        let missed = max(0, budget.failures - budget.announced)
        let named = counts.enumerated().reversed().map { place, count in
            (
                page.phrases.leadLabel(
                    from: Double(place) * width, to: Double(place + 1) * width), count
            )
        }
        return BarChart(
            text: page.chartText(
                title: page.phrases.leadsTitle(budget),
                description: page.phrases.backTest(test).plain),
            bars: (named + [(page.phrases.unannounced(), missed)]).enumerated().map {
                BarChart.Bar(
                    label: $1.0, value: Double($1.1), valueText: page.format.count($1.1),
                    tone: $0 == counts.count ? .context : .subject)
            }, style: .compact, sorted: false)
    }
}
