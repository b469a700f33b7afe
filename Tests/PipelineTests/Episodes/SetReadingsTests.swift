import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The readings of a set on one grid")
struct SetReadingsTests {
    private static let hour = MadeSource.hour

    private func readings(
        _ devices: [[(slot: Int, value: Double)]], end: Double = 100,
        main: ClosedRange<Double>? = nil
    ) throws -> SetReadings {
        let source = MadeSource(
            devices.enumerated().map { device, rows in
                .init(
                    name: "d\(device)",
                    rows: rows.map { (Double($0.slot) * Self.hour, [$0.value, .nan]) })
            }, metrics: ["x", "y"], length: end * Self.hour)
        return try SetReadings(source, main: main)
    }

    @Test("have the step from a reading to the next, and the mean of what falls into one")
    func step() throws {
        let rows = (0..<30).map { (slot: $0 * 3, value: Double($0)) } + [(slot: 89, value: 31)]
        let found = try readings([rows])
        #expect(found.step == 3 * Self.hour && found.slots == 0..<34)
        #expect(found.devices[0].slots == (0..<30).map { Int32($0) })
        #expect(found.devices[0].rows == (0..<30).map { $0 == 29 ? 2 : 1 })
        let means = (0..<29).map { Float($0) } + [30]
        #expect(found.devices[0].values == [means, []])
        #expect(found.time(4) == 12 * Self.hour)
        #expect(found.slot(12 * Self.hour) == 4 && found.slot(15 * Self.hour - 1) == 4)
    }

    @Test("are the set's own where each slot has one, and missing ones count for nothing")
    func finest() throws {
        let found = try readings([(0..<50).map { (slot: $0, value: $0 == 7 ? .nan : 1) }])
        #expect(found.step == Self.hour && found.devices[0].values[0][7].isNaN)
        let pairs = try readings([
            (0..<40).map { (slot: $0 * 2, value: 1.0) } + [(slot: 79, value: .nan)]
        ])
        #expect(pairs.step == 2 * Self.hour && pairs.devices[0].values[0][39] == 1)
        #expect(pairs.devices[0].rows[39] == 2)
        #expect(try readings([]).step == Self.hour)
    }

    @Test("end where a second device does, and begin and end with what the set is about")
    func slots() throws {
        let steady = { (end: Int) in (0..<end).map { (slot: $0, value: 1.0) } }
        let alone = try readings([steady(60), steady(60), steady(60), steady(101)])
        #expect(alone.slots == 0..<60)
        let three = try readings([steady(60), steady(60), steady(101)])
        #expect(three.slots == 0..<101)
        let main = try readings(
            [steady(60), steady(60)], main: 10 * Self.hour...40 * Self.hour)
        #expect(main.slots == 10..<41)
    }

    @Test("events stand by code, rising in time and device")
    func events() throws {
        let source = MadeSource(
            [
                .init("a", days: [(3, 1), (1, 0)]), .init("b", days: [(1, 0), (2, 1), (0, 2)]),
            ], codes: [(.error, "e"), (.error, "f"), (.repair, "r")])
        let events = try SetEvents(source)
        #expect(events.byCode.map { $0.map(\.device) } == [[0, 1], [1, 0], [1]])
        let errors = events.events(.error, source.catalog)
        #expect(errors.map(\.code) == [0, 0, 1, 1])
        #expect(errors.map { $0.event.time / MadeSource.day } == [1, 1, 2, 3])
        #expect(events.events(.failure, source.catalog).isEmpty)
    }

    // MARK: - Sets of devices

    private func sets(_ attributes: [[String]]) -> DeviceSets {
        DeviceSets(
            MadeSource(
                attributes.map { .init(name: "d", attributes: $0) },
                attributes: ["site", "model"]
            ).catalog)
    }

    @Test("are the values that some, and not all, devices share")
    func groups() {
        let found = sets([
            ["b", "m"], ["a", "m"], ["a", "m"], ["", "m"], ["b", "m"], ["c", "m"], [],
        ]).groups
        #expect(found.map { $0.group?.value } == ["a", "b", "m"])
        #expect(found.map(\.devices) == [[1, 2], [0, 4], [0, 1, 2, 3, 4, 5]])
        #expect(sets([["a", "m"], ["a", "m"]]).groups.isEmpty)
        let many = { (values: Int) in self.sets((0..<2 * values).map { ["\($0 / 2)", "m"] }) }
        #expect(many(60).groups.count == 60 && many(61).groups.isEmpty)
    }

    @Test("devices are a group with six tenths of its members, and two strangers of ten")
    func group() {
        let sets = sets((0..<20).map { [$0 < 10 ? "a" : "b", "m\($0 % 10)"] })
        let group = { (devices: [Int]) in sets.group(of: Set(devices))?.group?.value }
        #expect(group(Array(0..<6)) == "a" && group(Array(0..<5)) == nil)
        #expect(group(Array(0..<8) + [10, 11]) == "a" && group(Array(0..<7) + [10, 11]) == nil)
        #expect(group([3, 13]) == "m3" && group([3]) == nil && group([]) == nil)
    }
}
