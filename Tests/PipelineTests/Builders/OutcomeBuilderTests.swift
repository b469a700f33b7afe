import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What excursions led to")
struct OutcomeBuilderTests {
    private static let day = MadeSource.day

    /// Sixty daily readings of 0 and 1 that are at 20 or -20 on single days.
    private func builder(
        _ devices: [(out: [Int], events: [(day: Double, code: Int)])], low: Set<Int> = [],
        codes: [(EventKind, String)] = [(.failure, "seal"), (.failure, "belt"), (.error, "e")]
    ) throws -> OutcomeBuilder {
        let units = devices.enumerated().map { index, device in
            MadeSource.Unit(
                "d\(index)", days: device.events,
                rows: MadeSource.daily(0..<60) { day in
                    [device.out.contains(day) ? low.contains(day) ? -20 : 20 : Double(day % 2), 5]
                })
        }
        let source = MadeSource(units, metrics: ["x", "y"], codes: codes)
        return OutcomeBuilder(scope: source.scope, fleet: try source.fleet())
    }

    @Test("counts those that a failure followed within three days, up to the last moment")
    func followed() throws {
        let builder = try builder([
            // The slice of day 10 ends with day 11, and three days later it is day 14.
            ([10, 20, 30], [(14, 0), (20, 0), (24.01, 1)]), ([10, 40], [(10.5, 1), (41, 2)]),
            ([], []),
        ])
        #expect(builder.within == 3 * Self.day)
        let outcome = try #require(builder.outcomes().first)
        #expect(builder.outcomes().count == 1 && outcome.metric.name == "x")
        #expect(outcome.excursions == 5 && outcome.followed == 2 && outcome.share == 0.4)
        #expect(outcome.within == 3 * Self.day && outcome.mostPass)
        // scipy.stats.beta.ppf([0.025, 0.975], [2, 3], [4, 3])
        #expect(abs(outcome.low - 0.052745) < 1e-5 && abs(outcome.high - 0.853367) < 1e-5)
        // As often as each other: the code that stands first.
        #expect(outcome.failure?.name == "seal")
        #expect(builder.failureLevels(.made(0, "x"), isUpper: true) == [20, 20])
        #expect(builder.failureLevels(.made(0, "x"), isUpper: false).isEmpty)
        #expect(builder.failureLevels(.made(1, "y"), isUpper: true).isEmpty)
    }

    @Test("takes the commonest failure, the failures of a device and those to the same side")
    func kinds() throws {
        let builder = try builder(
            [
                ([10, 20], [(11, 0), (21, 1)]), ([10, 20], [(11, 1), (50, 0)]), ([30], [(10, 0)]),
            ], low: [20])
        let outcome = try #require(builder.outcomes().first)
        #expect(outcome.followed == 3 && outcome.failure?.name == "belt")
        #expect(builder.failureLevels(.made(0, "x"), isUpper: true) == [20, 20])
        #expect(builder.failureLevels(.made(0, "x"), isUpper: false) == [-20])
    }

    @Test("is nothing of four, nor without failures, and one that goes on has none yet")
    func none() throws {
        #expect(try builder([([10, 20, 30, 40], [(11, 0)])]).outcomes().isEmpty)
        #expect(try builder([([10, 20, 30, 40, 59], [(11, 0)])]).outcomes().isEmpty)
        #expect(
            try builder([([10, 20, 30, 40, 59], [(59.5, 0)])]).outcomes().map(\.excursions) == [5])
        #expect(
            try builder([([10, 20, 30, 40, 50], [(11, 0)])], codes: [(.error, "e")])
                .outcomes().isEmpty)
    }
}
