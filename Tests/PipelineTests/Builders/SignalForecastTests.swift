import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The reading that is furthest out, continued")
struct SignalForecastTests {
    private static let day = MadeSource.day

    /// The first device's readings, and others that were high on single days, of which some failed.
    private func forecast(
        _ values: (Int) -> Double, others: [(value: Double, isFollowed: Bool)] = [],
        days: Int = 60, episodes: [Episode] = []
    ) throws -> DiagnosticReport.SignalForecast? {
        let units =
            [MadeSource.Unit(name: "d0", rows: MadeSource.daily(0..<days) { [values($0)] })]
            + others.enumerated().map { index, other in
                MadeSource.Unit(
                    "d\(index + 1)", days: other.isFollowed ? [(21, 0)] : [],
                    rows: MadeSource.daily(0..<60) { [$0 == 20 ? other.value : Double($0 % 2)] })
            }
        let source = MadeSource(units, metrics: ["x"], codes: [(.failure, "seal")])
        let fleet = try source.fleet(episodes)
        let device = try #require(fleet.devices.first)
        return SignalForecastBuilder(
            scope: source.scope, fleet: fleet, state: device,
            outcomes: OutcomeBuilder(scope: source.scope, fleet: fleet)
        ).forecast(source.series(of: 0, Filter()))
    }

    /// Two more a day from day 40 on.
    private func drifting(_ day: Int) -> Double {
        Double(day % 2) * 0.2 + (day < 40 ? 0 : 2 * Double(day - 39))
    }

    @Test("goes on from its drift to the level at which others failed")
    func failures() throws {
        let found = try #require(
            try forecast(
                drifting, others: [(50, true), (60, true), (20, false), (-70, true)]))
        #expect(found.metric.name == "x" && found.values.count == 60 && found.times.count == 60)
        // The middle of 50 and 60; what failed on the other side is no matter.
        #expect(found.threshold == .init(value: 55, origin: .failures(2)))
        let crossing = try #require(found.crossing)
        // Forty on the last day and two more a day: seven and a half days.
        #expect(
            abs(crossing.at / Self.day - 66) <= 1.5
                && crossing.at.remainder(dividingBy: Self.day) == 0)
        #expect(crossing.earliest <= crossing.at && crossing.at <= crossing.latest ?? .infinity)
        #expect(found.figures.times.count == 14 && found.figures.times[0] == 60 * Self.day)
        #expect(abs(found.figures.values[4] - 50) < 2)
    }

    @Test("of one that is out without others that failed no level is known")
    func alone() throws {
        let found = try #require(try forecast(drifting, others: [(50, false)]))
        #expect(found.threshold == nil && found.crossing == nil)
        let passed = try #require(try forecast(drifting, others: [(30, true)]))
        #expect(passed.threshold == nil, "it is higher already")
    }

    @Test("what is stuck, has ended or sends nothing has no future, once it is well again it has")
    func dead() throws {
        let device = DeviceRef(index: 0, name: "d0")
        let kinds: [EpisodeKind] = [.frozen, .sensorDead, .silent, .step]
        for kind in kinds {
            for end in [nil, 50 * Self.day] {
                let episode = Episode(
                    kind, devices: [device], subjects: [.metric(.made(0, "x"))],
                    from: 40 * Self.day, to: end, severity: 60)
                let found = try forecast({ Double($0 % 2) }, episodes: [episode])
                #expect((found == nil) == (kind != .step && end == nil), "\(kind) \(end ?? 0)")
            }
        }
    }

    @Test("inside its band the limit is that of the band, on its side, and nothing is met by noise")
    func inside() throws {
        let found = try #require(try forecast { [0, 1, 0.5, 1][$0 % 4] })
        #expect(found.threshold?.origin == .band && found.crossing == nil)
        #expect((found.threshold?.value ?? 0) > 1, "the last value is above the middle")
        let low = try #require(try forecast { [0, 1, 0.5, 0][$0 % 4] })
        #expect((low.threshold?.value ?? 9) < 0)
        #expect(try forecast({ Double($0 % 2) }, days: 11) == nil)
    }
}
