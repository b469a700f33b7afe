import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What single devices give to say")
struct DeviceFindingsTests {
    private static let day = MadeSource.day

    private func trouble(
        _ device: Int, from: Double, to: Double? = nil, severity: Double = 50,
        _ kind: EpisodeKind = .step
    ) -> Episode {
        Episode(
            kind, devices: [DeviceRef(index: device, name: "d\(device)")],
            subjects: [.metric(.made(0, "x"))], from: from * Self.day,
            to: to.map { $0 * Self.day }, severity: severity)
    }

    private func source(
        _ count: Int, rows: [(time: Double, values: [Double])] = [], metrics: [String] = ["x"]
    ) -> MadeSource {
        MadeSource(
            (0..<count).map { MadeSource.Unit(name: "d\($0)", rows: rows) }, metrics: metrics)
    }

    @Test(
        "an open episode weighs most, a remark least and is not bad",
        arguments: [
            (50.0, nil as Double?, 75.0, Finding.Tone.bad), (60, 3, 21, .bad), (60, 50, 49, .bad),
            (24, 3, 10, .neutral),
            (24, nil, 67.2, .neutral), (25, 3, 8.75, .bad),
        ])
    func weight(severity: Double, to: Double?, weight: Double, tone: Finding.Tone) throws {
        let findings = DeviceFindings(fleet: try source(8).fleet())
        let finding = findings.finding(trouble(0, from: 1, to: to, severity: severity))
        #expect(abs(finding.weight - weight) < 1e-9 && finding.tone == tone)
        guard case .episode(let told) = finding.kind else {
            Issue.record("\(finding)")
            return
        }
        #expect(told.severity == severity)
    }

    private func devicesOut(_ starts: [Double]) throws -> [Finding] {
        let fleet = try source(8).fleet(
            starts.enumerated().map { trouble($0.offset, from: $0.element) })
        return DeviceFindings(fleet: fleet).findings().filter {
            if case .devicesOut = $0.kind { true } else { false }
        }
    }

    @Test("so many devices in trouble are told, as news only beside how many are as a rule")
    func devicesOut() throws {
        #expect(try devicesOut([1]).isEmpty)
        let two = try #require(try devicesOut([50, 50]).first)
        #expect(
            two.kind
                == .devicesOut(count: 2, total: 8, ordinary: 0, at: 60 * Self.day))
        #expect(two.tone == .bad && two.weight == 95)
        // Two all along: 4 are not more than 1.5 times 2 and 1, 5 are.
        let four = try #require(try devicesOut([0, 0, 50, 50]).first)
        #expect(four.tone == .neutral && four.weight == 45)
        let five = try #require(try devicesOut([0, 0, 50, 50, 50]).first)
        #expect(
            five.kind == .devicesOut(count: 5, total: 8, ordinary: 2, at: 60 * Self.day))
        #expect(five.tone == .bad)
    }

    @Test("no more than fifty episodes are told one by one, and a device's own are those it has")
    func many() throws {
        let fleet = try source(60).fleet((0..<60).map { trouble($0, from: 2, to: 3) })
        let findings = DeviceFindings(fleet: fleet).findings()
        #expect(findings.count == 50)
        let own = DeviceFindings(fleet: fleet).own(fleet.devices[59])
        #expect(own == [DeviceFindings(fleet: fleet).finding(trouble(59, from: 2, to: 3))])
    }

    @Test("a reading that never changes is told once twenty cells would have shown it")
    func constant() throws {
        let rows = { (count: Int) in
            MadeSource.daily(0..<count) { [5, Double($0), $0 == 0 ? 1 : 1.5] }
        }
        let told = try DeviceFindings(
            fleet: source(2, rows: rows(10), metrics: ["x", "y", "z"]).fleet()
        )
        .constant()
        #expect(told == [Finding(.constant([.made(0, "x")]), tone: .neutral, weight: 12)])
        let few = source(1, rows: rows(19), metrics: ["x", "y", "z"])
        #expect(try DeviceFindings(fleet: few.fleet()).constant().isEmpty)
        let apart = MadeSource(
            [1.0, 2].map { value in
                MadeSource.Unit(name: "\(value)", rows: MadeSource.daily(0..<15) { _ in [value] })
            }, metrics: ["x"])
        #expect(try DeviceFindings(fleet: apart.fleet()).constant().isEmpty)
    }

    private func glitches(
        _ places: [Int], devices: Int = 2, troubles: [Episode] = []
    ) throws -> [Finding] {
        let rows = (0..<1_200).map { hour in
            (
                time: Double(hour) * MadeSource.hour,
                values: [places.contains(hour) ? 900 : Double(hour % 7)]
            )
        }
        let quiet = (0..<1_200).map {
            (time: Double($0) * MadeSource.hour, values: [Double($0 % 5)])
        }
        let units = (0..<devices).map { device in
            MadeSource.Unit(name: "d\(device)", rows: device == 0 ? rows : quiet)
        }
        let source = MadeSource(units, metrics: ["x"], length: 50 * Self.day)
        return DeviceFindings(fleet: try source.fleet(troubles)).findings().filter {
            if case .glitches = $0.kind { true } else { false }
        }
    }

    @Test("five single readings far off are told with their devices, of a few devices only")
    func glitches() throws {
        let five = [20, 100, 200, 300, 400]
        let told = Finding(
            .glitches(.made(0, "x"), count: 5, devices: [DeviceRef(index: 0, name: "d0")]),
            tone: .neutral, weight: 28)
        #expect(try glitches(five) == [told])
        #expect(try glitches(Array(five.prefix(4))).isEmpty)
        #expect(try glitches(five, devices: 8) == [told])
        #expect(try glitches(five, devices: 9).isEmpty)
        #expect(try glitches(five, troubles: [trouble(0, from: 0, to: 9, .spikes)]).isEmpty)
        #expect(try glitches(five, troubles: [trouble(0, from: 0, to: 9, .step)]) == [told])
    }
}
