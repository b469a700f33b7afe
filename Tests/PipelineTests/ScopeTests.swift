import Reports
import Telemetry
import Testing
import Values
@testable import Pipeline

@Suite("Scope")
struct ScopeTests {
    static let day = 86_400.0

    private func catalog(
        days: Double, kind: TimeKind = .time(zone: "UTC", isStated: true),
        bucket: Double = 3_600
    )
        -> Catalog
    {
        let axis = TimeAxis(
            kind: kind, start: 0, bucketWidth: bucket, bucketCount: Int(days * Self.day / bucket),
            dataRange: 0...(days * Self.day))
        return Catalog(
            name: "set", axis: axis,
            devices: [.init(name: "a"), .init(name: "b")], attributes: [], metrics: [],
            codes: [
                .init(kind: .error, name: "E1", count: 5),
                .init(kind: .error, name: "E2", count: 3),
                .init(kind: .failure, name: "E1", count: 1),
            ], severities: [], hasLabels: false, rows: 1)
    }

    @Test(
        "The recent span is the longest usual one that fits twice",
        arguments: [(365.0, 28.0), (60, 28), (56, 28), (20, 7), (14, 7), (3, 1), (2, 1)])
    func recentSpan(days: Double, expected: Double) throws {
        let recent = try #require(Scope(catalog: catalog(days: days), choice: Choice()).recent)
        #expect(abs((recent.to - recent.from) / Self.day - expected) < 1e-6)
        #expect(abs((recent.from - recent.previousFrom) / Self.day - expected) < 1e-6)
    }

    @Test("A window is called by its date and time on the wall, before 1970 too")
    func timeLabel() {
        let scope = Scope(catalog: catalog(days: 10), choice: Choice())
        #expect(scope.timeLabel(0) == "1970-01-01 00:00")
        #expect(scope.timeLabel(-1_800) == "1969-12-31 23:30")
    }

    @Test("Cycles have no recent span, since each device ends at another one")
    func cycles() {
        #expect(Scope(catalog: catalog(days: 365, kind: .cycle), choice: Choice()).recent == nil)
    }

    @Test(
        "Charts over time are cut by hours, days, weeks or months",
        arguments: [
            (1.0, TimeStep.hour), (10, .day), (60, .day), (365, .week), (1_500, .month),
        ])
    func trendStep(days: Double, expected: TimeStep) {
        #expect(Scope(catalog: catalog(days: days), choice: Choice()).trendStep == expected)
    }

    @Test(
        "No chart is cut finer than the buckets are wide, or every other slice would be empty",
        arguments: [
            (42.0, 2.0, TimeStep.week), (42, 1, .day), (1, 0.25, .day), (365, 14, .month),
            (60, 40, .width(40 * 86_400)),
        ])
    func coarse(days: Double, bucket: Double, expected: TimeStep) {
        let catalog = catalog(days: days, bucket: bucket * Self.day)
        #expect(Scope(catalog: catalog, choice: Choice()).trendStep == expected)
    }

    @Test("A period outside of the data, or turned round, is the whole set")
    func wrongPeriod() {
        let catalog = catalog(days: 10)
        for choice in [Choice(from: 5e9), Choice(from: 8e5, to: 1e5), Choice(to: -5)] {
            let scope = Scope(catalog: catalog, choice: choice)
            #expect(scope.period == catalog.axis.dataRange)
            #expect(!scope.isPeriodChosen)
        }
    }

    @Test("Names that do not exist filter nothing")
    func unknownNames() {
        let scope = Scope(
            catalog: catalog(days: 10), choice: Choice(devices: ["zzz"], codes: ["nope"]))
        #expect(scope.filter.devices == nil)
        #expect(scope.filter.codes == nil)
    }

    @Test("A code's rank counts within its kind, and one name under two kinds is two codes")
    func ranks() {
        let scope = Scope(catalog: catalog(days: 10), choice: Choice(codes: ["E1"]))
        #expect(scope.codes.map(\.rank) == [0, 1, 0])
        #expect(scope.filter.codes == [0, 2])
        #expect(scope.codes(.error).map(\.name) == ["E1"])
        #expect(scope.count(.error, in: EventCounts([5, 3, 1])) == 5)
    }

    @Test(
        "Widths are 1, 2 or 5 times a power of ten",
        arguments: [(0.3, 0.5), (1, 1), (1.1, 2), (7, 10), (49, 50), (51, 100), (-1, 1), (.nan, 1)])
    func nice(width: Double, expected: Double) {
        #expect(abs(NiceStep.decimal(atLeast: width) - expected) < 1e-12)
    }
}

@Suite("Spans of a scope")
struct ScopeSpanTests {
    private static let day = MadeSource.day

    private func scope(
        _ length: Double, _ choice: Choice = Choice(), step: Double = MadeSource.hour,
        kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) -> Scope {
        let source = MadeSource([.init(name: "a")], length: length, step: step, kind: kind)
        return Scope(catalog: source.catalog, choice: choice)
    }

    @Test(
        "a trend is given for the longest usual span that the period holds twice",
        arguments: [
            (56 * day, TrendSpan.fourWeeks, 28.0), (56 * day - 1, .week, 7), (14 * day, .week, 7),
            (14 * day - 1, .day, 1), (2 * day, .day, 24), (2 * day - 1, .hour, 1),
            (100 * day, .fourWeeks, 4), (1_000 * day, .fourWeeks, 28 / 30.4375),
            (7_200, .hour, 12), (7_199, .tenth, 719.9 / 300),
        ])
    func trendSpan(length: Double, span: TrendSpan, slices: Double) {
        let scope = scope(length, step: 60)
        #expect(scope.trendSpan == span)
        #expect(abs(scope.slicesPerTrendSpan - slices) < 1e-9)
    }

    @Test("of counters a tenth of the period, in slices of its fortieth")
    func counters() {
        let scope = scope(1_000, step: 1, kind: .cycle)
        #expect(scope.trendSpan == .tenth && scope.slicesPerTrendSpan == 2 && scope.rateUnit == 1)
        #expect(scope.trendStep == .width(50) && scope.bandStep == .width(5))
    }

    @Test(
        "bands are cut by days from 45 on, by hours from four on, else four hundred times",
        arguments: [
            (45.0, 60.0, TimeStep.day), (44.9, 60, .hour), (4, 60, .hour), (3.99, 60, .width(900)),
            (4, 7_200, .width(7_200)), (2, 60, .width(600)), (2, 5_000, .width(5_000)),
        ])
    func bandStep(days: Double, step: Double, expected: TimeStep) {
        #expect(scope(days * Self.day, step: step).bandStep == expected)
    }

    @Test("what lies before a chosen period is at most two thousand slices")
    func history() {
        let chosen = scope(100 * Self.day, Choice(from: 90 * Self.day))
        #expect(chosen.history(width: 3_600)?.from == 90 * Self.day - 2_000 * 3_600)
        #expect(chosen.history(width: Self.day)?.from == 0)
        #expect(chosen.history(width: 0) == nil)
        #expect(scope(100 * Self.day).history(width: 3_600) == nil)
        #expect(scope(100 * Self.day, Choice(to: 50 * Self.day)).history(width: 3_600) == nil)
        #expect(chosen.filter(from: 3, to: 4).to == 4 && chosen.filter(from: 3).from == 3)
    }

    @Test("a period that ends within the data ends after its last moment")
    func ends() {
        #expect(scope(100, Choice(to: 50)).filter.to == 50.0.nextUp)
        #expect(scope(100, Choice(from: 50)).filter.to == nil)
        #expect(scope(100).filter == Filter())
        let source = MadeSource([], length: 100, step: 10)
        let main = Scope(catalog: source.catalog, choice: Choice(), mainRange: 20...80)
        #expect(main.filter.from == 20 && main.filter.to == 85 && !main.isPeriodChosen)
        #expect(main.whole == 20...80 && main.period == 20...80)
    }

    @Test("two spans are compared where a kind is known in both, up to the end")
    func recent() throws {
        let source = MadeSource(
            [.init("a", days: (0..<500).map { (10 + Double($0) * 0.1, 0) })],
            codes: [(.error, "e")])
        let recent = { (from: Double, to: Double) in
            let coverage = try Coverage(
                [
                    .made(
                        shape: .events, kind: .error, range: from * Self.day...to * Self.day,
                        rows: 100_000)
                ], source: source, whole: 0...60 * Self.day)
            return Scope(
                catalog: source.catalog, choice: Choice(), coverage: coverage
            ).recent(.error)
        }
        #expect(try recent(3, 60) != nil && recent(6, 60) == nil && recent(0, 50) == nil)
    }
}
