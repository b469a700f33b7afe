import Analysis
import Reports
import Testing
import Values

@testable import Pipeline
@testable import Telemetry

@Suite("What the events of a period say")
struct EventFindingsTests {
    /// Devices with events at days, of a failure (0), an error (1) or another code (2).
    private func findings(
        _ devices: [[(day: Double, code: Int)]], week: WeekHeatmap? = nil,
        codes: [(EventKind, String)] = [(.failure, "seal"), (.error, "e"), (.other, "o")],
        kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) throws -> [Finding] {
        let source = MadeSource(
            devices.enumerated().map { .init("d\($0)", days: $1) }, codes: codes, kind: kind)
        return EventFindings(scope: source.scope, fleet: try source.fleet()).findings(week: week)
    }

    private func many(_ count: Int, _ code: Int, at day: Double) -> [(day: Double, code: Int)] {
        Array(repeating: (day, code), count: count)
    }

    @Test("more failures than in the span before are bad news, with who has most of them")
    func more() throws {
        let found = try findings([
            many(3, 0, at: 10) + many(9, 0, at: 50), many(7, 0, at: 50), many(3, 0, at: 50),
            many(1, 0, at: 50),
        ])
        let changed = try #require(found.first)
        let p = try #require(
            RateComparison(first: (events: 3, exposure: 1), second: (events: 20, exposure: 1)))
        #expect(
            changed.kind
                == .eventsChanged(
                    .failure, code: nil, Compared(current: 20, previous: 3), p: p.pValue,
                    topDevices: (0..<3).map { DeviceRef(index: $0, name: "d\($0)") },
                    topShare: 19.0 / 20))
        #expect(changed.tone == .bad && changed.weight == 80)
    }

    @Test("fewer errors are good news; as many, or too few to tell, are none")
    func fewer() throws {
        let fewer = try findings([many(30, 1, at: 10) + many(8, 1, at: 50)])
        #expect(fewer.first?.tone == .good && fewer.first?.weight == 60)
        let level = try #require(try findings([many(6, 1, at: 10) + many(4, 1, at: 50)]).first)
        #expect(level.tone == .neutral && level.weight == 5)
        guard case .eventsLevel(.error, let both, let p) = level.kind else {
            Issue.record("\(level)")
            return
        }
        #expect(both == Compared(current: 4, previous: 6) && p > 0.5)
        #expect(try findings([many(5, 1, at: 10) + many(4, 1, at: 50)]).isEmpty)
        // A tenth more of very many is beyond chance, and no news.
        let tenth = try #require(
            try findings([many(2_000, 1, at: 10) + many(2_399, 1, at: 50)]).first)
        guard case .eventsLevel = tenth.kind else {
            Issue.record("\(tenth)")
            return
        }
        let fifth = try findings([many(2_000, 1, at: 10) + many(2_400, 1, at: 50)]).first
        #expect(fifth?.weight == 60)
    }

    @Test("the device with most failures is told where it is alone, and who had none of a few")
    func busiest() throws {
        let found = try findings([many(2, 0, at: 3), many(1, 0, at: 3), [], []])
        #expect(
            found.map(\.kind) == [
                .mostFailures(
                    DeviceRef(index: 0, name: "d0"), count: 2, withoutAny: 2,
                    never: [DeviceRef(index: 2, name: "d2"), DeviceRef(index: 3, name: "d3")])
            ])
        #expect(found.first?.tone == .bad && found.first?.weight == 25)
        let more = try findings([many(2, 0, at: 3), [], [], [], []])
        #expect(
            more.map(\.kind) == [
                .mostFailures(DeviceRef(index: 0, name: "d0"), count: 2, withoutAny: 4)
            ])
        let three = try findings([many(2, 0, at: 3), [], [], []])
        guard case .mostFailures(_, _, 3, let never) = try #require(three.first).kind else {
            Issue.record("\(three)")
            return
        }
        #expect(never.map(\.name) == ["d1", "d2", "d3"])
        #expect(try findings([many(2, 0, at: 3), many(2, 0, at: 4)]).isEmpty)
        #expect(try findings([many(1, 0, at: 3), []]).isEmpty)
        #expect(try findings([many(2, 0, at: 0.001), []], kind: .row).isEmpty)
    }

    @Test("the device with most errors is told from 1.3 times the usual one on, among ten")
    func mostErrors() throws {
        let usual = (0..<9).map { _ in many(10, 1, at: 3) }
        let found = try findings([many(13, 1, at: 3)] + usual)
        #expect(
            found.map(\.kind) == [
                .mostErrors(DeviceRef(index: 0, name: "d0"), count: 13, median: 10)
            ])
        #expect(found.first?.weight == 24)
        #expect(try findings([many(12, 1, at: 3)] + usual).isEmpty)
        // Where most devices have none there is no usual one, even with too few for a hot spot.
        #expect(
            try findings([many(13, 1, at: 3), many(6, 1, at: 3)] + usual.map { _ in [] }).isEmpty)
        #expect(try findings([many(13, 1, at: 3)] + usual.dropFirst()).isEmpty)
        #expect(try findings([many(13, 1, at: 3), many(13, 1, at: 3)] + usual).isEmpty)
    }

    @Test("few devices that hold most are told, of other events only where these are all there are")
    func concentration() throws {
        let quiet = (0..<19).map { _ in many(1, 2, at: 3) }
        let others = try findings(
            [many(81, 2, at: 3)] + quiet, codes: [(.other, "a"), (.other, "b"), (.other, "c")])
        #expect(
            others.map(\.kind) == [
                .concentration(
                    .other, devices: [DeviceRef(index: 0, name: "d0")], share: 0.81, total: 100)
            ])
        #expect(others.first?.tone == .neutral && others.first?.weight == 40 + 30 * 0.81)
        #expect(try findings([many(81, 2, at: 3)] + quiet).isEmpty)
        for kind in [EventKind.failure, .error] {
            let named: [(EventKind, String)] = [(kind, "a"), (.other, "b"), (.other, "c")]
            #expect(try findings([many(81, 2, at: 3)] + quiet, codes: named).isEmpty)
        }
        let errors = try findings([many(81, 1, at: 3)] + quiet)
        #expect(errors.map(\.tone) == [.bad])
    }

    @Test("an hour with four times its share is told from a hundred events on")
    func hotHour() throws {
        let week = { (hot: Int, others: Int) in
            var counts = [[Int]](repeating: [Int](repeating: 0, count: 24), count: 7)
            for hour in 0..<24 where hour != 5 { counts[hour % 7][hour] = others }
            (counts[1][5], counts[3][5]) = (hot / 2, hot - hot / 2)
            return WeekHeatmap(counts: counts, hours: [])
        }
        let found = try findings([[(1, 1)]], week: week(16, 4))
        // 16 of 108, and four times the 4 of any other hour.
        #expect(found.map(\.kind) == [.hotHour(.error, hour: 5, share: 16.0 / 108, times: 4)])
        #expect(found.first?.weight == 22)
        #expect(try findings([[(1, 1)]], week: week(15, 4)).isEmpty)
        #expect(try findings([[(1, 1)]], week: week(53, 2)).isEmpty, "99 in all")
        #expect(try !findings([[(1, 1)]], week: week(54, 2)).isEmpty)
        #expect(try findings([[(1, 1)]], week: week(200, 0)).isEmpty)
        let failures = try findings([[(1, 0)]], week: week(16, 4), codes: [(.failure, "f")])
        #expect(failures.map(\.kind) == [.hotHour(.failure, hour: 5, share: 16.0 / 108, times: 4)])
    }
}
