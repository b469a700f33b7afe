import Analysis
import Models
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("Samples that are learned from")
struct PredictionSamplesTests {
    private let codes: [(EventKind, String)] = [(.failure, "f"), (.error, "e")]

    private func recipe(
        _ task: PredictionRecipe.Task, _ source: MadeSeries, horizon: Double = 10
    ) -> PredictionRecipe {
        PredictionRecipe(task, catalog: source.catalog, horizon: horizon)
    }

    /// A hundred rows; failures at 25 and 40, errors at 10, 15 and 20.
    private func failing(first: Int = 0) -> MadeSeries {
        MadeSeries(
            [
                .init(
                    rows: (first..<100).map { (Double($0), [Double($0 % 7)]) },
                    events: [(25, 0), (40, 0), (10, 1), (15, 1), (20, 1)])
            ], codes: codes, length: 100)
    }

    @Test("stand a horizon apart; a failure within it is what is to be foretold")
    func failures() throws {
        let source = failing()
        let found = try PredictionSamples(recipe(.failure, source), source: source, devices: [0])
        #expect(found.times == stride(from: 10.0, through: 100, by: 10).map { $0 })
        #expect(found.devices == Array(repeating: 0, count: 10))
        #expect(Array(found.targets.prefix(9)) == [0, 1, 1, 0, 0, 0, 0, 0, 0])
        #expect(found.targets[9].isNaN, "nobody knows yet")
        #expect(Array(found.naive.prefix(3)) == [1, 2, 0] && found.lives.allSatisfy(\.isNaN))
        #expect(found.failures == [0: [25, 40]] && found.standing == 0)
        #expect(
            try found.matrix().rowCount == 10 && found.matrix().columnCount == found.names.count)
        let late = failing(first: 31)
        let times = try PredictionSamples(recipe(.failure, late), source: late, devices: [0]).times
        #expect(times.first == 40)
        // What the last ten rows are for has not come at 50.
        let until = try PredictionSamples(
            recipe(.failure, source), source: source, devices: [0], until: 50)
        #expect(until.times == [10, 20, 30, 40] && until.targets == [0, 1, 1, 0])
        #expect(until.failures == [0: [25, 40]])
    }

    @Test("are those of the moments that are asked for, or the last one of each device")
    func moments() throws {
        let source = failing()
        let recipe = recipe(.failure, source)
        let asked = try PredictionSamples(recipe, source: source, devices: [0, 0], at: [24.9, 90])
        #expect(asked.times == [24.9, 90, 24.9, 90] && asked.targets == [1, 0, 1, 0])
        let last = try PredictionSamples(recipe, source: source, devices: [0], lastOnly: true)
        #expect(last.times == [100])
        var wide = recipe
        wide.windows = Array(repeating: 1, count: 64)
        wide.metrics = (0..<1_000).map { "m\($0)" }
        #expect(throws: ModelError.unsupported(.inputTooLarge(name: "recipe"))) {
            try PredictionSamples(
                wide, source: source, devices: [0],
                at: (0..<2_200).map(Double.init))
        }
    }

    @Test("of lives are all rows up to the failure; who has not failed has no known end")
    func lives() throws {
        let source = MadeSeries(
            [
                .init((0..<20).map { Double($0 % 5) }),
                .init((0..<20).map { Double($0 % 5) }, events: [(9.5, 0)]),
            ], codes: codes, length: 19, kind: .cycle)
        let found = try PredictionSamples(
            recipe(.life, source), source: source, devices: [0, 1])
        #expect(found.times.count == 40 && found.targets.prefix(20).allSatisfy(\.isNaN))
        #expect(found.targets[20] == 9.5 && found.targets[29] == 0.5 && found.targets[30].isNaN)
        #expect(found.lives[0].isNaN && found.failures == [0: [], 1: [9.5]])
    }

    @Test("of lives in a set without failures end at the last row, no longer than is learned")
    func livesToTheEnd() throws {
        let source = MadeSeries(
            [.init((0..<20).map { Double($0 % 5) })], codes: [], length: 19, kind: .cycle)
        var recipe = recipe(.life, source)
        let found = try PredictionSamples(recipe, source: source, devices: [0])
        #expect(found.times.count == 20 && found.targets[0] == 19 && found.targets[19] == 0)
        recipe.longestLife = 12
        let bound = try PredictionSamples(recipe, source: source, devices: [0])
        #expect(bound.targets.prefix(9) == [12, 12, 12, 12, 12, 12, 12, 12, 11])
        #expect(bound.lives[0] == 19)
    }

    @Test("are not of rows that stand still after a failure")
    func standing() throws {
        let values = (0..<60).map { (20..<40).contains($0) ? 7 : Double($0 % 3) }
        let source = MadeSeries(
            [.init(values, events: [(20.5, 0), (59, 0)])], codes: codes, length: 59, kind: .cycle)
        let found = try PredictionSamples(recipe(.life, source), source: source, devices: [0])
        #expect(found.standing == 20 && found.targets[20...39].allSatisfy(\.isNaN))
        #expect(found.targets[19] == 1.5 && found.targets[40] == 19)
    }

    // MARK: - Features

    @Test("a row holds the last value, means, spreads, slopes and the way from the beginning")
    func values() throws {
        let source = MadeSeries(
            [.init([1, 2, 3, 4, 9, 9], events: [(1, 1), (3.5, 1)], attributes: ["7", "b"])],
            codes: codes, attributes: ["age", "model"], length: 9, kind: .cycle)
        var recipe = recipe(.life, source)
        recipe.windows = [2, 5]
        recipe.attributes = [.init(name: "age"), .init(name: "model", words: ["a", "b"])]
        let features = PredictionFeatures(recipe: recipe)
        let history = try DeviceHistory(0, source: source, recipe: recipe)
        let found = features.values(history, at: 4)
        #expect(
            features.names == [
                "x, last", "x, mean, 2", "x, spread, 2", "x, slope, 2",
                "x, mean since the beginning, 2", "x, mean, 5", "x, spread, 5", "x, slope, 5",
                "x, mean since the beginning, 5", "error e, count, 2", "error e, count, 5",
                "error e, time since", "failure f, count, 2", "failure f, count, 5",
                "failure f, time since", "age", "model = a", "model = b", "elapsed",
            ])
        // Rows 3 and 4 are 4 and 9; the five so far 1, 2, 3, 4 and 9 with a mean of 3.8.
        #expect(Array(found.prefix(3)) == [9, 6.5, 12.5.squareRoot()] && found[3].isNaN)
        #expect(abs(found[4] - 2.7) < 1e-12 && abs(found[5] - 3.8) < 1e-12 && abs(found[8]) < 1e-12)
        #expect(abs(found[7] - 1.8) < 1e-12, "18 by 10")
        #expect(Array(found[9...11]) == [1, 2, 0.5])
        #expect(found[12] == 0 && found[13] == 0 && found[14].isNaN)
        #expect(Array(found[15...18]) == [7, 0, 1, 4])
        #expect(
            features.sources.map(\.kind) == Array(repeating: .reading, count: 9)
                + Array(repeating: .error, count: 3) + Array(repeating: .failure, count: 3)
                + Array(repeating: .attribute, count: 3) + [.age])
    }

    @Test(
        "windows are called by their length",
        arguments: [
            (86_400.0, ["6 h", "24 h", "3 d", "7 d", "28 d"]),
            (3_600, ["15 min", "60 min", "3 h", "7 h", "28 h"]),
            (360, ["90 s", "6 min", "18 min", "42 min", "168 min"]),
        ] as [(Double, [String])])
    func labels(horizon: Double, labels: [String]) {
        let source = MadeSeries([], length: 1e6)
        let names = PredictionFeatures(recipe: recipe(.failure, source, horizon: horizon)).names
        let found = names.filter { $0.hasPrefix("x, mean, ") }.map { $0.dropFirst(9) }
        #expect(found.map(String.init) == labels)
    }

    // MARK: - The recipe

    @Test("takes the forty commonest codes, numbers and few words, and windows by the horizon")
    func recipe() throws {
        let codes = (0..<41).map { (EventKind.error, "e\($0)") }
        let units = (0..<21).map { device in
            MadeSeries.Unit(
                attributes: ["\(device)", device < 20 ? "w\(device)" : "", "same", "n\(device)"],
                events: (0..<(device == 0 ? 41 : 40)).map { (1, $0) })
        }
        let source = MadeSeries(
            units, codes: codes, attributes: ["age", "words", "one", "many"], length: 100, step: 2)
        var recipe = recipe(.failure, source)
        #expect(recipe.codes.count == 40 && !recipe.codes.contains { $0.name == "e40" })
        #expect(recipe.codes.map(\.name) == recipe.codes.map(\.name).sorted())
        #expect(recipe.attributes.map(\.name) == ["age", "words"])
        #expect(recipe.attributes[0].words == nil && recipe.attributes[1].words?.count == 20)
        #expect(recipe.windows == [2.5, 10, 30, 70, 280] && recipe.step == 10)
        #expect(self.recipe(.life, source).windows == [10, 30, 60, 120])
        recipe.look(ahead: 4, source.catalog.axis)
        #expect(recipe.horizon == 4 && recipe.step == 4 && recipe.windows == [1, 4, 12, 28, 112])
        recipe.setAside([
            .init(source: .init(.reading, "x"), evidence: .timeToEnd),
            .init(source: .init(.error, "e3"), evidence: .lifeLength),
            .init(source: .init(.attribute, "age"), evidence: .lifeLength),
            .init(source: .init(.failure, "mark"), evidence: .label(value: 1, lead: 2)),
        ])
        #expect(
            recipe.metrics.isEmpty && recipe.codes.count == 39 && recipe.notFailures == ["mark"])
        #expect(recipe.attributes.map(\.name) == ["words"])
        #expect(PredictionRecipe(metadata: ["recipe": recipe.json]) == recipe)
        recipe.windows = Array(repeating: 1, count: 65)
        #expect(PredictionRecipe(metadata: ["recipe": recipe.json]) == nil)
    }

    @Test("readings of machines that are switched are held against their regime")
    func regimes() throws {
        let rows = (0..<600).map { row -> (time: Double, values: [Double]) in
            let regime = (row * 7 + row / 5) % 3
            let noise = Double((row * 7_919) % 101) / 101 - 0.5
            return (Double(row), [[20.0, 55, 100][regime], [40.0, 62, 75][regime] + noise])
        }
        let source = MadeSeries(
            (0..<3).map { _ in .init(rows: rows) }, metrics: ["load", "heat"], length: 600,
            kind: .cycle)
        let scaling = try #require(
            try RegimeScaling(
                metrics: ["load", "heat"], source: source, devices: [0, 1, 2], until: .infinity))
        let scaled = scaling.scaled([rows.map { $0.values[0] }, rows.map { $0.values[1] }])
        #expect(abs(Statistics.mean(scaled[1])) < 1e-6)
        #expect(abs(Statistics.standardDeviation(scaled[1]) - 1) < 0.01)
        #expect(scaled[0].allSatisfy { $0.isNaN }, "the load does not vary within one")
        #expect(scaling.scaled([[500], [50]])[1][0].isNaN, "in no regime")
        let still = MadeSeries([.init((0..<600).map { Double(($0 * 7_919) % 101) })], length: 600)
        let none = try RegimeScaling(
            metrics: ["x"], source: still, devices: [0], until: .infinity)
        #expect(none == nil)
    }
}
