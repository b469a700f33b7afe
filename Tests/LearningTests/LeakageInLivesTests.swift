import Foundation
import Reports
import Telemetry
import Testing
@testable import Learning

/// What is set aside, and what is not, where units run until they fail.
@Suite("Columns of lives")
struct LeakageInLivesTests {
    private static func leaks(
        _ name: String, _ value: @escaping MadeLives.Column
    ) throws -> [BackTest.Leak] {
        let fleet = try MadeFleet(["train.csv": MadeLives(columns: [(name, value)]).lines()])
        let source = fleet.source
        let devices = Array(source.catalog.devices.indices)
        let recipe = PredictionRecipe(.life, catalog: source.catalog, horizon: 1)
        let history = try FailureTimes(.life, source: source, devices: devices, until: .infinity)
        return try LeakageSearch(recipe, source: source, history: history).leaks()
    }

    static let answers: [(String, MadeLives.Column)] = [
        ("cycles_left", { $0.left }),
        ("target", { min(50, $0.left) }),
        ("hours to go", { 24 * $0.left + 3 }),
        ("health", { (100 * $0.left / $0.life).rounded() }),
        ("wearout", { 1 - pow($0.cycle / $0.life, 2) }),
        ("marker", { $0.left < 20 ? 1 : 0 }),
        ("stage", { $0.left < 15 ? 2 : $0.left < 30 ? 1 : 0 }),
        ("last tenth", { $0.cycle > 0.9 * $0.life ? 1.5 : 0.5 }),
        ("fifth", { (5 * ($0.cycle - 1) / $0.life).rounded(.down) + 0.5 }),
        ("total", { $0.life }),
        ("tick", { Double($0.number) }),
        ("estimate", { $0.left + $0.noise[0] }),
        ("rough estimate", { $0.left + 2 * $0.noise[0] }),
        ("index", { ((1 - pow($0.cycle / $0.life, 1.5)) * 1_000).rounded() / 1_000 }),
        ("km to go", { $0.left * Double(30 + $0.unit) }),
        ("priority", { (10_000 / (1 + $0.left)).rounded() / 10_000 }),
        ("percent", { (100 * $0.cycle / $0.life).rounded() }),
        ("log distance", { (log(1 + $0.left) * 1_000).rounded() / 1_000 }),
    ]

    @Test("that hold the answer are set aside", arguments: answers)
    func answer(name: String, value: @escaping MadeLives.Column) throws {
        let found = try Self.leaks(name, value)
        #expect(found.map(\.source.name) == [name])
    }

    static let measured: [(String, MadeLives.Column)] = [
        // Reaches its limit by itself, and passes it by up to a cycle.
        ("wear", { $0.cycle * $0.rate }),
        ("crack", { exp(-$0.left / 20) + 0.02 * $0.noise[0] }),
        ("load", { $0.load }),
        ("hours", { 10 * $0.cycle }),
        ("limit switch", { $0.left <= $0.alarm ? 1 : 0 }),
        ("vibration", { ($0.left < 20 ? 10 : 0) + $0.noise[0] }),
        ("hardness", { $0.life + Double($0.unit % 5) }),
        ("belt", { 30 - $0.cycle.truncatingRemainder(dividingBy: 30) }),
        ("efficiency", { 20 * (1 - $0.left / 100) + $0.noise[0] }),
        ("capacity", { 100 - 20 * $0.cycle * $0.rate + 0.2 * $0.noise[0] }),
        ("clearance", { 5 - $0.cycle * $0.rate + 0.01 * $0.noise[0] }),
        ("heat", { 60 + 30 * exp(-$0.left / 40) + 0.5 * $0.noise[0] }),
        ("step", { ($0.cycle / 20).rounded(.down) + 0.5 }),
        ("starts", { ($0.load / 3).rounded() }),
    ]

    @Test("that were measured are kept, however much they tell", arguments: measured)
    func kept(name: String, value: @escaping MadeLives.Column) throws {
        #expect(try Self.leaks(name, value).isEmpty)
    }

    @Test("that hold the answer are not learned from, and the model says so")
    func learned() throws {
        let columns: [(name: String, value: MadeLives.Column)] = [
            ("cycles_left", { $0.left }), ("crack", { exp(-$0.left / 20) + 0.5 * $0.noise[0] }),
        ]
        let source = try MadeFleet(["train.csv": MadeLives(columns: columns).lines()]).source
        let trained = try PredictionTraining(.life, horizon: 1).train(on: source)
        #expect(trained.test.leaks?.map(\.source.name) == ["cycles_left"])
        #expect(trained.recipe.metrics == ["temp", "crack"])
        #expect(!trained.features.contains { $0.contains("cycles_left") })
        #expect(try #require(trained.test.rmse) > 2)
        let read = BackTest(metadata: [BackTest.metadataKey: trained.test.json])
        #expect(read?.leaks == trained.test.leaks)
    }

    @Test("say how they count down")
    func countdown() throws {
        let found = try Self.leaks("hours to go") { 24 * $0.left + 240 }
        #expect(found.map(\.evidence) == [.countdown(step: -24, end: 240)])
        let label = try Self.leaks("marker") { $0.left < 20 ? 1 : 0 }
        #expect(label.map(\.evidence) == [.label(value: 1, lead: 19)])
    }
}
