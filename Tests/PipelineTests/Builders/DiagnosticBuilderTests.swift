import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The Diagnostics of one device")
struct DiagnosticBuilderTests {
    private static let day = MadeSource.day
    private let codes: [(EventKind, String)] = [
        (.error, "e"), (.failure, "f"), (.repair, "r"), (.error, "rare"),
    ]

    /// Nine devices; d0 is 30 higher on its last three days.
    private func source(_ codes: [(EventKind, String)]? = nil, devices: Int = 9) -> MadeSource {
        MadeSource(
            (0..<devices).map { device in
                MadeSource.Unit(
                    "d\(device)", ["m\(device % 2)", ""],
                    days: device == 0
                        ? [(5, 0), (20, 0), (40, 0), (50, 2), (58, 1)]
                        : device == 1 ? [(10, 0)] : [],
                    rows: MadeSource.daily(0..<61) { day in
                        let rise = device == 0 && day > 57 ? 30.0 : 0
                        return [
                            10 * Double(device) + Double(day % 2) + rise, Double(day % 4 + device),
                        ]
                    })
            }, metrics: ["x", "y"], codes: codes ?? self.codes, attributes: ["model", "site"])
    }

    private func report(
        _ name: String, _ source: MadeSource, _ episodes: [Episode] = [],
        window: ClosedRange<Double>? = nil
    ) throws -> DiagnosticReport {
        let fleet = try source.fleet(episodes)
        let clusters = try ClusterBuilder(
            source: source, scope: source.scope, fleet: fleet, choice: ClusterChoice(), seed: 1
        ).report().report
        let state = try #require(fleet.devices.first { $0.device.name == name })
        return try DiagnosticBuilder(
            source: source, scope: source.scope, fleet: fleet, clusters: clusters, lives: nil,
            state: state, window: window ?? source.scope.period,
            model: ModelPanel(runtime: .missing, entries: []),
            missingData: MissingData(
                time: false, metrics: false, events: false, failures: false, devices: false)
        ).report()
    }

    private func trouble(
        _ device: Int, _ from: Double, _ to: Double?, _ severity: Double
    ) -> Episode {
        Episode(
            .step, devices: [DeviceRef(index: device, name: "d\(device)")],
            subjects: [.metric(.made(0, "x"))], from: from * Self.day,
            to: to.map { $0 * Self.day }, severity: severity)
    }

    @Test("lists the devices, the gravest first, and leads to the next one")
    func list() throws {
        let episodes = [trouble(3, 50, nil, 80), trouble(1, 50, nil, 40)]
        let found = try report("d3", source(), episodes)
        #expect(found.list.map(\.device.name).prefix(2) == ["d3", "d1"] && found.list.count == 9)
        #expect(found.list[0].status == .critical && found.list[0].trouble == episodes[0])
        #expect(found.next?.name == "d1" && found.row.device.name == "d3" && found.rows == 61)
        #expect(found.troubles == [episodes[0]])
        #expect(found.health.map(\.points) == [56])
        #expect(found.attributes == [.init(name: "model", value: "m1")])
        let last = try #require(found.list.last?.device.name)
        #expect(try report(last, source(), episodes).next == nil)
        #expect(found.findings.map(\.kind) == [.episode(episodes[0])])
    }

    @Test("shows readings with their limits, the furthest out first, and what was out")
    func signals() throws {
        let found = try report("d0", source(), [trouble(0, 58, nil, 60)])
        #expect(found.signals.map(\.metric.name) == ["x", "y"])
        let signal = found.signals[0]
        #expect(signal.times.count == 61 && signal.values.suffix(3) == [30, 31, 30])
        #expect(signal.last == 30 && signal.lastIsOut && signal.points == 61)
        #expect(signal.out == [58, 59, 60])
        // What is never negative is not expected to be.
        #expect(signal.low == [0] && signal.high.count == 1 && signal.isBanded)
        #expect(!found.signals[1].lastIsOut && found.signals[1].out.isEmpty)
        #expect(found.contributions.map(\.metric.name) == ["x", "y"])
        #expect(abs(found.contributions.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect((found.contributions.first?.share ?? 0) > 0.9)
        #expect(found.excursionCount >= 1 && found.excursions.first?.isOpen == true)
    }

    @Test("shows the window alone")
    func window() throws {
        let found = try report(
            "d0", source(), [trouble(0, 12, 15, 60)], window: 10.5 * Self.day...20 * Self.day)
        #expect(found.signals[0].times.map { $0 / Self.day } == (10...20).map(Double.init))
        #expect(found.signals[0].out == [2, 3, 4, 5])
        #expect(found.events.map { $0.time / Self.day } == [20])
        let ended = try report(
            "d0", source(), [trouble(0, 12, 14.9, 60)], window: 10 * Self.day...20 * Self.day)
        #expect(ended.signals[0].times.first == 10 * Self.day && ended.signals[0].out == [2, 3, 4])
    }

    @Test("counts its codes beside the fleet's mean, the commonest first")
    func codeCounts() throws {
        let found = try report("d0", source())
        #expect(found.codes.map(\.code.name) == ["e", "f", "r", "rare"])
        #expect(found.codes.map(\.count) == [3, 1, 1, 0])
        #expect(found.codes[0].fleetMean == 4.0 / 9)
        #expect(found.codes[0].recent == Compared(current: 1, previous: 2))
        #expect(found.codes[1].recent == Compared(current: 1, previous: 0))
        #expect(found.events.map(\.code.name) == ["e", "e", "e", "r", "f"])
        let many = codes + (0..<9).map { (EventKind.other, "o\($0)") }
        #expect(try report("d0", source(many)).codes.map(\.count) == [3, 1, 1], "thirteen codes")
        let twelve = codes + (0..<8).map { (EventKind.other, "o\($0)") }
        #expect(try report("d0", source(twelve)).codes.count == 12)
    }

    @Test("names the five devices that are most alike, with their failures")
    func alike() throws {
        let found = try report("d4", source())
        #expect(found.alike.count == 5)
        #expect(Set(found.alike.prefix(2).map(\.device.name)) == ["d3", "d5"])
        #expect(found.alike.map(\.distance) == found.alike.map(\.distance).sorted())
        #expect(found.alike.allSatisfy { $0.distance > 0 && $0.device.name != "d4" })
        let nearest = try report("d1", source()).alike
        #expect(nearest.first { $0.device.name == "d0" }.map { $0.failures == 1 } ?? true)
        #expect(nearest.filter { $0.device.name != "d0" }.allSatisfy { $0.failures == 0 })
        #expect(try report("d1", source(devices: 5)).alike.isEmpty, "no devices are compared")
    }

    @Test("asks for the cause of the gravest trouble in which several readings moved, or of none")
    func causes() throws {
        let both = { (severity: Double, from: Double) in
            Episode(
                .step, devices: [DeviceRef(index: 0, name: "d0")],
                subjects: [.metric(.made(0, "x")), .metric(.made(1, "y"))], from: from * Self.day,
                to: nil, severity: severity)
        }
        // Hourly readings; both of d0 rise on the last two days, the first one earlier.
        let source = MadeSource(
            (0..<2).map { device in
                MadeSource.Unit(
                    name: "d\(device)",
                    rows: (0..<1_441).map { hour in
                        let rise = { (from: Int) in device == 0 && hour >= from ? 30.0 : 0 }
                        return (
                            Double(hour) * 3_600,
                            [
                                MadeSet.scatter(hour, 1) + rise(1_392),
                                MadeSet.scatter(hour, 2) + rise(1_398),
                            ]
                        )
                    })
            }, metrics: ["x", "y"])
        #expect(try report("d0", source, [trouble(0, 58, nil, 60)]).causes == nil)
        #expect(try report("d0", source, [both(60, 58)]).causes?.signals.first?.metric.name == "x")
        let remark = both(5, 58)
        #expect(remark.grade == .remark)
        #expect(try report("d0", source, [remark]).causes == nil)
        #expect(try report("d1", source, [both(60, 58)]).causes == nil)
    }

    // MARK: - Short records

    /// A device read by the minute for three hours, in a set of sixty days.
    private func short(_ value: @escaping (Int) -> [Double]) -> MadeSource {
        MadeSource(
            [
                .init(name: "a", rows: (0..<180).map { (Double($0) * 60, value($0)) }),
                .init(
                    name: "b", rows: MadeSource.daily(0..<61) { day in [Double(day % 3), 1, .nan] }),
            ], metrics: ["x", "y", "z"], step: 60)
    }

    @Test("a record of minutes is shown by the minute, with what a detector marks")
    func unbanded() throws {
        let source = short { minute in
            [
                MadeSet.scatter(minute, 1) + ((150..<156).contains(minute) ? 30 : 0),
                MadeSet.scatter(minute, 2), .nan,
            ]
        }
        let found = try report("a", source)
        #expect(Set(found.signals.map(\.metric.name)) == ["x", "y"])
        #expect(found.signals[0].times.count == 180 && found.signals[0].points == 180)
        #expect(found.signals.allSatisfy { $0.low.isEmpty && $0.high.isEmpty && !$0.isBanded })
        #expect(Set(found.signals[0].out).isSuperset(of: 150..<156))
        // A row that is marked marks the reading with the greater part in it.
        let rows = source.units[0].rows
        let scores = try DefaultDetector().detect(
            columns: [rows.map { $0.values[0] }, rows.map { $0.values[1] }],
            times: rows.map(\.time), mode: .offline
        ).scores
        let marked = scores.isAnomaly.indices.filter { scores.isAnomaly[$0] }
        let parts = scores.contributions
        #expect(found.signals[0].out == marked.filter { parts[0][$0] >= parts[1][$0] })
        #expect(found.signals[1].out == marked.filter { parts[1][$0] >= parts[0][$0] })
        #expect(found.signals[0].lastIsOut == (found.signals[0].out.last == 179))
        let shares = parts.map { part in Statistics.mean(marked.map { part[$0] }) / 100 }
        #expect(found.contributions.map(\.metric.name) == ["x", "y"] && shares[0] > shares[1])
        #expect(zip(found.contributions, shares).allSatisfy { abs($0.share - $1) < 1e-12 })
        let cut = try report("a", source, window: 0...60 * 99)
        #expect(cut.signals[0].times.count == 100 && cut.signals[0].last == found.signals[0].last)
        #expect(cut.signals[0].out == found.signals[0].out.filter { $0 < 100 })
        let unbanded = UnbandedSignals(
            scope: source.scope, series: source.series(of: 0, Filter()), window: 0...1)
        #expect(unbanded.signals().map(\.times.count) == [1, 1])
    }
}
