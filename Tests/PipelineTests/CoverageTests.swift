import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("When files can tell of events")
struct CoverageTests {
    private static let day = MadeSource.day

    /// A log of one kind in days, in a set of so many days.
    private func known(
        _ range: ClosedRange<Double>, rows: Int, days: Double = 100, every: Double = 0.4,
        pause: ClosedRange<Double>? = nil, kind: EventKind = .error, of asked: EventKind? = nil,
        shape: FileShape = .events, roles: [ColumnRole] = [], more: [FileReport] = [],
        in period: ClosedRange<Double>? = nil
    ) throws -> [Double]? {
        let times = stride(from: range.lowerBound, through: range.upperBound, by: every)
            .filter { !(pause?.contains($0) ?? false) }
        let source = MadeSource(
            [.init("a", days: times.map { ($0, 0) })], codes: [(kind, "e")],
            length: days * Self.day)
        let coverage = try Coverage(
            [
                .made(
                    shape: shape, kind: kind, roles: roles,
                    range: range.lowerBound * Self.day...range.upperBound * Self.day, rows: rows)
            ] + more, source: source, whole: 0...days * Self.day)
        let period = period ?? 0...days
        return coverage.known(
            asked ?? kind, in: period.lowerBound * Self.day...period.upperBound * Self.day
        ).map { [$0.lowerBound / Self.day, $0.upperBound / Self.day] }
    }

    @Test("a log ends with its last row where so many rows would hardly lie before by chance")
    func ends() throws {
        #expect(try known(0...40, rows: 100) == [0, 40])
        #expect(try known(60...100, rows: 100) == [60, 100])
        #expect(try known(30...70, rows: 100) == [30, 70])
        #expect(try known(0...40, rows: 100, in: 10...30) == [10, 30])
        #expect(try known(0...40, rows: 100, in: 30...60) == [30, 40])
        #expect(try known(0...40, rows: 100, in: 50...60) == nil)
        #expect(try known(0...40, rows: 100, of: .failure) == [0, 100])
    }

    @Test(
        "few rows show no end: of ten in forty days the rest may be as long and a thousandth less")
    func reach() throws {
        #expect(try known(0...40, rows: 9) == [0, 100])
        #expect(try known(0...40, rows: 10) == [0, 40])
        let reach = 40 * (pow(0.001, -0.1) - 1)
        #expect(try known(0...40, rows: 10, days: 40 + reach - 0.01) == [0, 40 + reach - 0.01])
        #expect(try known(0...40, rows: 10, days: 40 + reach + 0.01) == [0, 40])
    }

    @Test("a log that was as quiet before goes on")
    func quiet() throws {
        #expect(try known(0...70, rows: 1_000, pause: 20...52) == [0, 100])
        #expect(try known(0...70, rows: 1_000, pause: 20...48) == [0, 70])
    }

    @Test("what is grave is decided by rows where a column says so, but of failures and repairs")
    func graded() throws {
        #expect(
            try known(0...40, rows: 100, kind: .other, of: .error, roles: [.severity]) == [0, 40])
        #expect(try known(0...40, rows: 100, kind: .other, of: .error) == [0, 100])
        #expect(
            try known(0...40, rows: 100, kind: .failure, of: .error, roles: [.severity])
                == [0, 100])
        #expect(try known(0...40, rows: 100, shape: .telemetry) == [0, 100])
        #expect(try known(0...40, rows: 100, shape: .telemetry, roles: [.code]) == [0, 40])
        #expect(try known(0...40, rows: 100, shape: .intervals) == [0, 40])
        #expect(try known(0...40, rows: 100, shape: .devices) == [0, 100])
    }

    @Test("several files of a kind reach from the first to the last")
    func several() throws {
        let more = FileReport.made(
            shape: .events, kind: .error, range: 50 * Self.day...55 * Self.day, rows: 100)
        #expect(try known(20...40, rows: 100, more: [more]) == [20, 55])
        var rowNumbers = more
        rowNumbers.schema.time = .rowNumber
        #expect(try known(20...40, rows: 100, more: [rowNumbers]) == [20, 40])
        var empty = more
        empty.rowsKept = 0
        #expect(try known(20...40, rows: 100, more: [empty]) == [20, 40])
    }

    @Test("readings have a rhythm unless all of them come with a log")
    func rhythm() throws {
        let source = MadeSource([])
        let hasRhythm = { (files: [FileReport]) in
            try Coverage(files, source: source, whole: 0...1).hasRhythm
        }
        let log = FileReport.made(shape: .events, metrics: ["x"])
        #expect(try hasRhythm([]) && hasRhythm([.made(shape: .events)]))
        #expect(try !hasRhythm([log]) && hasRhythm([log, .made(metrics: ["y"])]))
        #expect(try !hasRhythm([log, .made(metrics: ["y"], time: .rowNumber)]))
    }

    @Test("without dates all is known all the time")
    func cycles() throws {
        let source = MadeSource([], codes: [(.error, "e")], length: 100, step: 1, kind: .cycle)
        let coverage = try Coverage(
            [.made(shape: .events, kind: .error, range: 0...9, rows: 100)], source: source,
            whole: 0...100)
        #expect(coverage.known(.error, in: 3...90) == 3...90)
    }

    // MARK: - Log ends

    @Test("a log that begins or ends within the period is told of with what it does")
    func logEnds() throws {
        let source = MadeSource(
            (0..<1).map { _ in .init("a", days: (0..<100).map { (20 + Double($0) * 0.2, 0) }) },
            codes: [(.error, "e")], length: 100 * Self.day)
        let coverage = try Coverage(
            [
                .made(
                    shape: .events, kind: .error, range: 20 * Self.day...40 * Self.day, rows: 500),
                .made(
                    shape: .events, kind: .repair, range: 20 * Self.day...40 * Self.day, rows: 500),
            ], source: source, whole: 0...100 * Self.day)
        let ends = { (choice: Choice) in
            LogEnds(
                scope: Scope(catalog: source.catalog, choice: choice, coverage: coverage)
            ).findings()
        }
        let told = { (from: Double?, to: Double?) in
            [
                Finding(
                    .logSpan(
                        .error, from: from.map { $0 * Self.day }, to: to.map { $0 * Self.day }),
                    tone: .neutral, weight: 32)
            ]
        }
        #expect(ends(Choice()) == told(20, 40))
        #expect(ends(Choice(from: 25 * Self.day)) == told(nil, 40))
        #expect(ends(Choice(to: 30 * Self.day)) == told(20, nil))
        #expect(ends(Choice(from: 25 * Self.day, to: 30 * Self.day)).isEmpty)
        #expect(ends(Choice(from: 50 * Self.day)).isEmpty)
    }
}
