import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

/// Devices and periods side by side, on made fleets of hourly readings over eight weeks.
@Suite("Comparisons")
struct ComparisonTests {
    private static let length = 56 * MadeSource.day
    private static let hours = 56 * 24

    /// A reading with a daily cycle and noise of its own; `shift` adds to it.
    private static func unit(
        _ name: String, seed: UInt64, firmware: String = "1",
        shift: (Double) -> Double = { _ in 0 }
    ) -> MadeSource.Unit {
        var noise = SeededGenerator(seed: seed)
        let rows = (0..<hours).map { hour -> (time: Double, values: [Double]) in
            let time = Double(hour) * MadeSource.hour
            let cycle = Double(hour % 24) / 24
            let value = 50 + 5 * cycle + Double.random(in: -1...1, using: &noise) + shift(time)
            let still = 7 + Double.random(in: -1...1, using: &noise)
            return (time, [value, still])
        }
        return MadeSource.Unit(name: name, attributes: [firmware], rows: rows)
    }

    private static func source(_ units: [MadeSource.Unit]) -> MadeSource {
        MadeSource(
            units, metrics: ["temperature", "pressure"],
            codes: [(.error, "E1"), (.repair, "seal")], attributes: ["firmware"], length: length)
    }

    private func compare(
        _ units: [MadeSource.Unit], _ question: ComparisonQuestion
    ) throws -> ComparisonReport {
        let source = Self.source(units)
        let whole = source.catalog.axis.dataRange
        let frame = try ComparisonFrame(question, source, whole: whole)
        return try ComparisonBuilder(
            source: source, frame: frame, coverage: Coverage(), attribute: question.attribute
        ).report()
    }

    @Test("A fleet that got warmer in its last four weeks differs in that reading alone")
    func periods() throws {
        let half = Self.length / 2
        let units = (0..<6).map { place in
            Self.unit("p\(place)", seed: UInt64(place)) { $0 >= half ? 2 : 0 }
        }
        let report = try compare(units, ComparisonQuestion())
        #expect(report.against == .period && report.sides.count == 2)
        let first = try #require(report.readings.first)
        let difference = try #require(first.surest)
        #expect(first.metric.name == "temperature")
        #expect(abs(difference.value - 2) < 0.1)
        #expect(difference.low < 2 && 2 < difference.high)
        #expect(report.readings.last?.surest == nil)
        #expect(Set(report.changes.map(\.device.name)).count == 6)
        #expect(report.changes.allSatisfy { $0.metric.name == "temperature" })
    }

    @Test("Of a fleet in which nothing changes hardly anything is told")
    func quiet() throws {
        var told = 0
        for seed in 0..<20 {
            let units = (0..<5).map { Self.unit("p\($0)", seed: UInt64(100 * seed + $0)) }
            let report = try compare(units, ComparisonQuestion())
            told += report.readings.count { $0.surest != nil } + min(report.changes.count, 1)
        }
        #expect(told <= 3)
    }

    @Test("A new device in the later period is no change of the others")
    func newDevice() throws {
        var late = Self.unit("late", seed: 9) { _ in 40 }
        late.rows.removeAll { $0.time < Self.length / 2 }
        let units = (0..<4).map { Self.unit("p\($0)", seed: UInt64($0)) } + [late]
        let report = try compare(units, ComparisonQuestion())
        #expect(report.readings.allSatisfy { $0.surest == nil })
    }

    @Test("Devices are compared with the first one, at the same time")
    func devices() throws {
        let units = [
            Self.unit("a", seed: 1), Self.unit("b", seed: 2) { _ in 3 }, Self.unit("c", seed: 3),
        ]
        let report = try compare(
            units, ComparisonQuestion(devices: ["a", "b", "c", "nobody"]))
        #expect(report.against == .devices && report.missing == ["nobody"])
        let first = try #require(report.readings.first)
        #expect(first.metric.name == "temperature" && first.lines.count == 3)
        let differences = first.differences
        #expect(differences[0]?.isBeyondChance == true && differences[1]?.isBeyondChance == false)
        #expect(abs((differences[0]?.value ?? 0) - 3) < 0.2)
    }

    @Test("Time counts from the last repair of each device")
    func repairs() throws {
        var units = [Self.unit("a", seed: 1), Self.unit("b", seed: 2), Self.unit("c", seed: 3)]
        units[0].events = [.init(time: 20 * MadeSource.day, code: 1)]
        units[1].events = [
            .init(time: 5 * MadeSource.day, code: 1), .init(time: 30 * MadeSource.day, code: 1),
        ]
        let report = try compare(
            units, ComparisonQuestion(devices: ["a", "b", "c"], alignment: .repair))
        #expect(report.missing == ["c"])
        #expect(report.sides.map(\.zero) == [20 * MadeSource.day, 30 * MadeSource.day])
        let lengths = Set(report.sides.map { $0.to - $0.from })
        #expect(lengths.count == 1)
    }

    @Test("A device apart from its group is told, one of the group is not")
    func group() throws {
        let others = (0..<12).map { place in
            Self.unit("p\(place)", seed: UInt64(place)) { _ in Double(place % 3) * 0.2 }
        }
        let odd = Self.unit("odd", seed: 99) { _ in 4 }
        let far = Self.unit("far", seed: 98, firmware: "2") { _ in 30 }
        let units = others + [odd, far]
        let question = { ComparisonQuestion(devices: [$0], attribute: "firmware") }
        let report = try compare(units, question("odd"))
        #expect(report.against == .group && report.group?.devices == 12)
        let first = try #require(report.readings.first)
        #expect(first.metric.name == "temperature" && first.surest != nil)
        #expect(first.low.count == first.offsets.count && !first.low.isEmpty)
        let usual = try compare(others + [far], question("p3"))
        #expect(usual.readings.allSatisfy { $0.surest == nil })
        let alone = try compare(units, question("far"))
        #expect(alone.group?.devices == 0)
        #expect(alone.readings.allSatisfy { $0.differences == [nil] })
    }

    @Test("Codes are compared by their rates; bursts count for less")
    func events() throws {
        let half = Self.length / 2
        func unit(_ times: [Double]) -> MadeSource.Unit {
            var unit = Self.unit("a", seed: 1)
            unit.events = times.sorted().map { .init(time: $0, code: 0) }
            return unit
        }
        let spread = (0..<20).map { half + (Double($0) * 1.3 + 0.5) * MadeSource.day }
        let found = try compare([unit(spread)], ComparisonQuestion(against: .period))
        #expect(found.events.first?.counts == [0, 20])
        #expect(found.events.first?.surest?.value == .infinity)
        let burst = (0..<20).map { half + MadeSource.day + Double($0) * 60 }
        let same = try compare([unit(burst)], ComparisonQuestion(against: .period))
        #expect(same.events.first?.counts == [0, 20])
        #expect(same.events.first?.surest == nil)
    }

    @Test("A period of any length is compared in blocks that can be counted")
    func longest() throws {
        for years in [20, 1e3, 1e9] {
            let source = Self.source([Self.unit("a", seed: 1)])
            let whole = source.catalog.axis.dataRange
            let from = whole.upperBound - years * 365 * MadeSource.day
            let question = ComparisonQuestion(period: from...whole.upperBound)
            let frame = try ComparisonFrame(question, source, whole: whole)
            #expect((24...2_000).contains(frame.blocks))
            #expect(frame.block.truncatingRemainder(dividingBy: 7 * MadeSource.day) == 0)
        }
    }

    @Test(
        "Questions that fit nothing give an empty report",
        arguments: [
            ComparisonQuestion(devices: ["nobody"]),
            ComparisonQuestion(devices: ["nobody", "neither"], against: .devices),
            ComparisonQuestion(period: 1e12...2e12),
            ComparisonQuestion(devices: ["a"], against: .period, earlier: -5...(-4)),
        ])
    func nothing(question: ComparisonQuestion) throws {
        let report = try compare([Self.unit("a", seed: 1)], question)
        #expect(report.readings.allSatisfy { $0.surest == nil })
        #expect(report.events.isEmpty)
    }
}
