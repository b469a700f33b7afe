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
        test.alarms = .init(precision: 0.5, recall: 0.9, count: 36, truePositives: 18)
        test.naive = .init(precision: 0.1, recall: 0.5, count: 100, truePositives: 10)
        test.linear = .init(
            averagePrecision: 0.6,
            alarms: .init(precision: 0.4, recall: 0.6, count: 30, truePositives: 12))
        test.kind = .trees
        test.second = .init(
            averagePrecision: 0.7,
            alarms: .init(precision: 0.5, recall: 0.7, count: 28, truePositives: 14))
        test.curve = [
            .init(recall: 0.5, precision: 1), .init(recall: 0.9, precision: 0.5),
            .init(recall: 1, precision: 0.4),
        ]
        return test
    }

    @Test("counts missed failures and false alarms at their prices, for each source of alarms")
    func alarmCosts() {
        let costs = test().alarmCosts(at: AlarmPrices())
        #expect(costs.map(\.source) == [.model, .cheapest, .second, .linear, .naive, .never])
        #expect(costs.map(\.cost) == [38, 30, 74, 98, 190, 200])
        #expect(costs.map(\.falseAlarms) == [18, 30, 14, 18, 90, 0])
        #expect(costs[0].alarmShare == 0.036)
    }

    @Test("finds with hindsight where alarms cost least", arguments: [(100.0, 1.0), (1, 10)])
    func cheapest(missedFailure: Double, falseAlarm: Double) {
        var prices = AlarmPrices()
        (prices.missedFailure, prices.falseAlarm) = (missedFailure, falseAlarm)
        let best = test().alarmCosts(at: prices).first { $0.source == .cheapest }
        // The dearer a missed failure, the lower the threshold that pays.
        #expect(best?.truePositives == (missedFailure > falseAlarm ? 20 : 10))
        #expect(best?.cost == (missedFailure > falseAlarm ? 30 : 10))
    }

    @Test("of an earlier version, which kept shares only, is read and reckoned the same")
    func earlier() throws {
        let json = """
            {"alarms":{"precision":0.5,"recall":0.9},"averagePrecision":0.8,"curve":[],\
            "positives":20,"rows":1000,"weights":[]}
            """
        let test = try #require(BackTest(metadata: ["backtest": json]))
        #expect(test.importance == nil)
        #expect(test.alarmCosts(at: AlarmPrices()).map(\.cost) == [38, 200])
    }

    @Test("gives the cost of alarms by threshold, the lowest first")
    func costCurve() {
        var test = test()
        #expect(test.costCurve(at: AlarmPrices()).isEmpty)
        for place in test.curve.indices { test.curve[place].threshold = 0.9 - Double(place) / 4 }
        let curve = test.costCurve(at: AlarmPrices())
        #expect(curve.map(\.threshold) == [0.4, 0.65, 0.9])
        // 30 false alarms; 2 missed and 18 false; 10 missed.
        #expect(curve.map(\.cost) == [30, 38, 100])
    }

    @Test("that is too good, owing to one source alone, is doubted")
    func suspect() {
        var test = BackTest(rows: 1_000)
        (test.rmse, test.naiveRMSE) = (1.3, 26)
        test.importance = [
            .init(.init(.reading, "x"), loss: 30), .init(.init(.reading, "y"), loss: 0.5),
        ]
        #expect(test.suspect == .init(.reading, "x"))
        test.importance?[1].loss = 10
        #expect(test.suspect == nil)
        test.importance?[1].loss = 0.5
        test.rmse = 10
        #expect(test.suspect == nil)
    }

    @Test("bounds frequencies as chance leaves them open")
    func limits() throws {
        // statsmodels.stats.proportion.proportion_confint(8, 10, method="wilson")
        let bin = BackTest.CalibrationBin(from: 0, to: 1, rows: 10, predicted: 0.5, observed: 8)
        let limits = try #require(bin.limits)
        #expect(abs(limits.lowerBound - 0.49016) < 1e-4)
        #expect(abs(limits.upperBound - 0.94331) < 1e-4)
        let none = BackTest.CalibrationBin(from: 0, to: 1, rows: 0, predicted: 0, observed: 0)
        #expect(none.limits == nil)
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

    @Test("of shares that cannot be counts no more alarms than there are rows")
    func shares() throws {
        let json = """
            {"alarms":{"precision":1e-300,"recall":1e300},"curve":[{"recall":1e300,"precision":1e-300}],\
            "positives":20,"rows":1000,"weights":[]}
            """
        let read = try #require(BackTest(metadata: ["backtest": json]))
        let costs = read.alarmCosts(at: AlarmPrices())
        #expect(costs.first?.truePositives == 20)
        #expect(costs.first?.falseAlarms == 980)
    }

    @Test("is read as it was written")
    func metadata() {
        var test = test()
        test.importance = [.init(.init(.error, "error5"), loss: 0.25)]
        #expect(BackTest(metadata: ["backtest": test.json]) == test)
    }

    @Test("is written under the keys that files of earlier versions have")
    func keys() {
        var test = BackTest(rows: 9)
        (test.rmse, test.naiveRMSE, test.medianLeadTime) = (1, 2, 3)
        test.alarms = .init(
            precision: 1, recall: 1, falseAlarmsPerMonth: 4, count: 6, truePositives: 5)
        test.second = .init(rmse: 7)
        test.calibration = [.init(from: 0, to: 1, rows: 9, predicted: 0.5, observed: 8)]
        let expected = """
            {"alarms":{"falsePerMonth":4,"precision":1,"raised":6,"recall":1,"told":5},\
            "calibration":[{"from":0,"happened":8,"predicted":0.5,"rows":9,"to":1}],\
            "curve":[],"error":1,"lead":3,"naiveError":2,"rows":9,"second":{"error":7},\
            "weights":[]}
            """
        #expect(test.json == expected)
        let selection = AutoencoderSelection(
            rows: 9, leftOut: 2, devicesLeftOut: ["1"], heldOutRows: 3, linearError: 0.5,
            networkError: 0.25, widths: [4, 2, 4])
        let selected = """
            {"devicesLeftOut":["1"],"heldRows":3,"leftOut":2,"linearError":0.5,\
            "networkError":0.25,"rows":9,"widths":[4,2,4]}
            """
        #expect(selection.json == selected)
        #expect(AutoencoderSelection(metadata: ["usual": selected]) == selection)
    }

    @Test("holds how far predicted probabilities lie from observed frequencies")
    func calibration() throws {
        let predictions = [0, 0.004, 0.02, 0.3, 0.4, 0.9, 0.95, 1]
        let truth = [false, false, false, false, true, true, true, false]
        var test = BackTest(rows: predictions.count)
        #expect(test.calibrationError == nil && test.likely == nil)
        let bins = BackTest.calibration(predictions, truth)
        #expect(bins.map(\.from) == [0, 0.01, 0.2, 0.8])
        #expect(bins.map(\.rows) == [2, 1, 2, 3])
        #expect(bins.map(\.observed) == [0, 0, 1, 2])
        test.calibration = bins
        // |0.002 - 0| x 2, |0.02 - 0|, |0.35 - 0.5| x 2, |0.95 - 2/3| x 3, over 8 rows.
        let error = try #require(test.calibrationError)
        #expect(abs(error - (0.004 + 0.02 + 0.3 + (2.85 - 2)) / 8) < 1e-12)
        let likely = try #require(test.likely)
        #expect(likely.rows == 3 && likely.observed == 2)
        #expect(abs(likely.predicted - 0.95) < 1e-12)
    }
}
