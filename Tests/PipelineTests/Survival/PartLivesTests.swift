import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Lives of parts")
struct PartLivesTests {
    static let day = 86_400.0

    /// Whether a value lies within the limits or half their width beyond: three deviations.
    private func holds(_ limited: PartLives.Limited?, _ truth: Double) -> Bool {
        guard let limited else { return false }
        let margin = (limited.high - limited.low) / 4
        return limited.low - margin <= truth && truth <= limited.high + margin
    }

    @Test("Parts with repairs of the same name: each code has a clock of its own")
    func twoClocks() throws {
        let report = try WearingFleet(
            parts: [
                .init(failure: "comp1", repair: "comp1"),
                .init(failure: "comp2", repair: "comp2", shape: 1, life: 90),
            ], wait: 0
        ).report()
        let (worn, steady) = (try report.life("comp1"), try report.life("comp2"))
        #expect(worn.ageing == .wears && holds(worn.shape, 3) && holds(worn.life, 60 * Self.day))
        #expect(steady.ageing == .none && holds(steady.shape, 1))
        #expect(holds(steady.life, 90 * Self.day) && steady.past == nil)
        #expect(worn.clock == .repairs && worn.working == 60)
        #expect(report.horizon == 30 * Self.day && report.span == 90 * Self.day)
        // A machine whose steady part never failed in the year has one of unknown age.
        #expect(report.risks.count == 60 + steady.working && steady.working > 55)
        let probabilities = report.risks.compactMap { $0.probability?.value }
        #expect(probabilities == probabilities.sorted(by: >))
        #expect(probabilities.count == report.risks.count)
    }

    @Test(
        "Failures alone: the failure starts the next clock, and the first lives have no known age")
    func failuresAlone() throws {
        let report = try WearingFleet(parts: [.init(failure: "Getriebe", repair: nil)]).report()
        let life = try report.life("Getriebe")
        #expect(life.ageing == .wears && life.clock == .failures && holds(life.shape, 3))
        // Nearly all machines fail within the year once at an age that nobody knows.
        #expect(life.unknownAge >= 55 && life.unknownAge <= 60)
    }

    @Test("Repairs of other names, in another language, are found by when they come")
    func otherNames() throws {
        let report = try WearingFleet(
            parts: [
                .init(failure: "Подшипник", repair: "замена А", replacedAt: 50),
                .init(failure: "Насос", repair: "замена Б", shape: 1.6, life: 80),
            ], wait: 0.2
        ).report()
        let bearing = try report.life("Подшипник")
        #expect(bearing.clock == .repairs && bearing.ageing == .wears)
        #expect(holds(bearing.shape, 3) && holds(bearing.life, 60 * Self.day))
        #expect(bearing.censored > bearing.failures / 2)
        #expect(holds(try report.life("Насос").shape, 1.6))
    }

    @Test("A repair log that begins before the failures gives ages to the first lives")
    func earlierRepairs() throws {
        let part = WearingFleet.Part(failure: "seal", repair: "seal", life: 120)
        let without = try WearingFleet(days: 200, parts: [part]).report().life("seal")
        let with = try WearingFleet(days: 200, before: 200, parts: [part]).report().life("seal")
        #expect(with.unknownAge < 5 && without.unknownAge > 40)
        #expect(with.failures > without.failures && holds(with.life, 120 * Self.day))
        #expect(holds(with.shape, 3))
    }

    @Test("One failure that is written five times is one, with and without repairs")
    func bursts() throws {
        for repair in ["pump", nil] {
            let life = try WearingFleet(
                parts: [.init(failure: "pump", repair: repair)], wait: 0.5, reports: 5
            ).report().life("pump")
            #expect(life.ageing == .wears && life.failures < 450, "\(String(describing: repair))")
            #expect((life.shape?.low ?? 0) > 2.2 && (life.shape?.high ?? 9) < 4)
        }
    }

    @Test("A part that fails again right after its repair has failed twice")
    func earlyFailures() throws {
        let life = try WearingFleet(
            parts: [.init(failure: "filter", repair: "filter", shape: 0.5, life: 60)], wait: 0.3
        ).report().life("filter")
        #expect(life.ageing == .failsEarly && holds(life.shape, 0.5))
        #expect(holds(life.life, 60 * Self.day))
    }

    @Test("An age of the device is that of the part only where the failures say so")
    func firstAges() throws {
        for isAge in [true, false] {
            let life = try InstalledFleet(isAge: isAge).report().life("gearbox")
            #expect(life.firstAge.attribute == (isAge ? "age" : nil))
            #expect(life.ageing == .wears && holds(life.shape, 4))
            #expect(holds(life.life, 300 * Self.day))
            #expect(isAge ? life.unknownAge == 0 : life.unknownAge > 100)
        }
    }

    @Test("Dates of installation tell ages by themselves, and ages need a unit")
    func readings() throws {
        let axis = TimeAxis(
            kind: .time(zone: "UTC", isStated: true), start: 0, bucketWidth: Self.day,
            bucketCount: 100, dataRange: 0...(100 * Self.day))
        let devices = (0..<6).map { index in
            Catalog.Device(
                name: "m\(index)",
                attributes: ["1969-0\(index + 4)-01", "model\(index % 2)", "\(index),5"])
        }
        let catalog = Catalog(
            name: "set", axis: axis, devices: devices, attributes: ["installed", "model", "age"],
            metrics: [], codes: [], severities: [], hasLabels: false, rows: 6)
        let readings = AttributeAges.readings(
            Scope(catalog: catalog, choice: Choice()), devices: Array(0..<6), at: 0)
        #expect(readings.map(\.attribute) == ["installed", "age", "age", "age", "age"])
        #expect(readings[0].isDate && readings[0].ages[0] == 275 * Self.day)
        #expect(readings[2].ages[3] == 3.5 * Self.day)
    }

    @Test("Three failures are too few, and the report says how many there are")
    func few() throws {
        let lines =
            ["datetime,machineID,failure"]
            + [(10, 1), (40, 1), (80, 1)].map { "\(MadeSet.moment($0.0 * 24)),m\($0.1),belt" }
        var files = WearingFleet(devices: 5, parts: []).files()
        files["failures.csv"] = lines
        let report = try #require(MadeSet(files).pipeline.run(.init()).snapshot.trends.partLives)
        #expect(report.codes.isEmpty && report.risks.isEmpty)
        #expect(report.tooFew.map(\.found) == [2] && report.tooFew.first?.code.name == "belt")
    }

    @Test("All parts fail at one instant, again and again: no distribution, and nothing breaks")
    func together() throws {
        let lines =
            ["datetime,machineID,failure"]
            + stride(from: 20.0, to: 360, by: 40).flatMap { day in
                (0..<8).map { "\(MadeSet.moment(day * 24)),m\($0),valve" }
            }
        var files = WearingFleet(devices: 8, parts: []).files()
        files["failures.csv"] = lines
        let report = try #require(MadeSet(files).pipeline.run(.init()).snapshot.trends.partLives)
        let life = try report.life("valve")
        #expect(life.ageing == .irregular && life.shape == nil && life.fitted.isEmpty)
        #expect(life.life?.value == 40 * Self.day)
        // They have stood for 25 days: within 30 all of them are at the age at which all have failed.
        #expect(report.risks.compactMap { $0.probability?.value } == Array(repeating: 1, count: 8))
    }

    @Test("A part that never failed has no life to tell, and no failures give no report")
    func never() throws {
        var files = WearingFleet(parts: [.init(failure: "comp1", repair: "comp1")]).files()
        files["maintenance.csv", default: []].append(
            MadeSet.moment(24 * 300) + ",m1,lamp")
        let report = try #require(MadeSet(files).pipeline.run(.init()).snapshot.trends.partLives)
        #expect(report.codes.map(\.code.name) == ["comp1"] && report.tooFew.isEmpty)
        files["failures.csv"] = nil
        #expect(try MadeSet(files).pipeline.run(.init()).snapshot.trends.partLives == nil)
    }

    @Test("Where files name only devices that failed, how many fail is not foretold")
    func onlyFailed() throws {
        let whole = WearingFleet(
            devices: 400, parts: [.init(failure: "disk", repair: nil, shape: 1, life: 400)])
        let listed = try whole.report()
        let next = try listed.life("disk").next
        #expect(!listed.namesOnlyFailed && next != nil)
        let files = whole.files().filter { $0.key == "failures.csv" }
        let report = try #require(MadeSet(files).pipeline.run(.init()).snapshot.trends.partLives)
        let life = try report.life("disk")
        #expect(report.namesOnlyFailed && life.next == nil && life.test == nil)
        #expect(life.failures > 50)
    }

    @Test("A period in the middle is told of as at its end, with the ages known before it")
    func period() throws {
        let fleet = WearingFleet(parts: [.init(failure: "comp1", repair: "comp1")])
        let pipeline = try MadeSet(fleet.files()).pipeline
        let to = MadeSet.start + 250 * Self.day
        let cut = try #require(
            pipeline.run(.init(from: to - 100 * Self.day, to: to)).snapshot.trends.partLives)
        let whole = try fleet.report()
        #expect(cut.end == to && cut.risks.allSatisfy { $0.age <= 250 * Self.day })
        let (early, all) = (try cut.life("comp1"), try whole.life("comp1"))
        #expect(early.failures < all.failures && early.failures > all.failures / 3)
        #expect(holds(early.life, 60 * Self.day))
    }

    @Test("The span before the end is foretold from what was known, 9 times out of 10")
    func backTest() throws {
        var held = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            let life = try WearingFleet(
                devices: 40, parts: [.init(failure: "c", repair: "c", replacedAt: 75)], seed: seed
            ).report().life("c")
            held += try #require(life.test).isHeld ? 1 : 0
            #expect((life.next?.range.count ?? 0) > 1)
        }
        #expect(held >= 16)
    }
}
