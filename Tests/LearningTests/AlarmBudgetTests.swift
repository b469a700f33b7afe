import Reports
import Testing

@testable import Learning

@Suite("Alarms that a crew can look after")
struct AlarmBudgetTests {
    private let day = 86_400.0

    /// Two devices on 28 days; device 0 fails on days 10.5 and 20.5, device 1 on day 15.5.
    private func budgets(_ score: (Int, Int) -> Double) -> AlarmBudgets {
        let rows = (0..<2).flatMap { device in (0..<28).map { (device, $0) } }
        return AlarmBudgets(
            devices: rows.map(\.0), times: rows.map { Double($0.1) * day },
            scores: rows.map(score), failures: [0: [10.5 * day, 20.5 * day], 1: [15.5 * day]],
            horizon: day)
    }

    @Test("announce the failures whose rows are the gravest, half a day before")
    func announced() throws {
        let isBefore = Set([[0, 10], [0, 20], [1, 15]])
        let budgets = budgets { isBefore.contains([$0, $1]) ? 1 : 0 }.budgets()
        #expect(budgets.map(\.perWeek) == [5, 10, 20])
        #expect(budgets.allSatisfy { $0.failures == 3 && $0.announced == 3 })
        #expect(budgets[0].leadTime == 0.5 * day)
        #expect(budgets[0].leadEnds == 0.5 * day...0.5 * day)
        #expect(budgets[0].leadCounts == [0, 3, 0, 0])
    }

    @Test("say how many of them are right")
    func precision() {
        let isBefore = Set([[0, 10], [0, 20], [1, 15]])
        let budgets = budgets { isBefore.contains([$0, $1]) ? 1 : 0 }.budgets()
        // Five a week are 20 alarms in the four weeks from the first row to a day after the last.
        #expect(budgets.map(\.alarms) == [20, 40, 56])
        #expect(budgets.allSatisfy { $0.truePositives == 3 })
        #expect(budgets[0].precision == 0.15)
    }

    @Test("announce fewer where other rows come first")
    func crowded() {
        // Twenty needless alarms, five a week for four weeks, and only then the true ones.
        let budgets = budgets { device, day in
            device == 1 && day < 11 || device == 1 && day > 16 ? 2 : 1 - Double(day % 2) / 2
        }.budgets()
        #expect(budgets[0].announced == 0)
        #expect(budgets[0].leadTime == nil)
        #expect(budgets[2].announced == 3)
    }

    @Test("say nothing of less than two weeks")
    func short() {
        let few = AlarmBudgets(
            devices: [0, 0], times: [0, day], scores: [1, 0], failures: [0: [1.5 * day]],
            horizon: day)
        #expect(few.budgets().isEmpty)
    }
}
