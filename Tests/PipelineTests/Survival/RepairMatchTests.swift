import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Repairs and the failures that they follow")
struct RepairMatchTests {
    private func code(_ index: Int, _ kind: EventKind, _ name: String) -> CodeRef {
        CodeRef(index: index, kind: kind, name: name, rank: 0)
    }

    /// Codes 0 and 1 are failures, all others repairs.
    private func aftermaths(
        _ events: [[(time: Double, code: Int)]], exposure: Double
    ) -> RepairAftermaths {
        RepairAftermaths(
            events.map { $0.map { .init(time: $0.time, code: $0.code) } },
            kind: { $0 < 2 ? .failure : .repair }, exposure: exposure)
    }

    @Test("come right after one within a tenth of the mean time between failures of a device")
    func counts() {
        // Four failures in 400 days: ten days are right after.
        let found = aftermaths(
            [
                [(0, 0), (10, 5), (50, 0), (60.1, 5), (70, 6)],
                [(20, 0), (20, 1), (25, 5), (40, 6)], [(3, 6)],
            ], exposure: 400)
        #expect(found.counts[5]?.total == 3 && found.counts[5]?.failures == [0: 2, 1: 1])
        #expect(found.counts[6]?.total == 3 && found.counts[6]?.failures == [:])
        #expect(found.share(of: 0) == 3 * 10 / 400.0 && found.share(of: 1) == 10 / 400.0)
        #expect(found.share(of: 9) == 0)
        #expect(aftermaths([[]], exposure: 0).share(of: 0) == nil)
        let none = aftermaths([[(5, 5)]], exposure: 100)
        #expect(none.counts[5]?.failures == [:] && none.share(of: 0) == 0)
    }

    private let repairs = (5...7).map { index in
        CodeRef(index: index, kind: .repair, name: ["Comp 1", "swap", "visit"][index - 5], rank: 0)
    }

    private func match(_ name: String, _ events: [[(time: Double, code: Int)]]) -> RepairMatch {
        RepairMatch(
            of: code(0, .failure, name), repairs: repairs,
            aftermaths: aftermaths(events, exposure: 10_000))
    }

    /// Failures of code 0 followed by `first`, of code 1 by `second`.
    private func log(
        _ first: Int, _ second: Int, own: Int, other: Int
    ) -> [[(time: Double, code: Int)]] {
        let all =
            (0..<10).map { (Double($0) * 100, $0 < own ? first : -1, 0) }
            + (0..<10).map { (Double($0) * 100 + 50, $0 < other ? second : -1, 1) }
        return [
            all.sorted { $0.0 < $1.0 }.flatMap { time, repair, failure in
                [(time: time, code: failure)] + (repair < 0 ? [] : [(time: time + 1, code: repair)])
            }
        ]
    }

    @Test("those of the same name renew the part, whatever they look like")
    func names() {
        let found = match("COMP-1", log(6, 7, own: 10, other: 10))
        #expect(found.renewing == [5] && found.following.isEmpty && !found.isEmpty)
        #expect(RepairMatch.normalised("Größe  N°1-b") == "größen1b")
        #expect(match("-", log(6, 7, own: 10, other: 10)).isEmpty, "no name")
    }

    @Test("without one of the name, those do that follow its failures and hardly others")
    func others() {
        #expect(match("seal", log(6, 7, own: 10, other: 10)).renewing == [6])
        // Ten after its own failures: two after others are a sixth, three are more than a fifth.
        let two = match("seal", log(6, 6, own: 10, other: 2))
        #expect(two.renewing == [6] && two.following.isEmpty)
        let three = match("seal", log(6, 6, own: 10, other: 3))
        #expect(three.renewing.isEmpty && three.following == [6])
        #expect(match("seal", log(6, 6, own: 8, other: 2)).renewing == [6], "four fifths")
        #expect(match("seal", log(7, 6, own: 0, other: 10)).isEmpty)
        #expect(match("seal", log(6, 7, own: 1, other: 0)).isEmpty, "by chance")
    }

    // MARK: - The habit of repairing

    private func isHabit(_ failures: [Double], repairs: [Double], exposure: Double = 400) -> Bool {
        RepairHabit(
            [
                PartRecord(
                    device: 0, watched: 0...exposure, failures: failures, renewals: [],
                    repairs: repairs)
            ], exposure: exposure
        ).isHabit
    }

    @Test(
        "is one where four of five failures are repaired within a quarter of the time between repairs"
    )
    func habit() {
        // Five repairs in 400 days: twenty days are soon.
        #expect(isHabit([10, 90, 170, 250, 330], repairs: [30, 90, 171, 252, 390]))
        #expect(!isHabit([10, 90, 170, 250, 330], repairs: [31, 90, 171, 252, 390]))
        #expect(!isHabit([10, 90], repairs: []) && !isHabit([], repairs: [5]))
        // One repair of 400 days: what is later than day 300 may still wait.
        #expect(isHabit([10, 301], repairs: [110]))
        #expect(!isHabit([10, 300], repairs: [110]))
        #expect(!isHabit([10], repairs: [9]), "before it")
    }

    // MARK: - Spans

    @Test(
        "one looks ahead a quarter of the record at most, by usual lengths",
        arguments: [
            (3.99, nil, 0), (4, 1, 1), (24, 6, 6), (96, 24, 24), (672, 168, 168),
            (2_856, 168, 168), (2_880, 720, 720), (8_640, 2_160, 720), (99_999, 2_160, 720),
        ] as [(Double, Double?, Double)])
    func spans(hours: Double, count: Double?, horizon: Double) {
        let hour = MadeSource.hour
        let spans = PartSpans(5 * hour...(5 + hours) * hour)
        #expect((spans == nil) == (count == nil))
        guard let spans, let count else { return }
        #expect(
            spans.count == count * hour && spans.horizon == horizon * hour)
    }

    // MARK: - Who is in the files

    private func roster(
        _ failures: [Int], attributes: [String] = [], rows: Int = 0
    ) throws -> FleetRoster {
        let source = MadeSource(
            failures.enumerated().map { index, count in
                .init(
                    name: "d\(index)", attributes: attributes,
                    rows: (0..<(count + rows)).map { (Double($0), []) },
                    events: [.init(time: 5, code: 0, count: count)].filter { $0.count > 0 })
            }, codes: [(.failure, "f"), (.error, "e")],
            attributes: attributes.isEmpty ? [] : ["a"])
        return FleetRoster(try source.fleet().devices, scope: source.scope)
    }

    @Test("a set names only what failed where chance would leave some device without a failure")
    func named() throws {
        // A mean of 1: of 15 devices none is without one with a chance of 0.0010, of 16 less.
        #expect(try roster(Array(repeating: 1, count: 16)).namesOnlyFailed)
        #expect(try !roster(Array(repeating: 1, count: 15)).namesOnlyFailed)
        #expect(try !roster(Array(repeating: 1, count: 20) + [0, 0, 0]).namesOnlyFailed)
        #expect(try !roster(Array(repeating: 9, count: 16)).namesOnlyFailed)
        #expect(try !roster(Array(repeating: 1, count: 30), attributes: ["x"]).namesOnlyFailed)
        #expect(try !roster(Array(repeating: 1, count: 30), rows: 1).namesOnlyFailed)
        #expect(try !roster([0, 0]).namesOnlyFailed && !roster([]).namesOnlyFailed)
    }

    @Test("a device that comes late or leaves early was not there, unless most do")
    func watches() throws {
        let day = MadeSource.day
        let spans = { (spans: [(Int, Int)]) -> [[Double]] in
            let source = MadeSource(
                spans.enumerated().map { index, span in
                    .init(
                        name: "d\(index)",
                        rows: MadeSource.daily(span.0..<span.1 + 1) { _ in [1] })
                }, metrics: ["x"], length: 100 * day)
            return DeviceWatch.watches(
                of: try source.fleet().devices, in: 0...100 * day, scope: source.scope
            ).map { [$0.watched.lowerBound / day, $0.watched.upperBound / day] }
        }
        // A twentieth of the record.
        #expect(
            try spans([(0, 100), (5, 95), (6, 94), (0, 100), (0, 100)])
                == [[0, 100], [0, 100], [6, 94], [0, 100], [0, 100]])
        #expect(try spans([(6, 100), (6, 100), (0, 100)]) == Array(repeating: [0, 100], count: 3))
        #expect(
            try spans([(6, 100), (6, 100), (0, 100), (0, 100)])
                == [[6, 100], [6, 100], [0, 100], [0, 100]])
    }
}
