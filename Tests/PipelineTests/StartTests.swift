import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

/// A record says the same whenever it begins.
@Suite("A record that does not begin at zero")
struct StartTests {
    private static let day = MadeSource.day
    private static let start = 18_262 * day

    private func source(_ start: Double, days: Double = 60) -> MadeSource {
        MadeSource(
            [[10.0, 20, 30], [50], []].enumerated().map { device, failures in
                .init(
                    name: "d\(device)",
                    rows: MadeSource.daily(0..<Int(clamping: days)) { [Double($0 % 3)] }
                        .map { ($0.time + start, $0.values) },
                    events: failures.map { .init(time: start + $0 * Self.day, code: 0) })
            }, metrics: ["x"], codes: [(.failure, "f")], start: start, length: days * Self.day)
    }

    @Test(
        "has the recent span, and the cuts, of its length",
        arguments: [1.9, 2, 13.9, 14, 55.9, 56, 400])
    func scope(days: Double) throws {
        let (here, there) = (source(0, days: days).scope, source(Self.start, days: days).scope)
        let recent = { (scope: Scope) in
            scope.recent.map { ($0.to - $0.from) / Self.day }.map { ($0 * 1e3).rounded() }
        }
        #expect(recent(here) == recent(there) && recent(there) != nil)
        #expect(here.bandStep == there.bandStep && here.trendStep == there.trendStep)
        #expect(here.trendSpan == there.trendSpan)
        #expect(here.slicesPerTrendSpan == there.slicesPerTrendSpan)
    }

    @Test("has a week from two weeks on")
    func week() throws {
        let counts = try [13.9, 14].map { days in
            let source = source(Self.start, days: days)
            return try FleetSums(source: source, scope: source.scope).week != nil
        }
        #expect(counts == [false, true])
    }

    @Test("has the same time between failures")
    func reliability() throws {
        let row = { (start: Double) in
            let source = source(start)
            let fleet = try source.fleet()
            return try #require(
                ReliabilityBuilder(scope: source.scope, fleet: fleet, strongest: nil).rows().first)
        }
        let (here, there) = try (row(0), row(Self.start))
        #expect(there.meanTime == 45 && there.failures == 4 && there.devices == 3)
        #expect(abs(here.beta - there.beta) < 1e-9 && abs(here.low - there.low) < 1e-9)
    }

    @Test("has logs that end where they end")
    func coverage() throws {
        let known = { (start: Double) in
            try Coverage(
                [
                    .made(
                        shape: .events, kind: .failure,
                        range: (start + 9 * Self.day)...(start + 51 * Self.day), rows: 5_000)
                ], source: source(start, days: 100),
                whole: start...(start + 100 * Self.day)
            ).known(.failure, in: start...(start + 100 * Self.day))
                .map { [($0.lowerBound - start) / Self.day, ($0.upperBound - start) / Self.day] }
        }
        #expect(try known(0) == known(Self.start))
        #expect(try known(Self.start) == [0, 51], "a pause of 20 days says nothing of the first 9")
    }

    @Test("has rates by its length")
    func rates() throws {
        let source = source(Self.start)
        let table = try FeatureBuilder(
            source: source, scope: source.scope, fleet: source.fleet(),
            choice: ClusterChoice(units: .devices)
        ).table()
        let place = try #require(
            table.features.firstIndex { if case .codeRate = $0 { true } else { false } })
        #expect(zip(table.values, [3.0, 1, 0]).allSatisfy { abs($0[place] - $1 / 60) < 1e-12 })
    }

    @Test("is drawn with the same points")
    func trace() {
        let times = (0..<8_760).map { Double($0) * 3_600 }
        let cells = times.indices.map { index in
            let value = Double(index * 37 % 101)
            return MetricSummary(
                count: 1, mean: value, m2: 0, minimum: value, maximum: value, last: value)
        }
        let trace = { (start: Double) in
            ReadingTrace(window: start...(start + times[8_759])).trace(
                times.map { $0 + start }, cells, beside: 79)
        }
        #expect(trace(0).values == trace(Self.start).values)
        #expect(trace(0).times == trace(Self.start).times.map { $0 - Self.start })
        #expect(trace(Self.start).times.count > ReadingTrace.parts)
    }
}
