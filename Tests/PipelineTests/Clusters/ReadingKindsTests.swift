import Reports
import Testing
import Values

@testable import Pipeline

@Suite("Kinds of devices by the readings that they send")
struct ReadingKindsTests {
    private let metrics = ["heat", "flow", "pressure", "speed", "torque", "noise"].enumerated()
        .map { MetricRef(index: $0.offset, name: $0.element, unit: nil) }

    /// A table of devices, each with what it sends; as `FeatureBuilder` has it, with a mean for each
    /// reading and a column for each that at least three send and three do not.
    private func table(_ devices: [Set<String>]) -> FeatureTable {
        let known = metrics.filter { metric in devices.contains { $0.contains(metric.name) } }
        let some = known.filter { metric in
            let count = devices.count { $0.contains(metric.name) }
            return min(count, devices.count - count) >= 3
        }
        return FeatureTable(
            unit: .devices,
            units: devices.indices.map { FeatureTable.Unit(name: "\($0)") },
            features: known.map { .mean($0) } + some.map { .sends($0) },
            values: devices.map { sent in
                known.map { sent.contains($0.name) ? 1.5 : .nan }
                    + some.map { sent.contains($0.name) ? 1 : 0 }
            })
    }

    private let pump: Set<String> = ["heat", "flow", "pressure"]
    private let fan: Set<String> = ["heat", "speed"]
    private let mixer: Set<String> = ["torque", "noise"]

    @Test("are told by what only they send, the most frequent first, odd ones left out")
    func plant() throws {
        let devices =
            Array(repeating: fan, count: 4) + Array(repeating: pump, count: 9)
            + Array(repeating: mixer, count: 3) + [["heat", "torque"]]
        let kinds = try #require(ReadingKinds(table(devices)))
        #expect(
            kinds.sends.map { $0.map(\.name) } == [
                ["flow", "pressure"], ["speed"], ["torque", "noise"],
            ])
        #expect(kinds.labels.prefix(5) == [1, 1, 1, 1, 0])
        #expect(kinds.labels.suffix(4) == [2, 2, 2, nil])
    }

    @Test("are none where devices have one more sensor than others")
    func sensor() {
        let devices =
            Array(repeating: pump, count: 9)
            + Array(repeating: pump.union(["noise"]), count: 6)
        #expect(ReadingKinds(table(devices)) == nil)
    }

    @Test("are none where all send the same, and where too few send anything else")
    func alike() {
        #expect(ReadingKinds(table(Array(repeating: pump, count: 12))) == nil)
        let devices = Array(repeating: pump, count: 12) + [fan, fan]
        #expect(ReadingKinds(table(devices)) == nil)
    }

    @Test("do not include who sends nothing, and each is told by something")
    func silent() throws {
        let quiet: [Set<String>] = Array(repeating: [], count: 4)
        #expect(ReadingKinds(table(Array(repeating: pump, count: 9) + quiet)) == nil)
        let bare: [Set<String>] = Array(repeating: ["heat"], count: 6)
        let kinds = try #require(ReadingKinds(table(Array(repeating: pump, count: 9) + bare)))
        #expect(kinds.sends.map { $0.map(\.name) } == [["flow", "pressure"], ["heat"]])
    }

    @Test("are none where hardly two devices send the same")
    func motley() {
        let names = metrics.map(\.name)
        let devices = (0..<18).map { index in
            Set(names.indices.filter { (index >> ($0 % 5)) % 2 == 1 }.map { names[$0] } + ["heat"])
        }
        #expect(ReadingKinds(table(devices)) == nil)
    }
}
