import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Patterns of the day and the week, and readings that move together")
struct PatternFindingsTests {
    private static let hour = MadeSource.hour

    private func result(
        hours: Int, metrics: Int = 1, step: Double = hour,
        length: Double? = nil, kind: TimeKind = .time(zone: "UTC", isStated: true),
        choice: Choice = Choice(), _ value: (_ hour: Int, _ metric: Int) -> Double
    ) throws -> PatternFindings.Result {
        let rows = (0..<hours).map { hour in
            (time: Double(hour) * Self.hour, values: (0..<metrics).map { value(hour, $0) })
        }
        let source = MadeSource(
            [.init(name: "a", rows: rows)],
            metrics: (0..<metrics).map { "m\($0)" },
            length: length ?? Double(hours - 1) * Self.hour, step: step, kind: kind)
        return try PatternFindings(
            source: source, scope: Scope(catalog: source.catalog, choice: choice)
        ).result()
    }

    private func noise(_ hour: Int, _ metric: Int = 0) -> Double {
        MadeSet.scatter(hour, metric + 3)
    }

    /// By the hour of the day: highest at three in the afternoon.
    private func day(_ hour: Int) -> Double { hour % 24 == 15 ? 10 : hour % 24 == 3 ? -6 : 0 }

    @Test("a day that repeats itself is told with its hour and how far it goes")
    func daily() throws {
        let found = try result(hours: 10 * 24) { hour, _ in self.day(hour) }.findings
        guard
            case .dailyPattern(let metric, let strength, let peak, let amplitude) =
                try #require(found.first).kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(found.count == 1 && metric.name == "m0" && peak == 15)
        #expect(abs(strength - 1) < 1e-9 && abs(amplitude - 16) < 1e-6)
        #expect(abs(found[0].weight - 15) < 1e-6 && found[0].tone == .neutral)
    }

    @Test("the hour is that of the day, wherever the period begins")
    func peak() throws {
        let choice = Choice(from: 7 * Self.hour)
        let found = try result(hours: 10 * 24, choice: choice) { hour, _ in self.day(hour) }
            .findings
        guard case .dailyPattern(_, _, let peak, _) = try #require(found.first).kind else {
            Issue.record("\(found)")
            return
        }
        #expect(peak == 15)
    }

    @Test(
        "no day is told of noise, within five days, or of readings that fewer than half the hours hold"
    )
    func noDay() throws {
        #expect(try result(hours: 240) { hour, _ in self.noise(hour) }.findings.isEmpty)
        #expect(try result(hours: 119) { hour, _ in self.day(hour) }.findings.isEmpty)
        #expect(try result(hours: 120) { hour, _ in self.day(hour) }.findings.count == 1)
        #expect(
            try result(hours: 240, length: 600 * Self.hour) { hour, _ in self.day(hour) }
                .findings.isEmpty)
        #expect(try result(hours: 240, step: 3_601) { hour, _ in self.day(hour) }.findings.isEmpty)
        #expect(try result(hours: 240, kind: .cycle) { hour, _ in self.day(hour) }.findings.isEmpty)
    }

    /// The first day is a Thursday; Saturday is at 9 and Monday at -4.
    private func week(_ hour: Int) -> Double {
        switch (hour / 24 + 3) % 7 {
        case 5: 9
        case 0: -4
        default: 0
        }
    }

    @Test("a week that repeats itself is told with its days, from three of each on")
    func weekly() throws {
        let found = try result(hours: 21 * 24) { hour, _ in self.week(hour) + 0.1 * self.noise(hour)
        }
        .findings
        guard
            case .weeklyPattern(let metric, let strength, let highest, let lowest, let amplitude) =
                try #require(found.last).kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(found.count == 1 && metric.name == "m0" && highest == 5 && lowest == 0)
        #expect(strength > 0.99 && strength < 1 && abs(amplitude - 13) < 0.1)
        #expect(abs(found[0].weight - 9 - 5 * strength) < 1e-9)
        #expect(try result(hours: 20 * 24) { hour, _ in self.week(hour) }.findings.isEmpty)
        #expect(try result(hours: 28 * 24) { hour, _ in self.noise(hour) }.findings.isEmpty)
    }

    @Test("readings that say the same are told from a correlation of 0.97 on, also opposite ones")
    func correlated() throws {
        let found = try result(hours: 48, metrics: 4) { hour, metric in
            [
                self.noise(hour), -2 * self.noise(hour) + 1, self.noise(hour, 1),
                self.noise(hour) + 0.5 * self.noise(hour, 2),
            ][metric]
        }
        #expect(found.pairs == nil && found.findings.count == 1)
        guard
            case .correlated(let first, let second, let r) = try #require(found.findings.first).kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(first.name == "m0" && second.name == "m1" && abs(r + 1) < 1e-9)
        #expect(found.findings[0].weight == 8)
        #expect(try result(hours: 24, metrics: 2) { hour, _ in Double(hour) }.findings.isEmpty)
        #expect(try result(hours: 25, metrics: 2) { hour, _ in Double(hour) }.findings.count == 1)
    }

    @Test("of a hundred and one readings a part of the pairs is compared, and forty are told")
    func many() throws {
        let hundred = try result(hours: 30, metrics: 100) { hour, _ in Double(hour) }
        #expect(hundred.pairs == nil && hundred.findings.count == PatternFindings.reportedPairs)
        let more = try result(hours: 30, metrics: 101) { hour, _ in Double(hour) }
        let pairs = try #require(more.pairs)
        #expect(pairs.possible == 5_050 && pairs.readings == 101)
        #expect(pairs.compared <= PatternFindings.pairLimit && pairs.compared > 0)
    }
}
