import Analysis
import Models
import Pipeline
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("Detectors held against what happened")
struct DetectorEvaluationTests {
    /// Four machines by the hour for twenty days; one is hot for ten hours, and marked then.
    private func fleet(isMarked: Bool = true) throws -> MadeFleet {
        try MadeFleet([
            "t.csv": ["time,machine,heat,noise" + (isMarked ? ",label" : "")]
                + (0..<480).flatMap { hour in
                    (0..<4).map { machine in
                        let isHot = machine == 2 && (400..<410).contains(hour)
                        let noise = Double((hour * 7_919 + machine * 31) % 101) / 101
                        let other = Double((hour * 31 + machine * 7) % 97) / 97
                        let line =
                            "\(MadeFleet.moment(Double(hour))),m\(machine),\(20 + noise + (isHot ? 30 : 0)),\(other)"
                        return line + (isMarked ? isHot ? ",1" : ",0" : "")
                    }
                }
        ])
    }

    private func evaluation(
        _ fleet: MadeFleet, _ truth: DetectorComparison.Truth, load: [FileReport] = [],
        choice: Choice = Choice(), models: MadeModels
    ) throws -> DetectorEvaluation {
        let pipeline = AnalysisPipeline(
            source: fleet.source,
            load: LoadReport(dataset: "set", files: load, notes: [], seconds: 0), corrections: [:],
            fingerprint: "7")
        return DetectorEvaluation(
            truth: truth, models: [], pipeline: pipeline, analysed: try pipeline.run(choice),
            manager: models.manager)
    }

    @Test("bands are told in their widths, the furthest reading of each slice")
    func bands() throws {
        let fleet = try fleet()
        let analysed = try fleet.pipeline().run(Choice())
        let series = try fleet.source.series(of: 2, Filter())
        let detectors = BuiltInDetectors(
            scope: analysed.scope, fleet: analysed.fleet, series: series)
        let state = analysed.fleet.devices[2]
        let rows = try #require(detectors.bands(of: state))
        let slices = analysed.fleet.grid.slices
        #expect(rows.times == slices.map(\.from) && rows.threshold == 1)
        let columns = state.bands.map { signal in
            analysed.fleet.grid.means(series.times, series.metrics[signal.metric.index])
        }
        for place in [0, 200, 405, 479] {
            let levels = zip(state.bands, columns).map { signal, column in
                let band = signal.band
                let centre = band.centre(at: place)
                let width = column[place] < centre ? band.below : band.above
                return abs(column[place] - centre) / width
            }
            #expect(abs(rows.scores[place] - (levels.max() ?? 0)) < 1e-9)
        }
        #expect(rows.flags[405] && !rows.flags[200])
        #expect(rows.flags.count { $0 } == rows.scores.count { $0 > 1 })
        var bare = state
        bare.bands = []
        #expect(detectors.bands(of: bare) == nil)
        let found = try #require(detectors.rows())
        #expect(found.rows.times == series.times && found.training < series.times.count)
        #expect(found.rows.flags[405])
    }

    @Test(
        "where files have marks their devices are evaluated, else all; what it depends on is its key"
    )
    func chosen() throws {
        let models = try MadeModels()
        defer { models.remove() }
        let fleet = try fleet()
        var marked = FileReport(
            name: "t.csv", bytes: 0,
            schema: FileSchema(
                dialect: CSVDialect(),
                columns: [ColumnRole.metric, .label].enumerated().map { index, role in
                    ColumnSchema(
                        name: "\(role)", index: index, role: role, type: .text, reason: .empty)
                }, shape: .telemetry, eventKind: .other, time: .rowNumber, device: .fileName))
        let indices = { (evaluation: DetectorEvaluation) in evaluation.chosen.map(\.device.index) }
        let all = try evaluation(fleet, .labels, load: [marked], models: models)
        #expect(indices(all) == [0, 1, 2, 3])
        #expect(
            all.key.devices == [0, 1, 2, 3] && all.key.fingerprint == "7" && all.key.models.isEmpty)
        #expect(all.key.period == fleet.source.catalog.axis.dataRange)
        marked.schema.columns.removeLast()
        let some = try evaluation(fleet, .labels, load: [marked], models: models)
        #expect(indices(some) == [2], "of the others nobody knows")
        #expect(some.key != all.key)
        let failing = try evaluation(
            fleet, .failures(horizon: 86_400), load: [marked],
            choice: Choice(devices: ["m1", "m3"]),
            models: models)
        #expect(indices(failing) == [1, 3])
    }

    @Test("each built-in detector is counted on the same rows, without those it takes as normal")
    func verdicts() throws {
        let models = try MadeModels()
        defer { models.remove() }
        let evaluation = try evaluation(try fleet(), .labels, models: models)
        let verdicts = evaluation.verdicts()
        #expect(Set(verdicts.keys) == [.bands, .rows])
        let bands = try #require(verdicts[.bands])
        #expect(bands.positives == 10 && bands.detected == 10 && bands.trueAlarms == 10)
        #expect(verdicts[.rows]?.positives == 10 && verdicts[.rows]?.detected == 10)
        #expect(bands.alarms >= 10 && !bands.isBackTest)
        // One device by itself, and all of them, which add up.
        var sum = DetectorComparison.Verdict()
        for state in evaluation.chosen {
            let device = try EvaluatedDevice(
                state, .labels, evaluation.pipeline, evaluation.analysed)
            #expect(device.readings.times.count == 480 && device.builtIn.count == 2)
            for (detector, flags) in device.builtIn where detector == .bands {
                #expect(flags.count == 480)
                device.evaluate(flags, into: &sum)
            }
        }
        #expect(sum == bands)
        let choice = Choice(from: 1_709_251_200 + 404 * 3_600)
        let part = try self.evaluation(try fleet(), .labels, choice: choice, models: models)
        #expect(part.verdicts()[.rows]?.positives == 6, "of the period")
    }

    // MARK: - Models that raise alarms

    private func entry(
        _ meaning: ModelPanel.Meaning, scores: [Double] = [0.1, 0.9, 0.4], threshold: Double? = nil
    ) -> ModelPanel.Entry {
        ModelPanel.Entry(
            card: ModelPanel.Card(
                file: "a.onnx", bytes: 1, sha256: "f0", producer: "", irVersion: 1, opset: 1,
                inputs: [], outputs: [], meaning: meaning, isOwn: false, features: [],
                trainedRows: nil, columns: ["x"]),
            outcome: .result(
                ModelPanel.Result(
                    times: scores.indices.map(Double.init), scores: scores, threshold: threshold,
                    last: 0, above: 0, contributions: [], milliseconds: 0)))
    }

    @Test("a model's own limit counts, a half of a probability, else its highest hundredth")
    func threshold() {
        let scores = (0...100).map(Double.init)
        #expect(ModelDetector.threshold(3, scores, isProbability: true) == (3, .own))
        #expect(ModelDetector.threshold(nil, scores, isProbability: true) == (0.5, .half))
        #expect(
            ModelDetector.threshold(nil, scores + [.nan], isProbability: false) == (99, .hundredth))
    }

    @Test("only models whose scores raise alarms are compared")
    func detectors() throws {
        let card = try ModelScan.readableCard(of: ModelFile(bytes: MadeModels.bytes.get()))
        for meaning in [ModelPanel.Meaning.reconstruction, .score, .probability] {
            #expect(ModelDetector(entry(meaning), spec: card) != nil)
        }
        for meaning in [ModelPanel.Meaning.classes, .remainingLife, .unknown] {
            #expect(ModelDetector(entry(meaning), spec: card) == nil)
        }
        let found = try #require(ModelDetector(entry(.probability), spec: card))
        #expect(found.detector == .model("a.onnx") && found.limit == .half && found.sha256 == "f0")
        #expect(found.rows.flags == [false, true, false] && found.columns == ["x"])
        let own = try #require(ModelDetector(entry(.score, threshold: 0.3), spec: card))
        #expect(own.limit == .own && own.rows.flags == [false, true, true])
        #expect(ModelDetector(entry(.score, scores: [1]), spec: card) == nil, "one row")
        #expect(ModelDetector(entry(.score), spec: nil) == nil)
        var pending = entry(.score)
        pending.outcome = .pending
        #expect(ModelDetector(pending, spec: card) == nil)
    }

    @Test("a model's own test is its verdict, where it has alarms")
    func ownTest() throws {
        var test = BackTest(rows: 100)
        #expect(DetectorComparison.Verdict(test) == nil)
        test.positives = 20
        test.alarms = .init(precision: 0.5, recall: 0.9, count: 36, truePositives: 18)
        let verdict = try #require(DetectorComparison.Verdict(test))
        #expect(
            verdict
                == DetectorComparison.Verdict(
                    positives: 20, detected: 18, alarms: 36, trueAlarms: 18, isBackTest: true))
        #expect(BackTest(rows: 1).beatsRule == false)
        test.winShare = 0.95
        #expect(test.beatsRule)
        test.winShare = 0.94
        #expect(!test.beatsRule)
    }

    @Test("rows from a time on are those that stand at it or later")
    func from() {
        let rows = ScoredRows(times: [1, 2, 2, 3], scores: [4, 5, 6, 7], threshold: 5)
        #expect(rows.from(2).times == [2, 2, 3] && rows.from(2).scores == [5, 6, 7])
        #expect(rows.from(2).flags == [false, true, true] && rows.from(9).times.isEmpty)
    }
}
