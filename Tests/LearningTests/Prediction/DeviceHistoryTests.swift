import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("What is known of a device at a time")
struct DeviceHistoryTests {
    // MARK: - One signal

    @Test("means, spreads and slopes of a range take what was read, and need enough of it")
    func signal() {
        let signal = SignalHistory([10, .nan, 14, 12, 20])
        #expect(signal.mean(0..<5) == 14 && signal.mean(1..<2).isNaN && signal.mean(2..<4) == 13)
        #expect(abs(signal.deviation(0..<5) - (56.0 / 3).squareRoot()) < 1e-12)
        #expect(signal.deviation(0..<2).isNaN && signal.deviation(2..<4) == 2.0.squareRoot())
        // By place: 18 / 8.75 over all, 4 / (42 / 9) over three.
        #expect(abs(signal.slope(0..<5) - 18 / 8.75) < 1e-12)
        #expect(abs(signal.slope(0..<4) - 6.0 / 7) < 1e-12 && signal.slope(0..<3).isNaN)
        #expect(signal.last(before: 0).isNaN && signal.last(before: 2).isNaN)
        #expect(signal.last(before: 3) == 14 && signal.last(before: 5) == 20)
        #expect(signal.start(before: 1) == 10 && signal.start(before: 3) == 12)
        let long = SignalHistory((0..<12).map { Double($0 * $0) })
        #expect(long.start(before: 12) == 28.5, "of the first ten")
        let level = SignalHistory([1e9 + 1, 1e9 + 2, 1e9 + 3])
        #expect(level.deviation(0..<3) == 1 && level.slope(0..<3) == 1)
        #expect(
            SignalHistory([]).mean(0..<0).isNaN && SignalHistory([5, 5, 5]).deviation(0..<3) == 0)
    }

    // MARK: - Times

    private func history(
        _ times: [Double], step: Double = 3_600, kind: TimeKind = MadeSeries.dates
    ) throws -> DeviceHistory {
        let source = MadeSeries(
            [.init(rows: times.map { ($0, [1]) })], length: 1e7, step: step, kind: kind)
        return try DeviceHistory(
            0, source: source,
            recipe: PredictionRecipe(.failure, catalog: source.catalog, horizon: 86_400))
    }

    @Test("a reading is known when its bucket is over, one of a day when the day is")
    func known() throws {
        #expect(try history([0, 3_600, 7_200]).known == [3_600, 7_200, 10_800])
        #expect(try history([5, 6], step: 1, kind: .cycle).known == [5, 6])
        let day = 86_400.0
        #expect(try history([0, day, 2 * day]).known == [day, 2 * day, 3 * day])
        #expect(try history([0, day], step: 2 * day).known == [2 * day, 3 * day])
        #expect(
            try history([3_600, day + 3_600]).known == [7_200, day + 7_200], "not at midnight")
        // The last of a day before hours is one of an hour.
        #expect(try history([0, day, day + 3_600]).known == [day, day + 3_600, day + 7_200])
        #expect(try history([day / 2 + 1, day]).known.last == day + 3_600)
        #expect(try history([day / 2, day]).known.last == 2 * day)
    }

    @Test("the readings at a time are those that became known within a length before it")
    func readings() throws {
        let history = try history((0..<10).map { Double($0) * 3_600 })
        #expect(history.readings(at: 5 * 3_600, within: 7_200) == 3..<5)
        #expect(history.readings(at: 5 * 3_600 - 1, within: 7_200) == 2..<4)
        #expect(history.readings(at: 0, within: 9e9) == 0..<0)
        #expect(history.readings(at: 9e9, within: 9e9 - 18_000) == 5..<10)
    }

    // MARK: - Events and attributes

    private let codes: [(EventKind, String)] = [
        (.error, "e"), (.failure, "f"), (.failure, "mark"), (.repair, "r"),
    ]

    @Test(
        "events of logs that name days are known when the day is over, failures just after it began"
    )
    func events() throws {
        let source = MadeSeries(
            [
                .init(
                    attributes: ["m2", "3.5", "north"],
                    rows: (0..<40).map { (Double($0) * 3_600, [Double($0 % 3)]) },
                    events: [(5, 0), (9, 1), (20, 2), (11, 3), (3, 0)])
            ], codes: codes, attributes: ["model", "age", "gone"], length: 1e6)
        var recipe = PredictionRecipe(.failure, catalog: source.catalog, horizon: 86_400)
        for place in recipe.codes.indices { recipe.codes[place].namesDays = true }
        recipe.codes.append(.init(kind: .other, name: "unknown"))
        recipe.notFailures = ["mark"]
        recipe.metrics.append("lost")
        recipe.attributes = [
            .init(name: "model", words: ["m1", "m2"]), .init(name: "age"), .init(name: "nowhere"),
        ]
        let history = try DeviceHistory(0, source: source, recipe: recipe)
        let names = recipe.codes.map(\.name)
        let times = Dictionary(uniqueKeysWithValues: zip(names, history.events))
        #expect(times["e"] == [86_403, 86_405] && times["f"] == [10] && times["mark"] == [21])
        #expect(times["r"] == [86_411] && times["unknown"] == [])
        #expect(history.failures == [10] && history.errors == [86_403, 86_405])
        #expect(history.nextFailure(after: 9.9) == 10 && history.nextFailure(after: 10) == nil)
        #expect(history.attributes[0] == 0 && history.attributes[1] == 1)
        #expect(history.attributes[2] == 3.5 && history.attributes[3].isNaN)
        #expect(history.signals.map { $0 == nil } == [false, true])
    }

    @Test("a device stands still from when what repeats itself is known to when it ends")
    func standing() throws {
        let values = (0..<60).map { (20..<40).contains($0) ? 7 : Double($0 % 3) }
        let source = MadeSeries(
            [.init(values, events: [(20.5, 1)])], codes: codes, length: 60, kind: .cycle)
        let recipe = PredictionRecipe(.failure, catalog: source.catalog, horizon: 5)
        let history = try DeviceHistory(0, source: source, recipe: recipe)
        #expect(
            [19.9, 20, 30, 39, 39.1].map(history.isStanding) == [false, true, true, true, false])
    }

    // MARK: - What is usual

    @Test("how far a value is from usual counts in median distances, or in itself")
    func usual() throws {
        let usual = UsualRow(
            try FeatureMatrix(rows: [[1, 0, .nan], [2, 0, .nan], [4, 0, .nan], [9, 5, .nan]]))
        #expect(usual.medians[0] == 3 && usual.medians[1] == 0 && usual.medians[2].isNaN)
        // Distances of 2, 1, 1 and 6.
        #expect(usual.distance(6, 0) == 2 && usual.distance(0, 0) == 2)
        #expect(
            usual.distance(4, 1) == 4 && usual.distance(4, 2) == 0 && usual.distance(.nan, 0) == 0)
    }

    private func features(scaled: Bool = false) throws -> PredictionFeatures {
        let json = """
            {"task":"failure","horizon":10,"step":10,"windows":[5,20,70],"metrics":["x"],\
            "codes":[{"kind":"error","name":"e"}],\
            "attributes":[{"name":"model","words":["m1","m2"]},{"name":"age"}],"isCalendar":false}
            """
        return PredictionFeatures(
            recipe: try #require(PredictionRecipe(metadata: ["recipe": json])))
    }

    @Test(
        "what stands for a source is the shortest window that stands out most, or the device's word"
    )
    func driver() throws {
        let features = try features()
        let count = features.names.count
        #expect(count == 13 + 4 + 2 + 1)
        let past = UsualRow(
            try FeatureMatrix(rows: (0..<5).map { row in (0..<count).map { _ in Double(row) } }))
        var present = [Double](repeating: 2, count: count)
        (present[1], present[5], present[9]) = (5, 8, 8)
        let reading = features.driver(.init(.reading, "x"), present: present, past: past)
        #expect(reading.value == 8 && reading.usual == 2 && reading.window == 20)
        #expect(!reading.isStandardised)
        (present[13], present[14], present[15]) = (2, 3, 2)
        let errors = features.driver(.init(.error, "e"), present: present, past: past)
        #expect(errors.value == 3 && errors.window == 20)
        (present[17], present[18]) = (0, 1)
        let model = features.driver(.init(.attribute, "model"), present: present, past: past)
        #expect(model.value == 1 && model.window == nil)
        #expect(features.driver(.init(.attribute, "age"), present: present, past: past).value == 2)
    }

    @Test("a row is silent without a reading within seven horizons, as far as a window goes")
    func silent() throws {
        let features = try features()
        let recipe = features.recipe
        #expect([0.1, 0.5, 2, 7, 99].map(recipe.window(ofHorizons:)) == [0, 0, 1, 2, 2])
        var row = [Double](repeating: 1, count: features.names.count)
        #expect(!features.isSilent(row))
        row[1] = .nan
        row[5] = .nan
        #expect(!features.isSilent(row))
        row[9] = .nan
        #expect(features.isSilent(row))
        var bare = recipe
        bare.metrics = []
        #expect(!PredictionFeatures(recipe: bare).isSilent(row))
        bare.windows = []
        #expect(bare.window(ofHorizons: 1) == 0)
    }
}
