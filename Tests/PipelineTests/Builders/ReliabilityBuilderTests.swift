import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Reliability of the fleet and of its groups")
struct ReliabilityBuilderTests {
    private static let day = MadeSource.day

    private func builder(
        _ devices: [(model: String, days: [Double])], code: EventKind = .failure,
        strongest: AttributeRates? = nil, kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) throws -> ReliabilityBuilder {
        let source = MadeSource(
            devices.enumerated().map { index, device in
                .init("d\(index)", [device.model], days: device.days.map { ($0, 0) })
            }, codes: [(code, "f")], attributes: ["model"], kind: kind)
        return ReliabilityBuilder(
            scope: source.scope, fleet: try source.fleet(), strongest: strongest)
    }

    private func rates(_ values: [String], kind: EventKind = .failure) -> AttributeRates {
        AttributeRates(
            attribute: "model", kind: kind,
            groups: values.map { .init(value: $0, devices: 1, events: 1, perDevice: 1) }, p: 0.01)
    }

    @Test("is the time of all devices by their failures, with how failures become rarer")
    func rows() throws {
        let row = try #require(
            try builder([("A", [10, 20, 30]), ("B", [50]), ("B", [])]).rows().first)
        #expect(row.value == nil && row.failures == 4 && row.devices == 3)
        #expect(row.meanTime == 45, "three devices for 60 days")
        // scipy.stats.chi2.ppf: 2T / 2r limits at 90 %, 8 and 10 degrees of freedom.
        #expect(abs(row.low - 360 / 18.307038) < 1e-4 && abs(row.high - 360 / 2.7326368) < 1e-4)
        let logs = [10.0, 20, 30, 50].reduce(0) { $0 + log(60 / $1) }
        #expect(abs(row.beta - 4 / logs) < 1e-12)
        #expect(row.betaLow < row.beta && row.beta < row.betaHigh)
    }

    @Test("is told by group from three failures on, as the attribute has them")
    func groups() throws {
        let devices: [(model: String, days: [Double])] = [
            ("A", [10, 20]), ("B", [5, 6, 7]), ("A", []), ("C", [1, 2, 3]),
        ]
        let rows = try builder(devices, strongest: rates(["B", "A", "C"])).rows()
        #expect(rows.map(\.value) == ["B", "C"] && rows.map(\.meanTime) == [20, 20])
        let lines = try #require(
            try builder(devices + [("A", [30, 40])], strongest: rates(["B", "A", "C"])).cumulative()
        )
        #expect(lines.attribute == "model" && lines.total == 10 && lines.kind == .failure)
        #expect(
            lines.lines.map(\.value) == ["B", "A", "C"] && lines.lines.map(\.devices) == [1, 3, 1])
        #expect(lines.lines[1].times.map { $0 / Self.day } == [10, 20, 30, 40])
        #expect(lines.lines[1].values.map { ($0 * 3).rounded() } == [1, 2, 3, 4])
        // Six values at most, and of the same kind.
        let many = try builder(devices, strongest: rates(["A", "B", "C", "D", "E", "F", "G"]))
        #expect(many.rows().map(\.value) == [nil])
        #expect(
            try builder(devices, strongest: rates(["A"], kind: .error)).rows().map(\.value) == [nil]
        )
    }

    @Test("is of failures only; errors have a curve where nothing else is there")
    func errors() throws {
        let ten = (1...10).map(Double.init)
        let errors = try builder([("A", ten)], code: .error)
        #expect(errors.rows().isEmpty)
        let curve = try #require(errors.cumulative())
        #expect(curve.kind == .error && curve.attribute == nil && curve.lines.count == 1)
        #expect(curve.lines[0].values == ten && curve.lines[0].times == ten.map { $0 * Self.day })
        #expect(try builder([("A", Array(ten.dropLast()))], code: .error).cumulative() == nil)
        #expect(try builder([("A", ten)], code: .repair).cumulative() == nil)
        #expect(try builder([("A", ten)], kind: .cycle).cumulative() == nil)
        #expect(try builder([("A", [1, 2])]).rows().isEmpty)
    }

    @Test("keeps some three hundred points of a long curve, and the last")
    func thinned() throws {
        let days = (1...1_001).map { Double($0) * 0.05 }
        let line = try #require(try builder([("A", days)]).cumulative()?.lines.first)
        #expect(line.times.count == 335 && line.values.last == 1_001)
        #expect(line.values.prefix(3) == [1, 4, 7])
    }

    @Test("of counters ends with each device's own last step")
    func counters() throws {
        let source = MadeSource(
            [
                .init(
                    name: "a", rows: [(0, [0]), (20, [0])],
                    events: [5, 10, 20].map { .init(time: $0, code: 0) }),
                .init(name: "b", rows: [(0, [0]), (40, [0])]),
            ], metrics: ["x"], codes: [(.failure, "f")], length: 100, step: 1, kind: .cycle)
        let rows = ReliabilityBuilder(
            scope: source.scope, fleet: try source.fleet(), strongest: nil
        ).rows()
        #expect(rows.map(\.meanTime) == [20])
    }
}
