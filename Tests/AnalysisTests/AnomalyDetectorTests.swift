import Analysis
import Testing
import Values

/// A fixed pseudo-noise for the tests of detectors.
struct TestNoise {
    private var state: UInt64

    init(seed: UInt64 = 99) { state = seed }

    mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (Double(state >> 11) + 0.5) / 9_007_199_254_740_992
    }

    mutating func normal() -> Double { SpecialFunctions.normalQuantile(uniform()) }
}

/// Three noisy signals, the third the sum of the others.
private func plant(rows: Int) -> [[Double]] {
    var noise = TestNoise()
    let first = (0..<rows).map { _ in 10 + noise.normal() }
    let second = (0..<rows).map { _ in 50 + 3 * noise.normal() }
    let third = (0..<rows).map { first[$0] + second[$0] + 0.1 * noise.normal() }
    return [first, second, third]
}

private func rowDetectors() -> [(name: String, detector: any AnomalyDetector)] {
    [
        ("RobustZ", RobustZ()), ("MultiScaleZ", MultiScaleZ()),
        ("SeasonalResidual", SeasonalResidual()), ("WindowNeighbour", WindowNeighbour()),
        ("IsolationForest", IsolationForest(trees: 25)), ("StreamEnsemble", StreamEnsemble()),
    ]
}

@Suite("Anomaly detectors")
struct AnomalyDetectorTests {
    @Test("Every detector gives a finite score per row and shares that sum to 100 or are 0")
    func wellFormed() throws {
        var columns = plant(rows: 300)
        columns[1][200] = 400
        for row in 250..<260 { columns[0][row] = .nan }
        columns[2][100] = .infinity
        for row in [7, 150] { for index in 0..<3 { columns[index][row] = .nan } }
        let times = (0..<300).map { Double($0) * 900 }
        let signals = try Signals(columns, times: times)
        for (name, detector) in rowDetectors() {
            let model = try detector.fit(signals.prefix(150))
            for mode in DetectionMode.allCases {
                let scores = try model.scores(signals, mode: mode)
                #expect(scores.score.count == 300 && scores.isAnomaly.count == 300, "\(name)")
                #expect(scores.score.allSatisfy { $0.isFinite && $0 >= 0 }, "\(name)")
                for row in 0..<300 {
                    let sum = scores.contributions.reduce(0) { $0 + $1[row] }
                    #expect(abs(sum - 100) < 1e-9 || sum == 0, "\(name) \(row) \(sum)")
                }
                #expect(scores == (try model.scores(signals, mode: mode)), "\(name)")
            }
        }
    }

    @Test("A live score does not change when later rows do")
    func causal() throws {
        let columns = plant(rows: 400)
        let times = (0..<400).map { Double($0) * 3600 }
        var changed = columns
        for row in 300..<400 { for index in 0..<3 { changed[index][row] = 1000 } }
        let before = try Signals(columns, times: times)
        let after = try Signals(changed, times: times)
        for (name, detector) in rowDetectors() {
            let model = try detector.fit(before.prefix(100))
            let first = try model.scores(before, mode: .live)
            let second = try model.scores(after, mode: .live)
            #expect(first.score[..<300] == second.score[..<300], "\(name)")
            #expect(first.isAnomaly[..<300] == second.isAnomaly[..<300], "\(name)")
        }
    }

    @Test("Constant and missing signals raise no alarm in any detector")
    func quiet() throws {
        let constant = [Double](repeating: 5, count: 300)
        let missing = [Double](repeating: .nan, count: 300)
        let signals = try Signals([constant, missing])
        for (name, detector) in rowDetectors() {
            let model = try detector.fit(signals.prefix(100))
            for mode in DetectionMode.allCases {
                let scores = try model.scores(signals, mode: mode)
                #expect(!scores.isAnomaly.contains(true), "\(name)")
            }
        }
    }

    @Test("Too few rows and other signals than trained on are errors")
    func errors() throws {
        let signals = try Signals(plant(rows: 200))
        for (name, detector) in rowDetectors() {
            #expect(throws: AnalysisError.self, "\(name)") { try detector.fit(signals.prefix(1)) }
            let model = try detector.fit(signals)
            let other = try Signals([[1, 2, 3]])
            #expect(throws: AnalysisError.columns(expected: 3, found: 1), "\(name)") {
                try model.scores(other, mode: .offline)
            }
        }
        #expect(throws: AnalysisError.ragged(index: 1, expected: 2, found: 1)) {
            try Signals([[1, 2], [1]])
        }
        #expect(throws: AnalysisError.length(expected: 2, found: 1)) {
            try Signals([[1, 2]], times: [0])
        }
    }

    @Test("A spike is found, and the signal it came from named")
    func spike() throws {
        var columns = plant(rows: 300)
        columns[1][200] = 90
        let signals = try Signals(columns)
        let scores = try RobustZ().fit(signals.prefix(150)).scores(signals, mode: .live)
        #expect(scores.isAnomaly[200] && scores.contributions[1][200] > 99)
    }

    @Test("An isolated row has the highest score of the forest, the same for the same seed")
    func forest() throws {
        var columns = plant(rows: 300)
        for index in 0..<3 { columns[index][123] += 30 }
        let signals = try Signals(columns)
        let scores = try IsolationForest(seed: 7).fit(signals).scores(signals, mode: .offline)
        #expect(scores.score.firstIndex(of: scores.score.max() ?? 0) == 123)
        #expect(scores.isAnomaly[123])
        let again = try IsolationForest(seed: 7).fit(signals).scores(signals, mode: .offline)
        #expect(scores == again)
    }

    @Test("A slow shift of one of several signals is found, also while another drifts")
    func shift() throws {
        var noise = TestNoise(seed: 3)
        var columns = plant(rows: 1000)
        columns.append((0..<1000).map { 20 + Double($0) / 200 + 0.1 * noise.normal() })
        for row in 600..<800 { columns[0][row] += 4 }
        let detection = try DefaultDetector().detect(columns: columns, mode: .offline)
        #expect(detection.method == .multiScale && detection.trainingRows == 350)
        let found = detection.scores.isAnomaly
        #expect((620..<780).allSatisfy { found[$0] } && (0..<560).allSatisfy { !found[$0] })
        #expect(detection.scores.contributions[0][700] > 50)
        let live = try DefaultDetector().detect(columns: columns, mode: .live).scores.isAnomaly
        #expect((640..<790).allSatisfy { live[$0] } && (0..<600).allSatisfy { !live[$0] })
    }

    @Test("A missed part of a daily pattern in a stream raises one alarm, soon after it")
    func stream() throws {
        var noise = TestNoise(seed: 5)
        var values = (0..<3000).map { row in
            (row % 96 < 40 ? 20.0 : 80) + noise.normal()
        }
        for row in 2064..<2112 { values[row] = 20 + noise.normal() }
        let times = values.indices.map { Double($0) * 900 }
        let detection = try DefaultDetector().detect(columns: [values], times: times, mode: .live)
        let alarms = detection.scores.isAnomaly.indices.filter { detection.scores.isAnomaly[$0] }
        #expect(detection.method == .stream && detection.trainingRows == 450)
        #expect(!alarms.isEmpty && alarms.allSatisfy { (2064..<2180).contains($0) })
    }

    @Test(
        "Few rows are only compared with each other; nothing is scored as nothing",
        arguments: [
            (0, Detection.Method.none), (1, .none), (7, .none), (8, .robustZ), (99, .robustZ),
        ])
    func fewRows(count: Int, method: Detection.Method) throws {
        let columns = [(0..<count).map { Double($0 % 3) }, (0..<count).map { Double($0 % 5) }]
        let detection = try DefaultDetector().detect(columns: columns, mode: .offline)
        #expect(detection.method == method && detection.scores.score.count == count)
        #expect(!detection.scores.isAnomaly.contains(true))
        let missing = try DefaultDetector().detect(
            columns: [[Double](repeating: .nan, count: 500)], mode: .live)
        #expect(missing.method == .none)
        #expect(try DefaultDetector().detect(columns: [], mode: .live).method == .none)
    }
}
