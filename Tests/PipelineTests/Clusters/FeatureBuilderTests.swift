import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Features of devices and of windows")
struct FeatureBuilderTests {
    private static let day = MadeSource.day

    private func table(
        _ source: MadeSource, _ choice: ClusterChoice = ClusterChoice(), episodes: [Episode] = []
    ) throws -> FeatureTable {
        try FeatureBuilder(
            source: source, scope: source.scope, fleet: try source.fleet(episodes), choice: choice
        ).table()
    }

    /// Eight devices with a reading a day that rises by the number of the device, and one that only
    /// the second has.
    private func fleet(_ count: Int = 8, codes: Int = 1) -> MadeSource {
        MadeSource(
            (0..<count).map { device in
                .init(
                    name: "d\(device)", attributes: ["\(device * 2)", device == 3 ? "x" : "7", ""],
                    rows: MadeSource.daily(0..<31) { day in
                        [Double(device * day), device == 1 ? 5 : .nan]
                    }, events: (0..<codes).map { .init(time: 0, code: $0, count: device) })
            }, metrics: ["x", "y"],
            codes: (0..<codes).map { (.error, "e\($0)") } + [(.failure, "f"), (.other, "o")],
            attributes: ["age", "mixed", "none"], length: 30 * Self.day)
    }

    @Test("of devices are levels, spreads, slopes by day, excursions, rates and numbers they have")
    func devices() throws {
        let source = fleet()
        let table = try table(source)
        let (x, y) = (MetricRef.made(0, "x"), MetricRef.made(1, "y"))
        let codes = source.catalog.codeRefs
        #expect(table.unit == .devices && table.units.map(\.name).prefix(2) == ["d0", "d1"])
        #expect(
            table.features == [
                .mean(x), .spread(x), .slope(x), .mean(y), .spread(y), .slope(y), .excursions(x),
                .excursions(y), .codeRate(codes[0]), .codeRate(codes[1]), .attribute("age"),
            ])
        let third = table.values[2]
        #expect(third[0] == 30 && abs(third[2] - 2) < 1e-9)
        // The deviation of 0 to 30, doubled.
        #expect(abs(third[1] - 2 * (31.0 * 32 / 12).squareRoot()) < 1e-9)
        #expect(third[3].isNaN && third[6] == 0)
        #expect(third[8] == 2.0 / 30 && third[9] == 0 && third[10] == 4)
        #expect(table.values.allSatisfy { $0.count == table.features.count })
        #expect(abs(table.sampling[0] - 31 / (30 * Self.day)) < 1e-15)
    }

    @Test(
        "are those that are asked for, of more than twelve codes the twelve first and all together")
    func chosen() throws {
        let readings = try table(fleet(), ClusterChoice(features: .readings))
        #expect(readings.features.count == 8)
        let events = try table(fleet(codes: 13), ClusterChoice(features: .events))
        #expect(events.features.count == 12 + 1 + 1)
        #expect(events.features[12] == .eventRate(.error))
        #expect(abs(events.values[3][12] - 13 * 3.0 / 30) < 1e-12)
        #expect(try table(fleet(codes: 12), ClusterChoice(features: .events)).features.count == 13)
    }

    @Test("fewer than eight devices are cut into windows, unless devices are asked for")
    func units() throws {
        #expect(try table(fleet(8)).unit == .devices)
        #expect(try table(fleet(7)).unit == .windows(.hour))
        #expect(try table(fleet(7), ClusterChoice(units: .devices)).unit == .devices)
        #expect(try table(fleet(8), ClusterChoice(units: .windows)).unit == .windows(.hour))
        let rows = MadeSource(
            (0..<3).map { .init(name: "\($0)", rows: [(Double($0), [1])]) }, metrics: ["x"],
            length: 2, step: 1, kind: .row)
        let table = try table(rows)
        #expect(table.unit == .rows && table.features == [.mean(.made(0, "x"))])
        let cycles = MadeSource(
            (0..<3).map { _ in
                .init(
                    name: "u", rows: (1...4).map { (Double($0), [1]) },
                    events: [.init(time: 2, code: 0, count: 2)])
            }, metrics: ["x"], codes: [(.error, "e")], length: 9, step: 1, kind: .cycle)
        let counted = try self.table(cycles)
        // Two events in the four cycles from the first to the fourth.
        #expect(counted.unit == .devices && counted.values[0].last == 0.5)
    }

    @Test(
        "windows are as long as the record asks for",
        arguments: [
            (1, 701.0, 24.0, TimeStep.week), (1, 700, 24, .day), (1, 41, 24, .day),
            (1, 40, 24, .width(432_000)), (1, 40, 1, .hour), (1, 2, 1, .width(18_000)),
            (16, 21, 1, .day), (15, 21, 1, .hour), (1, 1.5, 0.1, .width(1_800)),
        ])
    func windows(devices: Int, days: Double, hours: Double, step: TimeStep) throws {
        let source = MadeSource(
            (0..<devices).map {
                .init(
                    name: "d\($0)",
                    rows: [0, days / 3, days].map { ($0 * Self.day, [1]) })
            }, metrics: ["x"], length: days * Self.day, step: hours * MadeSource.hour)
        #expect(try table(source, ClusterChoice(units: .windows)).unit == .windows(step))
    }

    @Test("a window has a name, the mean and the spread within it")
    func window() throws {
        let source = MadeSource(
            (0..<2).map { device in
                .init(
                    name: "d\(device)",
                    rows: (0..<12).map {
                        (Double($0) * 5 * Self.day, [Double($0 + device), .nan])
                    } + [(55.5 * Self.day, [21, .nan])])
            }, metrics: ["x", "y"])
        let table = try table(source)
        #expect(table.unit == .windows(.day) && table.units.count == 24)
        #expect(table.features == [.mean(.made(0, "x")), .spread(.made(0, "x"))])
        #expect(table.units[1].name == "d0 · 1970-01-06 00:00")
        #expect(table.units[1].window == "1970-01-06 00:00" && table.units[1].status == nil)
        #expect(table.values[0][0] == 0 && table.values[0][1].isNaN)
        #expect(table.values[11] == [16, 50.0.squareRoot()])
        let single = MadeSource([source.units[0]], metrics: ["x", "y"])
        #expect(try self.table(single).units[1].name == "1970-01-06 00:00")
    }

    @Test("rows stand in the order of their values, missing ones last, equal ones as they are")
    func order() {
        let table = FeatureTable(
            unit: .rows, units: (0..<5).map { .init(name: "\($0)") }, features: [],
            values: [[2, 1], [.nan, 0], [1, .nan], [2, 1], [1, 9]], sampling: [1, 2, 3, 4, 5])
        #expect(table.canonicalOrder == [4, 2, 0, 3, 1])
        let ordered = table.ordered([4, 2])
        #expect(ordered.units.map(\.name) == ["4", "2"] && ordered.sampling == [5, 3])
        #expect(ordered.values[0] == [1, 9])
    }
}
