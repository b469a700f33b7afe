import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("What gives a source away")
struct LeakPartsTests {
    // MARK: - Values that tell the end

    private func relation(
        _ points: [(value: Double, clock: Double, life: Int)], scale: Double = 1, slack: Double = 0
    ) -> EndRelation {
        EndRelation(
            points.map {
                .init(value: $0.value, clock: $0.clock, life: $0.life, scale: scale, slack: slack)
            })
    }

    @Test("a value is read off those of other lives, between them in proportion")
    func relation() {
        let points: [(value: Double, clock: Double, life: Int)] = [
            (0, 0, 0), (10, 10, 0), (4, 6, 1), (20, 20, 1),
        ]
        // 0 and 20 have one neighbour of the other life, 4 and 10; 4 lies between 0 and 10, 10
        // between 4 and 20: 6, |4 - 6|, |11.25 - 10| and 10.
        let errors = [6, 2, 1.25, 10.0]
        let found = relation(points)
        #expect(found.median == Statistics.quantile(errors, 0.5))
        #expect(abs(found.upper - Statistics.quantile(errors, 0.9)) < 1e-12)
        #expect(relation(points, scale: 2).median == 2 * found.median)
        #expect(
            relation(points, slack: 1.5).median == Statistics.quantile([4.5, 0.5, 0, 8.5], 0.5))
        #expect(relation([(0, 0, 0), (1, 1, 0)]).median.isNaN, "one life")
        #expect(relation([(5, 1, 0), (5, 3, 1), (5, 2, 2)]).median == 1.5)
        #expect(relation([]).upper.isNaN)
    }

    // MARK: - Steps of a log

    private func resolution(_ times: [Double], zone: String = "UTC") -> Double {
        StampSteps(
            axis: TimeAxis(
                kind: .time(zone: zone, isStated: true), start: 0, bucketWidth: 600, bucketCount: 9,
                dataRange: 0...1)
        ).resolution(times)
    }

    @Test("the step of a log is the longest that all its times are multiples of, on the wall")
    func steps() {
        let times = { (step: Double) in (1...5).map { Double($0) * step } }
        #expect([86_400.0, 3_600, 60, 1].map { resolution(times($0)) } == [86_400, 3_600, 60, 1])
        #expect(
            resolution(times(86_400) + [3_600]) == 3_600 && resolution(times(3_600) + [61]) == 1)
        #expect(resolution(Array(times(86_400).prefix(4))) == 1, "four stamps")
        #expect(resolution(times(86_400).prefix(4) + [86_400]) == 1, "one of them twice")
        let berlin = (10...15).map { Double($0) * 86_400 - 3_600 }
        #expect(resolution(berlin, zone: "Europe/Berlin") == 86_400 && resolution(berlin) == 3_600)
        let cycles = StampSteps(
            axis: TimeAxis(kind: .cycle, start: 0, bucketWidth: 7, bucketCount: 9, dataRange: 0...1)
        )
        #expect(cycles.resolution([1, 2, 3, 4, 5]) == 7 && !cycles.namesDays(times(86_400)))
    }

    // MARK: - Spells

    /// Failures every hundred rows of two devices; `rows` gives those at which the code stands.
    private func spell(
        _ rows: (_ failure: Double, _ place: Int) -> [Double], count: Int = 6, stray: [Double] = [],
        least: Int = 10
    ) -> BackTest.Evidence? {
        let failures = (1...count).map { Double($0) * 100 }
        let events = failures.enumerated().flatMap { rows($1, $0) } + stray
        return SpellLabel(failures: [0: failures, 1: failures], step: 1, least: least)
            .evidence([0: events.sorted(), 1: events.sorted()])
    }

    @Test(
        "events row by row that begin always as long before failures and end with them are a label")
    func spells() {
        let five = { (failure: Double, _: Int) in (1...5).map { failure - Double(6 - $0) } }
        #expect(spell(five) == .label(value: 1, lead: 5))
        #expect(
            spell(five, least: 12) == .label(value: 1, lead: 5) && spell(five, least: 13) == nil)
        #expect(spell(five, stray: [50, 51, 52]) == nil, "once for nothing")
        #expect(
            spell(five, stray: [101, 102]) == .label(value: 1, lead: 5), "as long as it is down")
        #expect(spell { failure, _ in [failure - 2, failure - 1] } == nil, "two in a row")
        #expect(
            spell { failure, _ in [3, 2, 1].map { failure - $0 } } == .label(value: 1, lead: 3))
        #expect(
            spell { failure, place in
                (1...(place < 3 ? 5 : 7)).map { failure - Double($0) }.reversed()
            } == nil)
        #expect(
            spell { failure, place in place == 0 ? [] : five(failure, place) } == nil, "five of six"
        )
        #expect(
            spell { failure, _ in (4...9).map { failure - Double($0) }.reversed() } == nil,
            "it ends before")
        #expect(spell { _, _ in [] } == nil)
    }

    // MARK: - Codes that record failures

    /// Failures every hundred hours of one device, and events by how long before them they stand.
    private func record(
        _ leads: (Int) -> [Double], failures count: Int = 40, kind: EventKind = .error,
        stray: [Double] = [], horizon: Double = 24, moment: Double = 1
    ) throws -> BackTest.Evidence? {
        let failures = (1...count).map { Double($0) * 100 }
        let source = MadeSeries(
            [.init(events: failures.map { ($0, 0) })], codes: [(.failure, "f")], length: 5_000)
        let record = FailureRecord(
            history: try FailureTimes(.failure, source: source, devices: [0], until: .infinity),
            horizon: horizon, moment: moment, resolution: 0.01, exposure: 5_000)
        let events = failures.enumerated().flatMap { place, failure in
            leads(place).map { failure - $0 }
        }
        return record.evidence([0: (events + stray).sorted()], kind: kind)
    }

    @Test(
        "that stand around failures within a moment are their record, those after them alone are not"
    )
    func around() throws {
        #expect(try record { [$0 % 2 == 0 ? 0.5 : -0.5] } == .record(share: 1, within: 1))
        #expect(try record { _ in [-0.5] } == nil, "never before")
        #expect(try record { [$0 == 0 ? 0.5 : -0.5] } == nil, "one of forty before")
        #expect(try record { [$0 < 2 ? 0.5 : -0.5] } == .record(share: 1, within: 1))
        #expect(
            try record { [0.1 + 0.02 * Double($0)] } == nil, "sooner or later before, never after")
        #expect(try record({ [$0 % 2 == 0 ? 0.5 : -0.5] }, failures: 9) == nil)
        #expect(try record({ [$0 % 2 == 0 ? 1.01 : -1.01] }) == nil, "beyond a moment")
    }

    @Test(
        "of which nearly all stand there; or far more than by chance, while the others know nothing"
    )
    func together() throws {
        let mixed = { (far: Int) in
            try self.record { $0 < far ? [50] : [$0 % 2 == 0 ? 0.5 : -0.5] }
        }
        #expect(try mixed(2) == .record(share: 0.95, within: 1))
        #expect(try mixed(3) == .record(share: 37.0 / 40, within: 1), "beyond chance")
        let near = try record { $0 < 12 ? [10] : [$0 % 2 == 0 ? 0.5 : -0.5] }
        #expect(near == nil, "the others announce failures")
    }

    @Test("repairs before failures by up to the horizon record them, errors announce them")
    func repairs() throws {
        let leads = { (place: Int) in [2 + Double(place % 20)] }
        #expect(try record(leads, kind: .repair) == .record(share: 1, within: 24))
        #expect(try record(leads, kind: .error) == nil)
        #expect(
            try record({ $0 < 8 ? [] : leads($0) }, kind: .repair) == .record(share: 1, within: 24))
        #expect(try record({ $0 < 9 ? [] : leads($0) }, kind: .repair) == nil, "31 of 40")
        #expect(try record(leads, kind: .repair, horizon: 19) == nil)
    }

    @Test("that come always as long before each failure were written by who knew it")
    func punctual() throws {
        #expect(try record { _ in [30] } == .punctual(lead: 30))
        #expect(try record { $0 < 2 ? [] : [30] } == .punctual(lead: 30))
        #expect(try record { $0 < 3 ? [] : [30] } == nil, "37 of 40")
        #expect(try record({ _ in [30] }, stray: [4_500]) == nil, "once without one")
        #expect(try record { [30 + 0.02 * Double($0)] } == nil)
    }

    // MARK: - Facts of devices

    private func fact(
        _ fates: [(failures: Int, ends: [Double])], _ values: [String]
    ) -> BackTest.Evidence? {
        DeviceFacts(fates: fates.map { .init(failures: $0.failures, ends: $0.ends) }).evidence(
            values)
    }

    @Test("an entry that only devices that failed have was made afterwards")
    func outcome() {
        let fates = { (failed: Int, others: Int) in
            (0..<failed + others).map { (failures: $0 < failed ? 1 : 0, ends: [Double]()) }
        }
        let mark = { (failed: Int, others: Int) in
            (0..<failed + others).map { $0 < failed ? "week \($0)" : "" }
        }
        #expect(fact(fates(8, 8), mark(8, 8)) == .outcome(failed: 8, others: 8))
        #expect(fact(fates(4, 40), mark(4, 40)) == nil, "four")
        // One choice in 11,628 of nineteen devices, and in 8,568 of eighteen.
        #expect(fact(fates(5, 14), mark(5, 14)) == .outcome(failed: 5, others: 14))
        #expect(fact(fates(5, 13), mark(5, 13)) == nil)
        var one = mark(8, 8)
        one[12] = "week 3"
        #expect(fact(fates(8, 8), one) == nil)
        let sides = (0..<16).map { $0 < 8 ? "a\($0)" : "b\($0 % 2)" }
        #expect(fact(fates(8, 8), sides) == nil, "several on both sides")
    }

    @Test("a number that is that of failures, or of the length of life, was known afterwards")
    func numbers() {
        let counts = (0..<9).map { (failures: $0 % 3 + 1, ends: [Double]()) }
        let values = { (map: (Int) -> String) in (0..<9).map(map) }
        #expect(fact(counts, values { "\(($0 % 3 + 1) * 7 - 2)" }) == .failureCount)
        #expect(fact(counts, values { $0 == 0 ? "9" : "\($0 % 3)" }) == nil)
        #expect(
            fact(Array(counts.prefix(7)), Array(values { "\($0 % 3)" }.prefix(7))) == nil, "seven")
        #expect(
            fact(counts.map { ($0.failures % 2, []) }, values { "\(($0 % 3 + 1) % 2)" }) == nil,
            "of two numbers")
        let lives = (0..<9).map { (failures: 1, ends: [100 + Double($0 * $0), Double($0 % 5)]) }
        #expect(fact(lives, values { "\(10 - $0 * $0)" }) == .lifeLength)
        #expect(fact(lives, values { "\($0 % 5)" }) == .lifeLength, "when it ended")
        #expect(fact(lives, values { "\($0 * 3 % 7)" }) == nil)
        #expect(fact(lives, values { _ in "x" }) == nil)
    }

    // MARK: - Columns

    private func columns(_ values: [[Double]]) throws -> ColumnFacts {
        let source = MadeSeries(values.map { .init($0) }, length: 99)
        return try ColumnFacts(
            [0], source: source,
            history: try FailureTimes(
                .failure, source: source, devices: Array(values.indices), until: .infinity))
    }

    @Test(
        "a column is constant where each device has one value, and numbers rows that count through all"
    )
    func facts() throws {
        #expect(try columns([[5, .nan, 5], [7.5], [.nan]]).constants(0) == ["5.0", "7.5", ""])
        #expect(try columns([[5, 5], [7, 8]]).constants(0) == nil)
        #expect(try columns([]).constants(0) == nil)
        #expect(try columns([[3, 4, 5, 9], [6, 7, 8]]).numbersRows(0))
        #expect(try !columns([[3, 4, 5], [6, 7, 9]]).numbersRows(0), "a gap")
        #expect(try !columns([[3, 5, 4], [6, 7, 8]]).numbersRows(0), "not rising")
        #expect(try !columns([[3, 4.5, 5], [6, 7, 8]]).numbersRows(0))
        #expect(try !columns([[3, 4, 5, 6, 7]]).numbersRows(0), "one device")
        #expect(try !columns([[3, 4], [5, 6]]).numbersRows(0), "two rows each")
        #expect(try columns([[3, 4, 5], [6, 7]]).numbersRows(0))
    }
}
