import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The map of devices and time")
struct LaneBuilderTests {
    private static let day = MadeSource.day
    private let weeks = (0..<8).map {
        TimeSlice(from: Double($0) * 7 * day, to: Double($0 + 1) * 7 * day)
    }

    private func lanes(
        _ source: MadeSource, _ episodes: [Episode] = [], slices: [TimeSlice]? = nil,
        scope: Scope? = nil
    ) throws -> OverviewReport.Lanes? {
        let scope = scope ?? source.scope
        return LaneBuilder(
            scope: scope, fleet: try source.fleet(episodes, scope), slices: slices ?? weeks
        ).lanes()
    }

    private let codes: [(EventKind, String)] = [(.error, "e"), (.failure, "f")]

    @Test("counts events where there are no bands: of failures, the fullest devices first")
    func events() throws {
        let source = MadeSource(
            [
                .init("none", days: [(1, 0)]), .init("one", days: [(7, 1)]),
                .init("two", days: [(6.99, 1), (60, 1)]), .init("too", days: [(50, 1)]),
            ], codes: codes)
        let lanes = try #require(try lanes(source))
        #expect(lanes.measure == .events(.failure) && lanes.width == .day && lanes.counted == nil)
        #expect(lanes.devices.map(\.name) == ["two", "one", "too"])
        #expect(lanes.values[0] == [1, 0, 0, 0, 0, 0, 0, 0])
        #expect(lanes.values[1] == [0, 1, 0, 0, 0, 0, 0, 0])
        #expect(lanes.values[2] == [0, 0, 0, 0, 0, 0, 0, 1])
        #expect(lanes.failures == [[], [], []] && lanes.slices == weeks)
    }

    @Test("counts errors where there are no failures, outside of a log nothing is known")
    func known() throws {
        let source = MadeSource(
            (0..<20).map { .init("d\($0)", days: [(15, 0)]) }, codes: [codes[0]])
        let coverage = try Coverage(
            [.made(shape: .events, kind: .error, range: 14 * Self.day...28 * Self.day, rows: 100)],
            source: source, whole: 0...60 * Self.day)
        let scope = Scope(catalog: source.catalog, choice: Choice(), coverage: coverage)
        let lanes = try #require(try lanes(source, scope: scope))
        #expect(lanes.measure == .events(.error))
        #expect(lanes.devices.map(\.index) == Array(0..<LaneBuilder.limit))
        #expect(lanes.values[3] == [nil, nil, 1, 0, 0, nil, nil, nil])
    }

    private func banded(_ last: [Int]) -> MadeSource {
        MadeSource(
            last.enumerated().map { device, last in
                .init(
                    "d\(device)", days: [(20, 1), (20.5, 1), (30, 0)],
                    rows: MadeSource.daily(0..<last + 1) { [Double($0 % 3)] })
            }, metrics: ["x"], codes: codes)
    }

    @Test("counts the slices in trouble where there are bands, within what a device reported")
    func troubles() throws {
        let source = banded([20, 59])
        let trouble = Episode(
            .step, devices: [source.catalog.deviceRef(0)], from: 5.5 * Self.day, to: 7 * Self.day,
            severity: 50)
        let open = Episode(
            .step, devices: [source.catalog.deviceRef(0)], from: 18 * Self.day, to: nil,
            severity: 60)
        let lanes = try #require(try lanes(source, [trouble, open]))
        #expect(lanes.measure == .troubles && lanes.counted == Self.day)
        #expect(lanes.devices.map(\.name) == ["d0", "d1"])
        // Days 5 and 6 are in the first week, day 7 in the second, days 18 to 20 in the third. Its
        // last event is on day 30.
        #expect(lanes.values[0] == [2, 1, 3, 7, 7, nil, nil, nil])
        #expect(lanes.values[1] == [0, 0, 0, 0, 0, 0, 0, 0])
        #expect(lanes.failures == [[2], [2]])
    }

    @Test("a moment at an edge lies in the slice that begins there")
    func edges() throws {
        let units = [7, 0].enumerated().map { device, first in
            MadeSource.Unit(
                "d\(device)", days: [(21, 1)],
                rows: MadeSource.daily(first..<60) { [Double($0 % 3)] })
        }
        let source = MadeSource(units, metrics: ["x"], codes: codes)
        let trouble = Episode(
            .step, devices: [source.catalog.deviceRef(0)], from: 14 * Self.day,
            to: 20.9 * Self.day, severity: 50)
        let lanes = try #require(try lanes(source, [trouble]))
        #expect(lanes.values[0] == [nil, 0, 7, 0, 0, 0, 0, 0] && lanes.values[1][0] == 0)
        #expect(lanes.failures == [[3], [3]])
    }

    @Test("is none of one slice, of more than 130, of one device, of rows, or without anything")
    func none() throws {
        let source = banded([59, 59])
        #expect(try lanes(source, slices: Array(weeks.prefix(2))) != nil)
        #expect(try lanes(source, slices: Array(weeks.prefix(1))) == nil)
        let many = (0..<131).map { TimeSlice(from: Double($0), to: Double($0 + 1)) }
        #expect(try lanes(source, slices: many) == nil)
        #expect(try lanes(source, slices: Array(many.prefix(130))) != nil)
        #expect(try lanes(banded([59])) == nil)
        let bare = (0..<2).map { MadeSource.Unit("d\($0)", days: [(1, 0)]) }
        #expect(try lanes(MadeSource(bare, codes: [(.repair, "r")])) == nil)
        #expect(try lanes(MadeSource(bare, codes: codes, length: 99, step: 1, kind: .row)) == nil)
    }
}
