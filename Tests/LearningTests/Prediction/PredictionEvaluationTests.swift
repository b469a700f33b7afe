import Analysis
import Models
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("A first fit judged on the samples it has not seen")
struct PredictionEvaluationTests {
    private static let day = 86_400.0

    private struct Fit {
        let evaluation: PredictionEvaluation
        let features: FeatureMatrix
        let test: BackTest
    }

    /// Eight devices by the hour for sixty days that heat up a day before they fail, every ten days.
    private func failures() throws -> Fit {
        let units = (0..<8).map { device -> MadeSeries.Unit in
            let ends = (0..<6).map { (Double($0) * 10 + 4 + Double(device)) * Self.day }
            let rows = (0..<1_440).map { hour -> (time: Double, values: [Double]) in
                let time = Double(hour) * 3_600
                let left = (ends.first { $0 > time } ?? .infinity) - time
                let noise = Double((hour * 7_919 + device * 31) % 101) / 101
                return (time, [noise + (left < Self.day ? 2 : 0), Double((hour * 31) % 7)])
            }
            return .init(rows: rows, events: ends.map { ($0, 0) } + ends.map { ($0 - 7_200, 1) })
        }
        let source = MadeSeries(
            units, metrics: ["heat", "noise"], codes: [(.failure, "f"), (.error, "e")],
            length: 1_439 * 3_600, step: 3_600)
        let recipe = PredictionRecipe(.failure, catalog: source.catalog, horizon: Self.day / 2)
        let samples = try PredictionSamples(
            recipe, source: source, devices: Array(0..<8))
        let rows = samples.targets.indices.filter { samples.targets[$0].isFinite }
        var trainer = PredictionTrainer.failure
        trainer.trees.rounds = 20
        trainer.kinds = [.trees]
        return try fit(recipe, samples, rows, trainer) { row in
            let time = samples.times[rows[row]] / Self.day
            return time < 36 ? .training : time < 48 ? .validation : .test
        }
    }

    private func fit(
        _ recipe: PredictionRecipe, _ samples: PredictionSamples, _ rows: [Int],
        _ trainer: PredictionTrainer, use: (Int) -> PredictionTrainer.Use
    ) throws -> Fit {
        let features = try samples.matrix().selectingRows(rows)
        let outcome = try trainer.fit(
            features, targets: rows.map { samples.targets[$0] }, uses: rows.indices.map(use))
        let evaluation = PredictionEvaluation(
            recipe: recipe, samples: samples, rows: rows, outcome: outcome)
        return Fit(evaluation: evaluation, features: features, test: evaluation.backTest())
    }

    @Test("alarms are counted against what came, and so are those of the plain rule")
    func alarms() throws {
        let fit = try failures()
        let (test, outcome) = (fit.test, fit.evaluation.outcome)
        let samples = fit.evaluation.samples
        let tested = outcome.testRows.map { fit.evaluation.rows[$0] }
        let truth = tested.map { samples.targets[$0] > 0.5 }
        let limit = try #require(outcome.threshold)
        let flags = outcome.testPredictions.map { $0 >= limit }
        let hits = zip(flags, truth).count { $0 && $1 }
        let (raised, came) = (flags.count { $0 }, truth.count { $0 })
        #expect(test.rows == tested.count && test.positives == came && came > 5)
        #expect(test.kind == .trees && test.threshold == limit && test.horizon == Self.day / 2)
        let alarms = try #require(test.alarms)
        #expect(alarms.count == raised && alarms.truePositives == hits)
        #expect(alarms.precision == Double(hits) / Double(raised))
        #expect(alarms.recall == Double(hits) / Double(came) && alarms.recall > 0.5)
        // Eight devices from the first to the last test row, and a step.
        let times = tested.map { samples.times[$0] }
        let span = try #require(times.max()) - #require(times.min()) + Self.day / 2
        let months = 8 * span / (30 * Self.day)
        #expect(abs((alarms.falseAlarmsPerMonth ?? -1) - Double(raised - hits) / months) < 1e-12)
        let plain = tested.map { samples.naive[$0] > 0 }
        #expect(test.naive?.count == plain.count { $0 })
        #expect(test.naive?.truePositives == zip(plain, truth).count { $0 && $1 })
        #expect(test.linear?.averagePrecision != nil && test.second == nil && test.rmse == nil)
    }

    @Test("counts by time add up, the curve rises in recall, leads are before their failures")
    func counts() throws {
        let fit = try failures()
        let (test, outcome) = (fit.test, fit.evaluation.outcome)
        let counts = try #require(test.counts)
        #expect(counts.map(\.time) == counts.map(\.time).sorted() && counts.count <= 60)
        #expect(counts.reduce(0) { $0 + $1.observed } == test.positives)
        let expected = counts.reduce(0) { $0 + $1.expected }
        #expect(abs(expected - outcome.testPredictions.reduce(0, +)) < 1e-9)
        let recalls = test.curve.map(\.recall)
        #expect(recalls == recalls.sorted() && recalls.last == 1 && recalls.count <= 61)
        #expect(zip(recalls.dropFirst(), recalls).dropLast().allSatisfy { $0 - $1 >= 1 / 60.0 })
        // Within the horizon, in steps of it: the first alarm stands at its beginning.
        let lead = try #require(test.medianLeadTime)
        #expect(lead > 0 && lead <= Self.day / 2)
        #expect((test.winShare ?? -1) >= 0 && (test.winShare ?? 2) <= 1)
        let budgets = try #require(test.budgets)
        #expect(budgets.isEmpty, "less than two weeks are tested")
        let bins = try #require(test.calibration)
        #expect(bins.reduce(0) { $0 + $1.rows } == test.rows)
    }

    @Test("what moves the predictions is what they would be worse without, the most first")
    func importance() throws {
        let fit = try failures()
        let names = fit.evaluation.samples.names
        let weights = fit.evaluation.weights(fit.features, names)
        #expect(weights.count <= 12 && weights.first?.name.hasPrefix("heat") == true)
        #expect(weights.map(\.share) == weights.map(\.share).sorted(by: >))
        #expect(weights.allSatisfy { $0.share > 0 && $0.share <= 1 })
        let sources = PredictionFeatures(recipe: fit.evaluation.recipe).sources
        let importance = fit.evaluation.importance(fit.features, sources, seed: 1)
        #expect(importance.first?.source == .init(.reading, "heat"))
        #expect(importance.allSatisfy { $0.loss > 0 })
        #expect(importance.map(\.loss) == importance.map(\.loss).sorted(by: >))
    }

    @Test("remaining lives are judged beside the mean life of other units less age")
    func lives() throws {
        let lengths = [40, 50, 60, 45, 55, 48, 52, 58, 42, 50]
        let source = MadeSeries(
            lengths.map { length in
                .init((0..<length).map { Double(length - $0) + Double(($0 * 7_919) % 5) })
            }, length: 60, kind: .cycle)
        var recipe = PredictionRecipe(.life, catalog: source.catalog, horizon: 1)
        recipe.longestLife = 30
        let samples = try PredictionSamples(recipe, source: source, devices: Array(0..<10))
        var trainer = PredictionTrainer.life
        trainer.trees.rounds = 10
        trainer.kinds = [.trees]
        let fit = try fit(recipe, samples, Array(samples.times.indices), trainer) { row in
            let device = samples.devices[row]
            return device < 6 ? .training : device < 8 ? .validation : .test
        }
        let (test, outcome) = (fit.test, fit.evaluation.outcome)
        let tested = outcome.testRows
        #expect(Set(tested.map { samples.devices[$0] }) == [8, 9] && test.rows == 92)
        // The others live (40 + ... + 58) / 8 rows, of which the last has none left.
        let mean = Double([40, 50, 60, 45, 55, 48, 52, 58].reduce(0) { $0 + $1 - 1 }) / 8
        let rule = tested.map { min(30, max(0, mean - samples.times[$0])) }
        let truth = tested.map { samples.targets[$0] }
        let rmse = { (found: [Double]) in
            (zip(found, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 92).squareRoot()
        }
        #expect(abs((test.naiveRMSE ?? 0) - rmse(rule)) < 1e-9)
        #expect(abs((test.rmse ?? 0) - rmse(outcome.testPredictions)) < 1e-9)
        #expect(abs((test.linear?.rmse ?? 0) - rmse(outcome.baseline.predictions)) < 1e-9)
        #expect(test.lives?.units == 2 && test.alarms == nil && test.counts == nil)
        #expect(test.errors?.isEmpty == false && test.winShare != nil)
        #expect(
            PredictionEvaluation.rmse([], []) == nil
                && PredictionEvaluation.rmse([1, 5], [1, 2]) == 4.5.squareRoot())
    }

    // MARK: - By blocks

    @Test("rows of a block are drawn together; without rows nothing is won")
    func blocks() {
        var drawn: [[Int]] = []
        let comparison = RuleComparison(blocks: [7, 3, 7, 3, 5], seed: 3)
        let share = comparison.winShare { rows in
            drawn.append(rows)
            return rows.count == 5
        }
        #expect(drawn.count == 100)
        #expect(share == Double(drawn.count { $0.count == 5 }) / 100 && share > 0 && share < 1)
        for rows in drawn {
            #expect(rows.count { $0 == 0 } == rows.count { $0 == 2 })
            #expect(rows.count { $0 == 1 } == rows.count { $0 == 3 })
            #expect(rows.count { $0 == 0 } + rows.count { $0 == 1 } + rows.count { $0 == 4 } == 3)
        }
        #expect(Set(drawn).count > 10)
        #expect(RuleComparison(blocks: [], seed: 1).winShare { _ in true } == 0)
        #expect(RuleComparison(blocks: [1], seed: 1).winShare { $0 == [0] } == 1)
    }
}
