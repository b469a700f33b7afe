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
        arguments: [(365.0, 28.0), (60, 28), (20, 7), (3, 1)])
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
