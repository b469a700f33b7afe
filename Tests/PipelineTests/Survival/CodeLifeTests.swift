import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The figures of one failure code")
struct CodeLifeTests {
    private static let day = MadeSource.day

    /// Parts that are watched for 400 days and fail at these ages, one after the other.
    private func parts(
        _ ages: [[Double]], firstAge: Double? = 0, awaitsRepair: Bool = false,
        match: RepairMatch? = nil
    ) -> PartRecords.Parts {
        let records = ages.enumerated().map { device, ages in
            var time = 0.0
            return PartRecord(
                device: device, watched: 0...400 * Self.day,
                failures: ages.map { age in
                    time += age * Self.day
                    return time
                }, renewals: [], firstAge: firstAge)
        }
        let none = RepairMatch(
            of: CodeRef(index: 0, kind: .failure, name: "f", rank: 0), repairs: [],
            aftermaths: RepairAftermaths([], kind: { _ in .other }, exposure: 1))
        return PartRecords.Parts(
            records: records, match: match ?? none, awaitsRepair: awaitsRepair, firstAge: .unknown)
    }

    private func result(
        _ parts: PartRecords.Parts, foretells: Bool = true
    ) throws -> CodeLifeBuilder.Result {
        let source = MadeSource(
            parts.records.map { .init(name: "d\($0.device)") }, codes: [(.failure, "f")],
            length: 400 * Self.day)
        return CodeLifeBuilder(
            scope: source.scope, code: try #require(source.catalog.codeRefs.first), parts: parts,
            spans: try #require(PartSpans(0...400 * Self.day)), end: 400 * Self.day,
            foretells: foretells
        ).result()
    }

    private func known(
        _ parts: PartRecords.Parts, foretells: Bool = true
    ) throws -> (life: CodeLife, risks: [PartLives.Risk]) {
        guard case .known(let life, let risks) = try result(parts, foretells: foretells) else {
            Issue.record("too few")
            throw LoadError.noFiles(dataset: "")
        }
        return (life, risks)
    }

    /// Ages close to a hundred days.
    private let worn: [[Double]] = [
        [90, 94, 98], [102, 106, 110], [114, 90, 94], [98, 102, 106], [110, 114, 90],
        [94, 98, 102],
    ]

    @Test("nine failures at a known age are too few, and the number is told")
    func few() throws {
        let nine = parts([[30, 30, 30], [40, 40, 40], [50, 50, 50]])
        guard case .tooFew(let found) = try result(nine) else {
            Issue.record("not too few")
            return
        }
        #expect(found == 9)
        guard
            case .tooFew(let unknown) = try result(parts(worn.prefix(3).map { $0 }, firstAge: nil))
        else {
            Issue.record("not too few")
            return
        }
        #expect(unknown == 6, "three are of unknown age")
    }

    @Test("counts failures, parts at work and those past their life")
    func counts() throws {
        let (life, risks) = try known(parts(worn))
        #expect(life.failures == 18 && life.working == 6 && life.censored == 6)
        #expect(life.unknownAge == 0 && life.ageing == .wears && life.clock == .failures)
        let ages = worn.map { 400 - $0.reduce(0, +) }
        #expect(
            risks.map { $0.age / Self.day } == ages && risks.map(\.device.index) == Array(0..<6))
        let usual = try #require(life.life)
        #expect(usual.value > 90 * Self.day && usual.value < 114 * Self.day)
        #expect(usual.low <= usual.value && usual.value <= usual.high)
        #expect(risks.map(\.isPastLife) == risks.map { $0.age > usual.value })
        #expect(life.past == risks.count { $0.isPastLife })
        // The older of two worn parts is likelier to fail.
        let oldest = try #require(risks.max { $0.age < $1.age }?.probability?.value)
        let youngest = try #require(risks.min { $0.age < $1.age }?.probability?.value)
        #expect(oldest > youngest && oldest <= 1 && youngest >= 0)
        #expect(life.next != nil && life.test != nil)
        let mute = try known(parts(worn), foretells: false).life
        #expect(mute.next == nil && mute.test == nil && mute.failures == 18)
    }

    @Test("has the curve of the survivors, and the fitted one from 1 on")
    func curve() throws {
        let life = try known(parts(worn)).life
        let ages = worn.joined().map { $0 * Self.day }
        // Three of them failed at ninety days; four that are at work are older.
        #expect(life.curve.first?.age == ages.min() && life.curve.first?.atRisk == 18 + 4)
        #expect(abs((life.curve.first?.survival.value ?? 0) - (1 - 3.0 / 22)) < 1e-12)
        let values = life.curve.map(\.survival.value)
        #expect(values == values.sorted(by: >))
        #expect(life.curve.map(\.age) == Set(ages).filter { $0 <= life.reach }.sorted())
        #expect(life.fitted.count == 61 && life.fitted.first?.survival.value == 1)
        #expect(life.fitted.first?.age == life.start && life.fitted.last?.age == life.reach)
        let all: [Double] = (0..<250).map { 40 + 0.1 * Double($0) }
        let ages250 = (0..<50).map { Array(all[$0 * 5..<$0 * 5 + 5]) }
        let many = try known(parts(ages250)).life
        #expect(many.curve.count > 60 && many.curve.count <= 121)
        #expect(abs((many.curve.last?.age ?? 0) - 64.9 * Self.day) < 1)
    }

    @Test("says by what clocks are started, and what the record tells of first ages")
    func clocks() throws {
        var match = parts([]).match
        match.following = [3]
        #expect(try known(parts(worn, match: match)).life.clock == .both)
        var waiting = parts(worn, awaitsRepair: true, match: match)
        let renewed = waiting.records.map { record in
            var record = record
            record.renewals = record.failures
            return record
        }
        waiting = PartRecords.Parts(
            records: renewed, match: match, awaitsRepair: true, firstAge: .attribute("age"))
        let life = try known(waiting).life
        #expect(life.clock == .repairs && life.firstAge == .attribute("age"))
        #expect(
            [LifeModel.Ageing.wears, .failsEarly, .none, .irregular].map(CodeLife.Ageing.init)
                == [.wears, .failsEarly, .none, .irregular])
    }

    @Test("of an earlier time nothing later is known")
    func estimate() {
        let parts = parts([[100, 100], [150], [], [300, 50]])
        let whole = LifeEstimate(parts, end: 400 * Self.day)
        #expect(
            whole.failures == 5 && whole.working.map { $0.age / Self.day } == [200, 250, 400, 50])
        #expect(whole.model == nil && whole.expected(within: 1) == nil && whole.unknownAge == 0)
        let early = LifeEstimate(parts, end: 180 * Self.day)
        #expect(
            early.failures == 2 && early.working.map { $0.age / Self.day } == [80, 30, 180, 180])
        #expect(early.working.map(\.device) == [0, 1, 2, 3])
        let unknown = LifeEstimate(
            self.parts([[100, 100], []], firstAge: nil), end: 400 * Self.day)
        #expect(unknown.failures == 1 && unknown.unknownAge == 1)
        #expect(unknown.working.map(\.device) == [0] && unknown.lives.count == 4)
    }

    // MARK: - First ages

    private func choice(
        isAge: Bool, isDate: Bool, readings: Int = 1, devices: Int = 60, later: Int = 0
    ) -> String? {
        var generator = SeededGenerator(seed: 9)
        var lives: [PartLife] = []
        var ages: [Int: Double] = [:]
        for device in 0..<devices {
            // Parts that live close to a hundred days, of any age when the record begins.
            let age = 80 * generator.uniform()
            let left = 95 + 10 * generator.uniform() - age
            ages[device] = isAge ? age : 80 * generator.uniform()
            lives.append(
                PartLife(device: device, start: nil, from: 10, to: 10 + left, end: .failure))
            if device < later {
                let next = 95 + 10 * generator.uniform()
                lives.append(
                    PartLife(
                        device: device, start: 10 + left, from: 10 + left, to: 10 + left + next,
                        end: .failure))
            }
        }
        let reading = FirstAges.Reading(attribute: "age", ages: ages, isDate: isDate)
        let others = (1..<max(readings, 1)).map { _ in
            FirstAges.Reading(attribute: "other", ages: [:], isDate: true)
        }
        return FirstAges(readings: [reading] + others, opening: 10).choice(for: lives)?.attribute
    }

    @Test("are those that the failures speak for; a number needs five more at a known age")
    func firstAges() {
        #expect(choice(isAge: true, isDate: true) == "age")
        #expect(choice(isAge: false, isDate: true, later: 20) == nil)
        #expect(choice(isAge: true, isDate: false) == nil)
        #expect(choice(isAge: true, isDate: false, later: 4) == nil)
        #expect(choice(isAge: true, isDate: false, later: 5) == "age")
        #expect(choice(isAge: false, isDate: false, later: 20) == nil)
        #expect(FirstAges(readings: [], opening: 0).choice(for: []) == nil)
    }

    @Test("all of it is a report of the set, by the number of failures, with too few ones named")
    func builder() throws {
        let often = (0..<6).flatMap { _ in (1...3).map { (day: Double($0) * 18 + 1, code: 0) } }
        let units = (0..<6).map { device in
            MadeSource.Unit(
                "d\(device)",
                days: often.prefix(3) + [(day: 30.0, code: 1)].filter { _ in device < 2 },
                rows: MadeSource.daily(0..<61) { _ in [1] })
        }
        let source = MadeSource(
            units, metrics: ["x"],
            codes: [(.failure, "often"), (.failure, "twice"), (.failure, "never")])
        let report = try #require(
            try PartLivesBuilder(
                source: source, scope: source.scope, fleet: try source.fleet()
            ).report())
        #expect(
            report.codes.map(\.code.name) == ["often"]
                && report.tooFew.map(\.code.name) == ["twice"])
        #expect(report.tooFew.map(\.found) == [0], "none at a known age")
        #expect(
            report.end == 60 * Self.day && report.span == 7 * Self.day
                && report.horizon == report.span)
        #expect(report.risks.count == 6 && !report.namesOnlyFailed)
        let records = try #require(
            try PartRecords(source: source, scope: source.scope, fleet: try source.fleet()))
        #expect(records.counts == [0: 18, 1: 2] && records.watched == 0...60 * Self.day)
        let parts = records.parts(of: try #require(source.catalog.codeRefs.first))
        #expect(parts.match.isEmpty && !parts.awaitsRepair && parts.firstAge == .unknown)
        #expect(parts.records.map(\.device) == Array(0..<6))
        #expect(parts.records[0].failures.map { $0 / Self.day } == [19, 37, 55])
        let cycles = MadeSource(
            units, metrics: ["x"], codes: [(.failure, "f"), (.failure, "g")], kind: .cycle)
        #expect(
            try PartLivesBuilder(
                source: cycles, scope: cycles.scope, fleet: try cycles.fleet()
            ).report() == nil)
    }
}
