import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Devices beside each other")
struct FleetStateTests {
    private static let day = MadeSource.day

    private func trouble(
        _ devices: [Int], _ severity: Double, from: Double = 10, to: Double? = nil
    ) -> Episode {
        Episode(
            .step, devices: devices.map { DeviceRef(index: $0, name: "d\($0)") },
            from: from * Self.day, to: to.map { $0 * Self.day }, severity: severity)
    }

    private func source(_ errors: [Int]) -> MadeSource {
        MadeSource(
            errors.enumerated().map { index, count in
                .init(
                    name: "d\(index)", events: [.init(time: 50 * Self.day, code: 0, count: count)])
            }, codes: [(.error, "e"), (.failure, "f")])
    }

    @Test("are ranked by status, then health, then as the catalog has them")
    func ranking() throws {
        let fleet = try source([0, 0, 0, 0, 0]).fleet([
            trouble([1], 40), trouble([2], 90), trouble([3], 30), trouble([4], 40),
        ])
        #expect(fleet.worst(9).map(\.device.index) == [2, 1, 4, 3, 0])
        #expect(fleet.worst(2).map(\.device.index) == [2, 1] && fleet.worst(0).isEmpty)
        #expect(fleet.worst(5).map(\.status) == [.critical, .warning, .warning, .warning, .ok])
        #expect(fleet.outNow == 4 && fleet.state(of: 3)?.device.name == "d3")
        #expect(fleet.state(of: 7) == nil)
        #expect(fleet.episodes.map(\.severity) == [90, 40, 40, 30])
    }

    @Test("of as good a health the furthest out comes first")
    func furthest() throws {
        let source = MadeSource(
            [0.0, 3, 2].enumerated().map { index, last in
                .init(
                    name: "d\(index)",
                    rows: MadeSource.daily(0..<60) { [$0 == 59 ? last : Double($0 % 2)] })
            }, metrics: ["x"])
        #expect(try source.fleet().worst(3).map(\.device.index) == [1, 2, 0])
    }

    @Test("are judged beside the fleet's median of events")
    func median() throws {
        let fleet = try source([0, 2, 6, 2, 3]).fleet()
        #expect(fleet.devices.map(\.health) == [100, 100, 90, 100, 97.5])
    }

    @Test("a slice counts the devices with an episode in it, each once")
    func outCounts() throws {
        let fleet = try source([0, 0, 0]).fleet([
            trouble([0], 50, from: 10, to: 12), trouble([0], 50, from: 11, to: 13.5),
            trouble([1, 2], 50, from: 12.2, to: 12.9), trouble([], 50, from: 40, to: 40.5),
            trouble([1], 20, from: 30, to: 35),
        ])
        let counts = fleet.outCounts
        #expect(counts.count == 61 && counts[9] == 0)
        #expect(Array(counts[10...14]) == [1, 1, 3, 1, 0] && counts[40] == 3 && counts[32] == 0)
        #expect(counts.reduce(0, +) == 9)
        #expect(fleet.devices[1].troubles.count == 2 && fleet.episodes.count == 5)
    }

    @Test("of a choice only its devices are read, and their part of the episodes")
    func chosen() throws {
        let source = source([1, 2, 3])
        let scope = Scope(catalog: source.catalog, choice: Choice(devices: ["d2", "d1"]))
        let fleet = try source.fleet([trouble([0], 60), trouble([2], 50)], scope)
        #expect(fleet.devices.map(\.device.index) == [1, 2])
        #expect(fleet.episodes.map(\.severity) == [50] && fleet.worst(1)[0].device.index == 2)
    }

    @Test("more devices than are read in one go are all there, in order")
    func parts() throws {
        let fleet = try source((0..<300).map { $0 % 3 }).fleet()
        #expect(fleet.devices.map(\.device.index) == Array(0..<300))
        #expect(fleet.devices[299].features.codes[0] == 2)
    }

    // MARK: - Sums

    private func week(_ length: Double, _ codes: [(EventKind, String)]) throws -> Int? {
        let source = MadeSource(
            [
                .init(
                    name: "a",
                    events: codes.indices.map { .init(time: 3_600, code: $0, count: $0 + 1) })
            ], codes: codes, length: length * Self.day)
        return try FleetSums(source: source, scope: source.scope).week?.counts.joined().reduce(0, +)
    }

    @Test("readings with one value everywhere are told from twenty readings on")
    func constant() throws {
        let names = { (low: Double, high: Double, count: Int) in
            let units = (0..<2).map { device in
                MadeSource.Unit(
                    name: "d\(device)",
                    rows: MadeSource.daily(0..<count) {
                        [device == 0 ? 5 : $0 == 0 ? low : $0 == 1 ? high : 5, Double($0)]
                    })
            }
            return try MadeSource(units, metrics: ["x", "y"]).fleet().constantMetrics.map(\.name)
        }
        #expect(try names(5, 5, 10) == ["x"])
        #expect(try names(5, 5, 9).isEmpty)
        #expect(try names(5, 6, 10).isEmpty && names(4, 5, 10).isEmpty)
        #expect(try names(6, 6, 10).isEmpty)
    }

    @Test("the week is that of errors, else of failures, else of others, from two weeks on")
    func weeks() throws {
        let all: [(EventKind, String)] = [
            (.other, "o"), (.failure, "f"), (.error, "e"), (.repair, "r"),
        ]
        #expect(try week(14, all) == 3 && week(13.99, all) == nil)
        #expect(try week(20, Array(all.prefix(2))) == 2 && week(20, Array(all.prefix(1))) == 1)
        #expect(try week(20, [(.repair, "r")]) == nil)
    }

    // MARK: - Glitches

    private func glitches(
        _ values: [Double], count: (Int) -> Int = { _ in 1 }
    ) -> [DeviceState.Glitch] {
        let cells = values.enumerated().map { place, value in
            MetricSummary(
                count: value.isNaN ? 0 : count(place), mean: value, minimum: value, maximum: value)
        }
        return GlitchReader(metric: .made(0, "x")).glitches(
            DeviceSeries(
                device: 0, times: values.indices.map { Double($0) * 10 }, metrics: [cells],
                events: []))
    }

    /// Values that go up by one and down by six.
    private func saw(_ others: [Int: Double], count: Int = 1_000) -> [Double] {
        (0..<count).map { others[$0] ?? Double($0 % 7) }
    }

    @Test("a reading is a glitch where both steps are ten times an ordinary one, to one side")
    func limit() {
        // The neighbours of 50 are 0 and 2, and the ordinary step is six.
        #expect(glitches(saw([50: 62])).map(\.time) == [500])
        #expect(glitches(saw([50: 62])).map(\.value) == [62])
        #expect(glitches(saw([50: 61.9])).isEmpty)
        #expect(glitches(saw([50: -60])).count == 1 && glitches(saw([50: -59.9])).isEmpty)
        #expect(glitches(saw([50: 900, 51: 1_800])).map(\.time) == [510])
        #expect(glitches(saw([0: 900, 999: 900])).isEmpty, "the ends have one neighbour")
        // With gaps beside it 1 and 5 are the neighbours.
        #expect(glitches(saw([52: 65, 51: .nan, 53: .nan])).count == 1)
        #expect(glitches(saw([52: 64.9, 51: .nan, 53: .nan])).isEmpty)
    }

    @Test("there are none of 199 readings, of sums, or of a value that rests")
    func none() {
        #expect(glitches(saw([50: 99], count: 200)).count == 1)
        #expect(glitches(saw([50: 99], count: 199)).isEmpty)
        #expect(glitches(saw([50: 99], count: 1_000)) { _ in 2 }.count == 1)
        #expect(glitches(saw([50: 99], count: 1_000)) { $0 == 3 ? 3 : 2 }.isEmpty)
        #expect(glitches((0..<1_000).map { $0 == 50 ? 99 : $0 % 5 == 0 ? 1 : 0 }).isEmpty)
        #expect(glitches((0..<1_000).map { $0 == 50 ? 99 : $0 % 3 == 0 ? 1 : 0 }).count == 1)
    }

    // MARK: - Reporting

    @Test("rows at chance miss nothing: where a twentieth of the buckets is half as full again")
    func atChance() {
        let times = (0..<400).filter { ($0 * 7_919 + $0 * $0 * 31) % 97 >= 24 }.map(Double.init)
        let share = Reporting(times: times).missingShare
        #expect(share > 0.2 && share < 0.3)
        let twentieth = (times.count + 19) / 20
        let counts = { (full: Int, value: Int) in times.indices.map { $0 < full ? value : 2 } }
        #expect(Reporting(times: times, counts: counts(twentieth - 1, 4)).missingShare == share)
        #expect(Reporting(times: times, counts: counts(twentieth, 4)).missingShare == 0)
        #expect(Reporting(times: times, counts: counts(twentieth, 3)).missingShare == share)
        #expect(Reporting(times: times, counts: counts(twentieth, 4)).step != nil)
    }

    @Test("times on a straight line to within a step and a quarter are even")
    func even() {
        #expect(Reporting.isEven([5, 10, 5, 10, 5, 10], within: 5))
        #expect(!Reporting.isEven([5, 5, 5, 10, 10, 10], within: 5))
        #expect(Reporting.isEven([1, 1, 1, 1], within: 0.001))
        #expect(!Reporting(times: (0..<19).map(Double.init)).missingShare.isNaN)
        #expect(Reporting(times: (0..<19).map(Double.init)).step == nil)
        #expect(Reporting(times: (0..<20).map(Double.init)).step == 1)
    }
}
