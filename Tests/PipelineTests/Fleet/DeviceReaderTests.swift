import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What stands out in one device by itself")
struct DeviceReaderTests {
    private static let day = MadeSource.day

    private func source(
        _ values: [Double], days: [(day: Double, code: Int)] = [], devices: Int = 1,
        codes: [(EventKind, String)] = [(.error, "e"), (.failure, "f")],
        kind: TimeKind = .time(zone: "UTC", isStated: true), length: Double = 60 * day
    ) -> MadeSource {
        MadeSource(
            (0..<devices).map {
                .init(
                    "d\($0)", days: days,
                    rows: values.indices.map { (Double($0) * Self.day, [values[$0], .nan]) })
            }, metrics: ["x", "y"], codes: codes, length: length, kind: kind)
    }

    private func state(_ source: MadeSource, _ choice: Choice = Choice()) throws -> DeviceState {
        let scope = Scope(catalog: source.catalog, choice: choice)
        return try #require(try source.fleet([], scope).devices.first)
    }

    /// Sixty days of 0 and 1, and other values on some of them.
    private func values(_ others: [Int: Double], count: Int = 60) -> [Double] {
        (0..<count).map { others[$0] ?? Double($0 % 2) }
    }

    @Test("days far out are excursions from their first slice to the end of their last, by time")
    func excursions() throws {
        let state = try state(source(values([10: 20, 30: 25, 31: 30, 45: -18])))
        #expect(state.excursions.map { $0.from / Self.day } == [10, 30, 45])
        #expect(state.excursions.map { $0.to / Self.day } == [11, 32, 46])
        #expect(state.excursions.map(\.value) == [20, 30, -18])
        #expect(state.excursions.map { $0.z > 0 } == [true, true, false])
        #expect(state.excursions.allSatisfy { !$0.isOpen && abs($0.z) > 4 && $0.low < $0.high })
        #expect(state.bands.map(\.metric.name) == ["x"] && state.bands[0].median == 1)
        #expect(state.furthest?.isOpen == false && state.furthest?.value == 1 && state.drift == nil)
        #expect(state.furthest?.from == 59 * Self.day && state.furthest?.to == 60 * Self.day)
        #expect(state.spark.count == 28 && state.spark[27].isNaN, "the last slice has just begun")
        #expect(Array(state.spark.prefix(27)) == values([45: -18]).suffix(27).map { $0 })
    }

    @Test("a band is learned from twelve slices on")
    func fewest() throws {
        #expect(try state(source(values([:], count: 12))).bands.count == 1)
        let few = try state(source(values([:], count: 11)))
        #expect(few.bands.isEmpty && few.furthest == nil && few.spark.isEmpty)
    }

    @Test("a level that changed late is out since then, one that changed early is ordinary")
    func baseline() throws {
        let late = try state(source((0..<60).map { Double($0 % 2) + ($0 < 40 ? 0 : 10) }))
        let open = try #require(late.furthest)
        #expect(open.isOpen && open.from == 40 * Self.day && open.to == 60 * Self.day)
        #expect(open.value == 11 && open.z > 4 && open.high < 10)
        #expect(late.excursions.last?.isOpen == true)
        let drift = try #require(late.drift)
        #expect(drift.since == 40 * Self.day && !drift.isSteady && drift.to == 11)
        let early = try state(source((0..<60).map { Double($0 % 2) + ($0 < 20 ? 0 : 10) }))
        #expect(early.furthest?.isOpen == false && early.drift == nil)
    }

    @Test("a value that never moved and then does is as far out as is told at most")
    func bounded() throws {
        let state = try state(source((0..<60).map { $0 == 59 ? 1e9 : 5 }))
        #expect(state.furthest?.z == Excursion.farthest && state.furthest?.isOpen == true)
    }

    @Test("events are counted in the recent span and the one before, each with its first moment")
    func recent() throws {
        let span = 28 * Self.day
        let to = (60 * Self.day).nextUp
        let times = [to - 2 * span, (to - 2 * span).nextDown, to - span, (to - span).nextDown]
        let unit = MadeSource.Unit(
            name: "a",
            events: times.map { .init(time: $0, code: 0, count: 10) }
                + [.init(time: 60 * Self.day, code: 1, count: 3)])
        let source = MadeSource(
            [unit], codes: [(.error, "e"), (.failure, "f"), (.repair, "r")])
        let state = try state(source)
        #expect(state.recentCodes[0]?.now == 10 && state.recentCodes[0]?.before == 20)
        #expect(state.errors == Compared(current: 10, previous: 20))
        #expect(state.failures == Compared(current: 3, previous: 0))
        #expect(state.recentCodes[2] == nil && state.events.count == 5)
    }

    @Test("without a span to compare all events count, and a kind that is not named none")
    func whole() throws {
        let cycles = MadeSource(
            [.init(name: "a", events: [.init(time: 3, code: 0, count: 4)])],
            codes: [(.error, "e")], length: 50, step: 1, kind: .cycle)
        let state = try state(cycles)
        #expect(state.errors == Compared(current: 4) && state.failures == nil)
    }

    @Test("of a chosen period the time before says what is ordinary")
    func history() throws {
        let grid = SliceGrid((5..<9).map { TimeSlice(from: Double($0), to: Double($0 + 1)) })
        let history = BandHistory(
            (0..<9).map { TimeSlice(from: Double($0), to: Double($0 + 1)) }, before: grid)
        #expect(history.before == 5 && history.grid.count == 9)
        let values = (0..<60).map { Double($0 % 2) + ($0 < 50 ? 0 : 10) }
        let state = try state(source(values), Choice(from: 50 * Self.day))
        let furthest = try #require(state.furthest)
        #expect(furthest.isOpen && furthest.from == 50 * Self.day && furthest.high < 10)
        #expect(state.excursions.map { $0.from / Self.day } == [50])
        #expect(state.bands.first?.median == 10.5)
    }

    // MARK: - Drift

    private func drift(
        _ values: [Double], isUpper: Bool = true, metric: Int = 0
    ) -> DeviceState.Drift? {
        let source = source([])
        let grid = SliceGrid(
            values.indices.map {
                TimeSlice(from: Double($0) * Self.day, to: Double($0 + 1) * Self.day)
            })
        // Around 10, and four times 1.48 wide.
        guard let fitted = BandEstimator().fit((0..<40).map { [9, 11][$0 % 2] }) else { return nil }
        let band = DeviceState.SignalBand(metric: .made(0, "x"), band: fitted, median: 10)
        let furthest = Excursion(
            device: DeviceRef(index: 0, name: "a"), metric: .made(metric, "x"), value: 0,
            z: isUpper ? 9 : -9, low: 0, high: 0, from: 0, to: 0, isOpen: true)
        return DriftReader(scope: source.scope, grid: grid).drift(
            to: furthest, values: values, bands: [band])
    }

    @Test("is steady from six values on that rise, since the last one that was at home")
    func steady() throws {
        let found = try #require(drift([10, 9, 10, 13, 14, 15, 16, 17, 18]))
        #expect(found.since == 3 * Self.day && found.from == 10 && found.to == 18)
        #expect(abs(found.perUnit - 5.0 / 6) < 1e-12 && found.isSteady && found.metric.name == "x")
        #expect(drift([10, 9, 10, 10, 14, 15, 16, 17, 18])?.isSteady == false, "five")
        #expect(drift([10, 9, 10, 16, 14, 17, 13, 15, 14])?.isSteady == false)
        // One pair of six out of order is a chance of a fiftieth; and back home is no drift away.
        #expect(drift([10, 9, 10, 13, 14, 15, 16, 18, 17])?.isSteady == false)
        #expect(drift([10, 9, 10, 19, 18, 17, 16, 15, 14, 13])?.isSteady == false)
        let falling = try #require(drift([10, 11, 7, 6, 5, .nan, 4, 3, 2], isUpper: false))
        #expect(falling.since == 2 * Self.day && falling.isSteady && falling.perUnit < 0)
        #expect(falling.from == 10 && falling.to == 2)
        #expect(drift([13, 14, 15, 16, 17, 18])?.since == 0)
        #expect(drift([10, 13, 14], metric: 1) == nil, "of another reading")
        let last = try #require(drift([10, 14, 10]))
        #expect(last.since == 2 * Self.day, "at home again")
    }
}
