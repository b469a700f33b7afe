import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What only months show")
struct MonthFindingsTests {
    private static let day = MadeSource.day

    private func findings(
        days: Double, counts: [Double: Int] = [:], code: EventKind = .failure,
        value: ((Int) -> Double)? = nil, kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) throws -> [Finding]? {
        let unit = MadeSource.Unit(
            name: "a",
            rows: value.map { value in
                MadeSource.daily(0..<Int(clamping: days)) { [value($0)] }
            } ?? [],
            events: counts.map { .init(time: $0.key * Self.day, code: 0, count: $0.value) })
        let source = MadeSource(
            [unit], metrics: value == nil ? [] : ["x"],
            codes: counts.isEmpty ? [] : [(code, "f")], length: days * Self.day,
            step: Self.day, kind: kind)
        return try MonthFindings(source: source, scope: source.scope)?.findings()
    }

    /// A day in the middle of each of eight months from January 1970 on.
    private let middles = [15.0, 45, 74, 105, 135, 166, 196, 227]

    private func counts(_ usual: Int, _ most: Int) -> [Double: Int] {
        Dictionary(uniqueKeysWithValues: middles.map { ($0, $0 == 105 ? most : usual) })
    }

    @Test("the fullest month is told beside the middle of the others")
    func busiest() throws {
        let found = try #require(try findings(days: 243, counts: counts(5, 30)))
        // April 1970 is from day 90 to day 120.
        #expect(
            found == [
                Finding(
                    .busiest(
                        from: 90 * Self.day, to: 120 * Self.day, .failure, count: 30, ordinary: 5),
                    tone: .neutral, weight: 24)
            ])
        #expect(try findings(days: 243, counts: counts(5, 30), code: .error)?.count == 1)
        #expect(try findings(days: 243, counts: counts(5, 30), code: .repair)?.isEmpty == true)
    }

    @Test("not of ten events by chance, of nine, or of five months")
    func quiet() throws {
        #expect(try findings(days: 243, counts: counts(5, 12))?.isEmpty == true)
        #expect(try findings(days: 243, counts: counts(0, 9))?.isEmpty == true)
        #expect(try findings(days: 243, counts: counts(0, 10))?.count == 1)
        let five = counts(1, 40).filter { $0.key < 150 }
        #expect(try findings(days: 150, counts: five)?.isEmpty == true)
        #expect(try findings(days: 165, counts: five)?.count == 1)
    }

    @Test("are looked at from 120 days on, where times are dates")
    func short() throws {
        #expect(try findings(days: 120, counts: [5: 1]) != nil)
        #expect(try findings(days: 119.9, counts: [5: 1]) == nil)
        #expect(try findings(days: 200, counts: [5: 1], kind: .cycle) == nil)
    }

    /// The wave of a year, highest in January.
    private func season(_ day: Int) -> Double {
        10 + 4 * cos(2 * .pi * (Double(day) - 15) / 365.25)
    }

    @Test("a reading that follows the year is told with its months, and years that are not whole")
    func yearly() throws {
        let found = try #require(try findings(days: 790, value: season))
        #expect(found.count == 2)
        guard
            case .yearlyPattern(let metric, let highest, let lowest, let high, let low, let p) =
                found[0].kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(metric.name == "x" && highest == 0 && lowest == 6 && p < 1e-9)
        #expect(abs(high - 14) < 0.1 && abs(low - 6) < 0.1)
        #expect(abs(found[0].weight - 25) < 1e-6)
        // Two whole years, January and February 1972, and the first moment of March.
        #expect(found[1].kind == .partYears([PartYear(year: 1972, months: 3)]))
        #expect(found[1].weight == 18)
        // 1970 and 1971 are 24 months, the fewest.
        #expect(try findings(days: 730, value: season)?.isEmpty == false)
    }

    @Test("no season is told of a constant, of noise, or within two years")
    func noSeason() throws {
        #expect(try findings(days: 790, value: { _ in 5 })?.isEmpty == true)
        #expect(
            try findings(days: 790, value: { MadeSet.scatter($0 / 30, 4) })?.isEmpty == true)
        #expect(try findings(days: 700, value: season)?.isEmpty == true)
    }
}
