import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Readings of one recording, of fleets, and of machines that are switched")
struct RecordingAndRegimeTests {
    private static let hour = MadeSource.hour

    private func readings(_ source: MadeSource) throws -> SetReadings {
        try SetReadings(source, main: nil)
    }

    // MARK: - One recording

    /// A sawtooth that stands still for a while.
    private func recording(_ still: Range<Int>) throws -> [Episode]? {
        let rows = (0..<3_000).map { row -> (time: Double, values: [Double]) in
            let phase = Double(row % 50) / 50
            let usual = phase < 0.5 ? phase : 1 - phase
            let value = still.contains(row) ? 0.25 : usual
            return (Double(row), [value + 0.02 * MadeSet.scatter(1, row)])
        }
        let source = MadeSource(
            [.init(name: "r", rows: rows)], metrics: ["value"], length: 2_999, step: 1, kind: .row)
        return try RecordingEpisodes(readings: readings(source)).episodes(of: 0)
    }

    @Test("what is unusual by its own shape is told from its first row to its last")
    func shape() throws {
        let found = try #require(try recording(1_500..<1_600)).filter { $0.grade > .remark }
        let one = try #require(found.first)
        #expect(one.devices.map(\.name) == ["r"] && one.subjects.map(\.name) == ["value"])
        #expect((1_450...1_550).contains(Int(clamping: one.from)))
        #expect((1_550...1_650).contains(Int(clamping: one.to ?? 0)) && !one.isOpen)
        let clean = try #require(try recording(0..<0))
        #expect(clean.allSatisfy { $0.severity < one.severity && $0.kind == .shape })
    }

    @Test("nothing is told of a device without rows")
    func none() throws {
        let source = MadeSource([.init(name: "a")], metrics: ["x"])
        #expect(try RecordingEpisodes(readings: readings(source)).episodes(of: 0) == nil)
    }

    // MARK: - Fleets

    @Test("a device that is apart all along is told with its median and that of the others")
    func apart() throws {
        let source = MadeSource(
            (0..<12).map { device in
                .init(
                    name: "d\(device)",
                    rows: (0..<720).map { hour in
                        (
                            Double(hour) * Self.hour,
                            [
                                40 + MadeSet.scatter(device, hour)
                                    + (device == 7 ? 9 : 0.1 * Double(device))
                            ]
                        )
                    })
            }, metrics: ["temp"], length: 719 * Self.hour)
        let readings = try readings(source)
        let found = SignalEpisodes(readings: readings, events: try SetEvents(source)).episodes()
        let one = try #require(found.first { $0.grade > .remark })
        #expect(one.kind == .apart && one.devices.map(\.name) == ["d7"])
        let medians = source.units.map { unit in
            Statistics.median(unit.rows.map { Double(Float($0.values[0])) })
        }
        #expect(one.actual == medians[7])
        #expect(one.expected == Statistics.median((0..<12).filter { $0 != 7 }.map { medians[$0] }))
        let bare = MadeSource([.init("a", days: [(1, 0)])], codes: [(.error, "e")])
        #expect(
            try SignalEpisodes(readings: self.readings(bare), events: try SetEvents(bare))
                .episodes()
                .isEmpty)
    }

    // MARK: - Regimes

    /// Devices whose load is one of three at almost every row, and whose heat follows it.
    private func switched(_ isRestless: Bool = true, hasJitter: Bool = true) -> [DeviceReadings] {
        (0..<6).map { device in
            let rows = 0..<600
            let regimes = rows.map {
                Int(
                    clamping: 3
                        * MadeSet.scatter(device * 31, (isRestless ? $0 : $0 / 200) * 17 + 5))
            }
            let load = rows.map { row -> Float in
                let level = [20.0, 55, 100][regimes[row]]
                return Float(level + (hasJitter ? 0.01 * MadeSet.scatter(device, row + 9) : 0))
            }
            let heat = rows.map {
                Float([40.0, 62, 75][regimes[$0]] + MadeSet.scatter(device, $0))
            }
            return DeviceReadings(
                device: device, slots: rows.map { Int32($0) }, rows: rows.map { _ in 1 },
                values: [load, heat])
        }
    }

    @Test("what follows the load is as if it had not been switched, and the load is what commands")
    func levelled() throws {
        let devices = switched()
        let regimes = try #require(RegimeReadings(devices, signals: 2))
        #expect(regimes.isSetPoint(0) && !regimes.isSetPoint(1))
        let levelled = regimes.levelled(devices[0].values)
        #expect(levelled[0] == devices[0].values[0])
        let heat = levelled[1].filter { !$0.isNaN }.map(Double.init)
        let before = devices[0].values[1].map(Double.init)
        #expect(heat.count > 590)
        #expect(
            Statistics.standardDeviation(heat) < Statistics.standardDeviation(before) / 10)
        #expect(regimes.levelled([[], [1, 2]]) == [[], [1, 2]], "without the load as it is")
    }

    @Test("a load that lasts, or of few values, is left to the engine; one reading has none")
    func left() {
        #expect(RegimeReadings(switched(false), signals: 2) == nil)
        #expect(RegimeReadings(switched(hasJitter: false), signals: 2) == nil)
        let one = switched().map { device in
            DeviceReadings(
                device: device.device, slots: device.slots, rows: device.rows,
                values: [device.values[0]])
        }
        #expect(RegimeReadings(one, signals: 1) == nil && RegimeReadings([], signals: 2) == nil)
    }

    // MARK: - Codes that announce failures

    @Test(
        "a warning is open until the failure or the usual time after it, those of a device are one")
    func precursors() throws {
        // Failures every 250 hours in turn, each with a warning ten hours before.
        let failures = (1...40).map { (hour: Double($0) * 250, device: $0 % 4) }
        let units = (0..<4).map { device in
            let own = failures.filter { $0.device == device }
            return MadeSource.Unit(
                name: "d\(device)", rows: (0...10_100).map { (Double($0) * Self.hour, [1]) },
                events: own.map { .init(time: $0.hour * Self.hour, code: 0) }
                    + own.map { .init(time: ($0.hour - 10) * Self.hour, code: 1) }
                    + (device == 1 ? [.init(time: 10_099 * Self.hour, code: 1)] : []))
        }
        let source = MadeSource(
            units, metrics: ["x"], codes: [(.failure, "seal"), (.error, "w")],
            length: 10_100 * Self.hour)
        let found = PrecursorEpisodes(
            readings: try readings(source), events: try SetEvents(source)
        ).episodes()
        #expect(found.allSatisfy { $0.kind == .precursor && $0.subjects.map(\.name) == ["w"] })
        #expect(found.count > 25 && found.count < 42, "\(found.count)")
        let closed = found.filter { $0.to != nil }
        // Each until its failure.
        #expect(closed.allSatisfy { (($0.to ?? 0) - $0.from) / Self.hour == 10 })
        let open = found.filter(\.isOpen)
        #expect(
            open.map { $0.from / Self.hour } == [10_099] && open[0].devices.map(\.name) == ["d1"])
        #expect(
            found.allSatisfy {
                ($0.severity - 30) / 30 == $0.actual ?? 0
                    || abs(($0.severity - 30) / 30 - ($0.actual ?? 0)) < 1e-12
            })
        let few = MadeSource(
            [.init("a", days: [(1, 0), (2, 0), (3, 0)])], codes: [(.failure, "f")])
        #expect(
            try PrecursorEpisodes(readings: readings(few), events: SetEvents(few)).episodes()
                .isEmpty)
    }

    @Test("the record of warnings knows failures by device, their rate, and the usual lead")
    func record() {
        var record = PrecursorRecord(
            horizon: 50, failures: [(10, 0), (20, 1), (30, 0), (300, 0)])
        #expect(record.failure(of: 0, after: 9) == 10 && record.failure(of: 0, after: 10) == 30)
        #expect(record.failure(of: 1, after: 20) == nil && record.failure(of: 7, after: 0) == nil)
        #expect(record.failureRate(devices: 2) == 0 && record.usualLead == 50)
        let key = PrecursorRecord.Key(code: 3, hour: 5)
        record.advance(to: 0)
        for (time, device) in [(5.0, 0), (12, 0), (18, 1), (25, 1)] {
            record.add(key, .init(time: time, device: device, count: 1))
        }
        record.advance(to: 54.9)
        #expect(record.tally(key).events == 0)
        record.advance(to: 55)
        #expect(record.tally(key).events == 1 && record.tally(key).followed == 1)
        record.advance(to: 100)
        // Leads of 5, 18 and 2; the last was followed by none.
        #expect(record.tally(code: 3).events == 4 && record.tally(code: 3).followed == 3)
        #expect(record.tally(.init(code: 3, hour: 6)).events == 0 && record.usualLead == 18)
        #expect(record.failureRate(devices: 2) == 3.0 / 100 / 2)
        #expect(record.failureRate(devices: 0) == 3.0 / 100)
    }
}
