import Analysis
import Reports
import Testing
@testable import Learning

@Suite("A back-test")
struct BackTestTests {
    private func test() -> BackTest {
        var test = BackTest(rows: 1_000)
        test.positives = 20
        test.averagePrecision = 0.8
        test.alarms = .init(precision: 0.5, recall: 0.9, raised: 36, told: 18)
        test.naive = .init(precision: 0.1, recall: 0.5, raised: 100, told: 10)
        test.linear = .init(
            averagePrecision: 0.6, alarms: .init(precision: 0.4, recall: 0.6, raised: 30, told: 12))
        test.kind = .trees
        test.second = .init(
            averagePrecision: 0.7, alarms: .init(precision: 0.5, recall: 0.7, raised: 28, told: 14))
        test.curve = [
            .init(recall: 0.5, precision: 1), .init(recall: 0.9, precision: 0.5),
            .init(recall: 1, precision: 0.4),
        ]
        return test
    }

    @Test("counts missed failures and needless alarms at their costs, for each who tells")
    func bills() {
        let bills = test().bills(AlarmCosts())
        #expect(bills.map(\.teller) == [.model, .cheapest, .second, .linear, .naive, .never])
        #expect(bills.map(\.cost) == [38, 30, 74, 98, 190, 200])
        #expect(bills.map(\.needless) == [18, 30, 14, 18, 90, 0])
        #expect(bills[0].alarmShare == 0.036)
    }

    @Test("finds with hindsight where alarms cost least", arguments: [(100.0, 1.0), (1, 10)])
    func cheapest(missed: Double, needless: Double) {
        var costs = AlarmCosts()
        (costs.missed, costs.needless) = (missed, needless)
        let best = test().bills(costs).first { $0.teller == .cheapest }
        // Dear failures are worth more alarms, dear alarms fewer.
        #expect(best?.told == (missed > needless ? 20 : 10))
        #expect(best?.cost == (missed > needless ? 30 : 10))
    }

    @Test("of an earlier version, which kept shares only, is read and reckoned the same")
    func earlier() throws {
        let json = """
            {"alarms":{"precision":0.5,"recall":0.9},"averagePrecision":0.8,"curve":[],\
            "positives":20,"rows":1000,"weights":[]}
            """
        let test = try #require(BackTest(metadata: ["backtest": json]))
        #expect(test.importance == nil)
        #expect(test.bills(AlarmCosts()).map(\.cost) == [38, 200])
    }

    @Test(
        "that says counts which cannot be, and could not be added up, is passed over",
        arguments: [
            "\"rows\":9223372036854775807", "\"rows\":-1", "\"rows\":9,\"positives\":-3",
            "\"rows\":9,\"alarms\":{\"precision\":1,\"recall\":1,\"told\":-9223372036854775807,\"raised\":2}",
            "\"rows\":9,\"calibration\":[{\"from\":0,\"to\":1,\"rows\":9223372036854775807,\"predicted\":0,\"happened\":1}]",
        ])
    func impossible(entries: String) {
        let json = "{\"curve\":[],\"weights\":[],\(entries)}"
        #expect(BackTest(metadata: ["backtest": json]) == nil)
    }

    @Test("of shares that cannot be counts no more alarms than there are lines")
    func shares() throws {
        let json = """
            {"alarms":{"precision":1e-300,"recall":1e300},"curve":[{"recall":1e300,"precision":1e-300}],\
            "positives":20,"rows":1000,"weights":[]}
            """
        let bills = try #require(BackTest(metadata: ["backtest": json])).bills(AlarmCosts())
        #expect(bills.first?.told == 20)
        #expect(bills.first?.needless == 980)
    }

    @Test("is read as it was written")
    func metadata() {
        var test = test()
        test.importance = [.init(.init(.error, "error5"), loss: 0.25)]
        #expect(BackTest(metadata: ["backtest": test.json]) == test)
    }

    @Test("tells where its probabilities lie from what happened")
    func calibration() throws {
        let predictions = [0, 0.004, 0.02, 0.3, 0.4, 0.9, 0.95, 1]
        let truth = [false, false, false, false, true, true, true, false]
        var test = BackTest(rows: predictions.count)
        #expect(test.calibrationError == nil && test.likely == nil)
        let bins = BackTest.calibration(predictions, truth)
        #expect(bins.map(\.from) == [0, 0.01, 0.2, 0.8])
        #expect(bins.map(\.rows) == [2, 1, 2, 3])
        #expect(bins.map(\.happened) == [0, 0, 1, 2])
        test.calibration = bins
        // |0.002 - 0| x 2, |0.02 - 0|, |0.35 - 0.5| x 2, |0.95 - 2/3| x 3, over 8 lines.
        let error = try #require(test.calibrationError)
        #expect(abs(error - (0.004 + 0.02 + 0.3 + (2.85 - 2)) / 8) < 1e-12)
        let likely = try #require(test.likely)
        #expect(likely.rows == 3 && likely.happened == 2)
        #expect(abs(likely.predicted - 0.95) < 1e-12)
    }
}
