import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Events just before a fault")
struct EventsBeforeTests {
    private func events(_ errors: [String: [Double]]) throws -> [CauseReport.Event] {
        let made = try MadeTroubles(
            [.init(device: 0, from: 1_900, hours: 100)], errors: errors)
        return try #require(try made.report()).events
    }

    @Test("are those that chance hardly puts there")
    func rare() throws {
        let common = stride(from: 7.0, to: 1_990, by: 30).map { $0 }
        let events = try events(["E1": common, "E7": [300, 1_899.25], "E9": [1_700]])
        #expect(events.map(\.subject.name) == ["E7"])
        #expect(events.first?.count == 2)
        #expect(abs((events.first?.before ?? 0) / 3_600 - 0.75) <= 1.1)
    }

    @Test(
        "before a failure are those before it, or before what moved first, of no code that is asked about"
    )
    func failure() throws {
        let made = try MadeTroubles(
            [.init(device: 0, from: 1_900, hours: 100)],
            errors: ["E7": [300, 1_899.25], "E8": [5]])
        let history = made.history
        let record = try history.record(of: 0)
        let before = EventsBefore(history: history, record: record, device: 0)
        var report = try #require(try made.report())
        let columns = record.columns(record.rowCount)
        #expect(try before.events(report, columns).map(\.subject.name) == ["E7"])
        report.signals = []
        #expect(try before.events(report, columns).isEmpty, "neither moved nor failed")
        let codes = made.pipeline.source.catalog.codeRefs
        let time = MadeSet.start + 1_900 * 3_600
        let other = CodeRef(index: 9, kind: .failure, name: "seal", rank: 0)
        report.failure = CauseReport.Failure(code: other, time: time)
        let events = try before.events(report, columns)
        #expect(events.map(\.subject.name) == ["E7"])
        #expect(abs((events.first?.before ?? 0) - 0.75 * 3_600) <= 3_600)
        report.failure?.code = try #require(codes.first { $0.name == "E7" })
        #expect(try before.events(report, columns).isEmpty)
    }

    @Test("are none that came afterwards")
    func afterwards() throws {
        #expect(try events(["E7": [1_903, 1_930]]).isEmpty)
    }

    @Test("are none of a code that comes as often all along")
    func usual() throws {
        for shift in stride(from: 0.0, to: 20, by: 4) {
            let common = stride(from: shift, to: 1_990, by: 20).map { $0 }
            #expect(try events(["E1": common]).isEmpty)
        }
    }
}
