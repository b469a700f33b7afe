import Reports
import Telemetry
import Testing
import Values
@testable import Learning

@Suite("Alarms and what really happened")
struct GroundTruthTests {
    private func catalog(failures: Int, hasLabels: Bool, kind: TimeKind) -> Catalog {
        Catalog(
            name: "set",
            axis: TimeAxis(
                kind: kind, start: 0, bucketWidth: 3_600, bucketCount: 278,
                dataRange: 0...1_000_000),
            devices: [.init(name: "1")], attributes: [], metrics: [],
            codes: [
                .init(kind: .error, name: "e", count: 1),
                .init(kind: .failure, name: "f", count: failures),
            ], severities: [], hasLabels: hasLabels, rows: 100)
    }

    private static let time = TimeKind.time(zone: "UTC", isStated: true)

    private func series(events: [(Double, Int)] = [], labelled: [Double] = []) -> DeviceSeries {
        DeviceSeries(
            device: 0, times: [], metrics: [],
            events: events.map { .init(time: $0.0, code: $0.1) }, labelled: labelled)
    }

    @Test("Marks come first, then failures of dated sets; else there is nothing to judge by")
    func kinds() {
        #expect(
            GroundTruth.kind(of: catalog(failures: 2, hasLabels: true, kind: Self.time)) == .labels)
        #expect(
            GroundTruth.kind(of: catalog(failures: 2, hasLabels: false, kind: Self.time))
                == .failures(horizon: 86_400))
        #expect(
            GroundTruth.kind(of: catalog(failures: 0, hasLabels: false, kind: Self.time)) == nil)
        #expect(
            GroundTruth.kind(of: catalog(failures: 2, hasLabels: false, kind: .cycle)) == nil)
    }

    @Test("Marked rows are detected one by one")
    func labels() {
        let truth = GroundTruth(
            .labels, series(labelled: [2, 3, 4]),
            catalog(failures: 0, hasLabels: true, kind: Self.time))
        var verdict = DetectorComparison.Verdict()
        truth.evaluate([1, 2, 3, 4, 5], [true, true, true, false, false], into: &verdict)
        #expect(verdict.positives == 3 && verdict.detected == 2)
        #expect(verdict.alarms == 3 && verdict.trueAlarms == 2)
        #expect(verdict.f1 == 2.0 / 3)
        // A mark outside the rows that are evaluated counts for nobody.
        truth.evaluate([5, 6], [false, true], into: &verdict)
        #expect(verdict.positives == 3 && verdict.alarms == 4)
    }

    @Test(
        "A failure is detected by an alarm within the horizon before it, never by one at its time")
    func failures() {
        let truth = GroundTruth(
            .failures(horizon: 10), series(events: [(100, 1), (150, 0), (200, 1), (300, 1)]),
            catalog(failures: 3, hasLabels: false, kind: Self.time))
        #expect(truth.marks == [100, 200, 300])
        var verdict = DetectorComparison.Verdict()
        // In time for the first, too early for the second, at the very time of the third.
        let times = [50.0, 90, 95, 150, 189, 300]
        truth.evaluate(times, [false, true, true, false, true, true], into: &verdict)
        #expect(verdict.positives == 3 && verdict.detected == 1)
        #expect(verdict.alarms == 4 && verdict.trueAlarms == 2)
    }

    @Test("Without alarms or without positives there is no F1 to compare")
    func none() {
        var verdict = DetectorComparison.Verdict()
        #expect(verdict.f1 == nil)
        verdict.positives = 3
        #expect(verdict.f1 == 0)
    }
}

@Suite("The scored rows of a detector")
struct ScoredRowsTests {
    @Test("are put on a scale of 0 at the median and 1 at the threshold")
    func scale() {
        let rows = ScoredRows(times: [1, 2, 3, 4, 5], scores: [2, 2, 2, 3, 6], threshold: 4)
        #expect(rows.ratios == [0, 0, 0, 0.5, 2])
        #expect(rows.flags == [false, false, false, false, true])
    }

    @Test("stay finite where all are alarms, or all are alike")
    func degenerate() {
        let high = ScoredRows(times: [1, 2, 3], scores: [7, 8, 9], threshold: 1)
        #expect(high.ratios.allSatisfy { $0.isFinite && $0 > 1 })
        let flat = ScoredRows(times: [1, 2, 3], scores: [0, 0, 0], threshold: 0)
        #expect(flat.ratios == [1, 1, 1] && !flat.flags.contains(true))
        let none = ScoredRows(times: [1], scores: [.nan], threshold: 1)
        #expect(none.ratios[0].isNaN && none.flags == [false])
    }

    @Test("become a lane: the highest of each interval, alarms that follow at once are one")
    func lane() {
        let rows = ScoredRows(
            times: [0, 1, 2, 3, 4, 5, 6, 7], scores: [0, 0, 0, 2, 3, 0, 4, .nan], threshold: 1)
        let lane = rows.lane(.rows, .own, starts: [0, 4, 8], end: 12)
        #expect(lane.scores[0] == 2 && lane.scores[1] == 4 && lane.scores[2].isNaN)
        #expect(lane.alarms.map(\.from) == [3, 6] && lane.alarms.map(\.to) == [4, 6])
        #expect(lane.alarms.map(\.peak) == [3, 4])
        #expect(lane.last == 4 && lane.isAlarmNow)
        #expect(lane.alarmShare == 3.0 / 8)
    }
}
