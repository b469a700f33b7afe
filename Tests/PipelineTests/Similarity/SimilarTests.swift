import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

/// Stretches like a given one, in sets with a recurring course.
@Suite("Similar stretches")
struct SimilarTests {
    private static let hour = MadeSource.hour
    private static let day = MadeSource.day

    /// Devices with two readings that vary by chance, every hour for 60 days. Where `rises` says,
    /// the first climbs by 12 within 30 hours and then falls back.
    private static func units(
        _ count: Int, rises: [Int: [Int]], failures: [(device: Int, hour: Double, code: Int)] = [],
        hours: Int = 1_440, step: Double = hour, isPresent: (Int, Int) -> Bool = { _, _ in true }
    ) -> [MadeSource.Unit] {
        (0..<count).map { device in
            let rows = (0..<hours).filter { isPresent(device, $0) }.map { place in
                let climb = (rises[device] ?? []).reduce(0.0) { sum, start in
                    (start..<(start + 30)).contains(place)
                        ? 12 * Double(place - start) / 29 : sum
                }
                return (
                    time: Double(place) * step,
                    values: [
                        Double(40 + 10 * device) + MadeSet.scatter(device, place) + climb,
                        7 + MadeSet.scatter(device + 50, place),
                    ]
                )
            }
            return MadeSource.Unit(
                name: "pump-\(device)", rows: rows,
                events: failures.filter { $0.device == device }.map {
                    .init(time: $0.hour * step, code: $0.code)
                })
        }
    }

    private static func similar(
        _ source: MadeSource, device: String = "pump-0", _ hours: Range<Double>,
        readings: [String] = [], measure: SimilarStretches.Measure = .level
    ) throws -> SimilarStretches? {
        let pipeline = source.pipeline()
        let width = source.catalog.axis.bucketWidth
        return try pipeline.similar(
            SimilarQuestion(
                device: device, from: hours.lowerBound * width, to: hours.upperBound * width,
                readings: readings, measure: measure),
            in: try pipeline.run(Choice()))
    }

    private static let codes: [(EventKind, String)] = [
        (.failure, "seal"), (.repair, "belt"), (.error, "e1"),
    ]

    @Test("finds a recurring course on other devices, with what followed each")
    func recurring() throws {
        let source = MadeSource(
            Self.units(
                8, rises: [0: [700], 1: [200], 3: [500, 1_000], 5: [1_380]],
                failures: [
                    (1, 240, 0), (1, 235, 2), (1, 236, 2), (3, 520, 1), (6, 300, 0),
                ]), metrics: ["heat", "flow"], codes: Self.codes)
        let report = try #require(try Self.similar(source, 700..<730, readings: ["heat"]))
        #expect(report.outcome == .alike(4) && report.alike.count == 4)
        let found = report.alike.map { "\($0.device.name) \(Int(($0.from / Self.hour).rounded()))" }
        #expect(Set(found) == ["pump-1 200", "pump-3 500", "pump-3 1000", "pump-5 1380"])
        #expect(report.from == 700 * Self.hour && report.to == 730 * Self.hour)
        #expect(report.step == Self.hour && report.course.count == 30)
        let sequels = Dictionary(
            uniqueKeysWithValues: report.alike.map { ($0.from / Self.hour, $0.sequel) })
        #expect(report.failureDelays == [40 * Self.hour] && report.failureCode?.name == "seal")
        #expect(report.repaired == 1 && sequels[1_000] == .nothing)
        // Its horizon lies beyond the end of the data.
        #expect(sequels[1_380] == .some(nil) && report.known.count == 3)
        let failed = report.alike.first { $0.device.name == "pump-1" }
        #expect(failed?.errors.map(\.count) == [2] && failed?.errors.first?.code.name == "e1")
        #expect(report.matches.allSatisfy { $0.distance <= 1 || $0.share > 0 })
    }

    @Test("says that nothing is like a course that comes once")
    func once() throws {
        let source = MadeSource(
            Self.units(6, rises: [0: [700]]), metrics: ["heat", "flow"], codes: Self.codes)
        let report = try #require(try Self.similar(source, 700..<730, readings: ["heat"]))
        #expect(report.outcome == .nothing && report.alike.isEmpty && report.known.isEmpty)
        #expect(!report.matches.isEmpty)
    }

    @Test("says of a quiet stretch that it is ordinary")
    func quiet() throws {
        let source = MadeSource(Self.units(6, rises: [:]), metrics: ["heat", "flow"])
        let report = try #require(try Self.similar(source, 300..<340))
        switch report.outcome {
        case .ordinary(let share): #expect(share > 0.3)
        case .nothing: break
        default: Issue.record("\(report.outcome)")
        }
        #expect(report.metrics.map(\.name) == ["heat", "flow"] && !report.isOfDepartures)
    }

    @Test("takes the readings that left their course in the stretch")
    func departures() throws {
        let source = MadeSource(
            Self.units(8, rises: [0: [700], 2: [300]]), metrics: ["heat", "flow"])
        let pipeline = source.pipeline()
        let episodes = try pipeline.episodes().filter { $0.devices.first?.index == 0 }
        let report = try #require(try Self.similar(source, 700..<730))
        if episodes.contains(where: { !$0.metrics.isEmpty && $0.from < 730 * Self.hour }) {
            #expect(report.metrics.map(\.name) == ["heat"] && report.isOfDepartures)
        } else {
            #expect(!report.isOfDepartures)
        }
    }

    @Test("searches a device that is alone, but not the stretch itself")
    func alone() throws {
        let source = MadeSource(Self.units(1, rises: [0: [300, 900]]), metrics: ["heat", "flow"])
        let report = try #require(try Self.similar(source, 900..<930, readings: ["heat"]))
        #expect(report.outcome == .alike(1))
        #expect(report.alike.first.map { $0.from == 300 * Self.hour } == true)
        #expect(
            report.matches.allSatisfy { $0.to <= report.from || $0.from >= report.to })
    }

    @Test("works without dates, where a step is a cycle")
    func cycles() throws {
        let source = MadeSource(
            Self.units(4, rises: [0: [200], 2: [400]], hours: 600, step: 1),
            metrics: ["heat", "flow"], length: 600, step: 1, kind: .cycle)
        let report = try #require(try Self.similar(source, 200..<230, readings: ["heat"]))
        #expect(report.outcome == .alike(1) && report.step == 1)
        let match = try #require(report.alike.first)
        #expect(abs(match.from - 400) <= 2 && match.to == match.from + 30)
    }

    @Test("bridges short gaps and leaves out long ones")
    func gaps() throws {
        let units = Self.units(
            4, rises: [0: [700], 1: [200], 2: [500]],
            isPresent: { device, hour in
                switch device {
                case 1: hour != 210 && hour != 217
                case 2: !(505..<525).contains(hour)
                default: true
                }
            })
        let source = MadeSource(units, metrics: ["heat", "flow"])
        let report = try #require(try Self.similar(source, 700..<730, readings: ["heat"]))
        #expect(report.outcome == .alike(1) && report.alike.first?.device.name == "pump-1")
        #expect(
            !report.matches.contains { match in
                match.device.name == "pump-2" && match.from < 515 * Self.hour
                    && match.to > 515 * Self.hour
            })
    }

    @Test("says why it cannot compare: too short, no readings, nothing as long")
    func impossible() throws {
        let source = MadeSource(Self.units(3, rises: [:], hours: 200), metrics: ["heat", "flow"])
        let short = try #require(try Self.similar(source, 10..<11))
        #expect(short.outcome == .tooShort(steps: 1, needed: 8) && short.matches.isEmpty)
        let outside = try #require(try Self.similar(source, 900..<1_000))
        #expect(outside.outcome == .noReadings)
        let reversed = try #require(try Self.similar(source, -20..<(-10)))
        #expect(reversed.outcome == .noReadings)
        let unknown = try #require(try Self.similar(source, 10..<90, readings: ["none"]))
        #expect(unknown.outcome == .noReadings)
        let alone = MadeSource(Self.units(1, rises: [:], hours: 200), metrics: ["heat", "flow"])
        #expect(try Self.similar(alone, -50..<500)?.outcome == .noOther)
        #expect(try Self.similar(source, device: "pump-9", 10..<90) == nil)
        let empty = MadeSource([MadeSource.Unit(name: "pump-0")], metrics: ["heat"])
        #expect(try Self.similar(empty, 10..<90)?.outcome == .noReadings)
    }

    @Test("takes longer steps for long stretches")
    func long() throws {
        let source = MadeSource(Self.units(3, rises: [:]), metrics: ["heat", "flow"])
        let report = try #require(try Self.similar(source, 0..<700))
        #expect(report.step == 6 * Self.hour && report.course.count <= StepGrid.mostSteps)
    }
}

@Suite("Steps of a search for similar stretches")
struct StepGridTests {
    private static func readings(_ slots: [Int32], _ values: [Float]) -> DeviceReadings {
        DeviceReadings(
            device: 0, slots: slots, rows: slots.map { _ in 1 }, values: [values, []])
    }

    @Test("begin with the stretch, and hold the mean of their slots")
    func means() {
        let grid = StepGrid(slots: 11..<31, factor: 2, metrics: [0, 1])
        #expect(grid.length == 10)
        let slots = Array(Int32(5)..<40)
        let record = grid.record(Self.readings(slots, slots.map { Float($0) }))
        #expect(record.segments.count == 1 && record.segments[0].start == -3)
        // Slots 11 and 12 are step 0, slot 5 and 6 step -3.
        #expect(record.segments[0].columns[0][3] == 11.5)
        #expect(record.segments[0].columns[0][0] == 5.5)
        #expect(record.segments[0].columns[1].isEmpty && record.usual[1].isNaN)
    }

    @Test("end a segment at a gap of more than a fifth of the stretch")
    func segments() {
        let grid = StepGrid(slots: 0..<10, factor: 1, metrics: [0])
        let slots = Array(Int32(0)..<20) + Array(Int32(22)..<40) + Array(Int32(42)..<60)
        let record = grid.record(Self.readings(slots, slots.map { _ in 1 }))
        #expect(record.segments.map(\.start) == [0])
        let far = Array(Int32(0)..<20) + Array(Int32(24)..<40)
        let parts = grid.record(Self.readings(far, far.map { _ in 1 }))
        #expect(parts.segments.map(\.start) == [0, 24])
    }
}
