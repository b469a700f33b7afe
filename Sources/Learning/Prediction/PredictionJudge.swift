import Analysis
import Models
import Reports
import Telemetry
import Values

/// Compares what a first fit predicted for its test lines with what happened.
struct PredictionJudge {
    let recipe: PredictionRecipe
    let lines: PredictionLines
    /// The lines that were given to the fit.
    let rows: [Int]
    let outcome: PredictionTrainer.Outcome

    private var tested: [Int] { outcome.testRows.map { rows[$0] } }

    func backTest() -> BackTest {
        var test = BackTest(rows: outcome.testRows.count)
        test.kind = BackTest.Kind(rawValue: outcome.model.core.kind.rawValue)
        recipe.task == .failure ? judgeFailures(&test) : judgeLives(&test)
        return test
    }

    private func judgeFailures(_ test: inout BackTest) {
        let truth = tested.map { lines.targets[$0] > 0.5 }
        let ranking = Ranking(scores: outcome.testPredictions, targets: truth)
        test.positives = truth.count { $0 }
        test.averagePrecision = ranking.averagePrecision
        test.curve = curve(ranking)
        let limit = outcome.threshold ?? 0.5
        let flags = outcome.testPredictions.map { $0 >= limit }
        test.alarms = alarms(flags, truth)
        let plain = tested.map { lines.naive[$0] > 0 }
        test.naive = plain.contains(true) ? alarms(plain, truth) : nil
        test.naiveAveragePrecision =
            plain.contains(true)
            ? Ranking(scores: tested.map { lines.naive[$0] }, targets: truth).averagePrecision : nil
        let linear = outcome.baseline
        test.linear = rival(linear.predictions, linear.threshold, truth)
        test.second = outcome.second.map { rival($0.predictions, $0.threshold, truth) }
        test.calibration = BackTest.calibration(outcome.testPredictions, truth)
        test.lead = lead(flags)
    }

    private func rival(
        _ predictions: [Double], _ threshold: Double?, _ truth: [Bool]
    ) -> BackTest.Rival {
        BackTest.Rival(
            averagePrecision: Ranking(scores: predictions, targets: truth).averagePrecision,
            alarms: alarms(predictions.map { $0 >= threshold ?? 0.5 }, truth))
    }

    /// At most 60 points, a step of recall apart, up to where all failures are told.
    private func curve(_ ranking: Ranking) -> [BackTest.Point] {
        var curve: [BackTest.Point] = []
        for point in ranking.points {
            let before = curve.last?.recall ?? -1
            guard before < 1, point.recall >= before + 1 / 60 || point.recall == 1 else {
                continue
            }
            curve.append(BackTest.Point(recall: point.recall, precision: point.precision))
        }
        return curve
    }

    private func alarms(_ flags: [Bool], _ truth: [Bool]) -> BackTest.Alarms {
        let hits = zip(flags, truth).count { $0 && $1 }
        let raised = flags.count { $0 }
        let happened = truth.count { $0 }
        let times = tested.map { lines.times[$0] }
        let span = (times.max() ?? 0) - (times.min() ?? 0) + recipe.step
        let months = Double(Set(tested.map { lines.devices[$0] }).count) * span / (30 * 86_400)
        return BackTest.Alarms(
            precision: raised > 0 ? Double(hits) / Double(raised) : 0,
            recall: happened > 0 ? Double(hits) / Double(happened) : 0,
            falsePerMonth: recipe.isCalendar && months > 0
                ? Double(raised - hits) / months : nil, raised: raised, told: hits)
    }

    /// The middle of how long before its failure the first alarm within the horizon was.
    private func lead(_ flags: [Bool]) -> Double? {
        var first: [Int: [Double: Double]] = [:]
        for (row, isAlarm) in zip(tested, flags) where isAlarm {
            let (device, time) = (lines.devices[row], lines.times[row])
            let failures = lines.failures[device] ?? []
            let place = failures.count(upTo: time)
            guard place < failures.count, failures[place] <= time + recipe.horizon else { continue }
            let before = failures[place] - time
            first[device, default: [:]][failures[place]] = max(
                before, first[device]?[failures[place]] ?? 0)
        }
        let leads = first.values.flatMap(\.values).sorted()
        return leads.isEmpty ? nil : leads[leads.count / 2]
    }

    private func judgeLives(_ test: inout BackTest) {
        let truth = tested.map { lines.targets[$0] }
        test.error = Self.error(outcome.testPredictions, truth)
        test.linear = BackTest.Rival(error: Self.error(outcome.baseline.predictions, truth))
        test.second = outcome.second.map {
            BackTest.Rival(error: Self.error($0.predictions, truth))
        }
        let testRows = Set(tested)
        var lives: [Int: (first: Double, left: Double)] = [:]
        for row in rows where !testRows.contains(row) && lives[lines.devices[row]] == nil {
            lives[lines.devices[row]] = (lines.times[row], lines.targets[row])
        }
        let starts = firstTimes
        let ends = lastTimes
        let known = lives.keys.map { (ends[$0] ?? 0) - (starts[$0] ?? 0) }.sorted()
        guard !known.isEmpty else { return }
        let mean = known.reduce(0, +) / Double(known.count)
        let limit = recipe.longestLife ?? .infinity
        test.naiveError = Self.error(
            tested.map { row in
                let age = lines.times[row] - (starts[lines.devices[row]] ?? 0)
                return min(limit, max(0, mean - age))
            }, truth)
    }

    private var firstTimes: [Int: Double] {
        Dictionary(zip(lines.devices, lines.times), uniquingKeysWith: { first, _ in first })
    }

    private var lastTimes: [Int: Double] {
        Dictionary(zip(lines.devices, lines.times), uniquingKeysWith: { _, last in last })
    }

    private static func error(_ predicted: [Double], _ truth: [Double]) -> Double? {
        guard !truth.isEmpty else { return nil }
        let sum = zip(predicted, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return (sum / Double(truth.count)).squareRoot()
    }

    /// What matters most, by the model that is kept, over at most 1,000 lines.
    func weights(_ features: FeatureMatrix, _ names: [String]) -> [BackTest.Weight] {
        let step = max(1, features.rowCount / 1_000)
        let chosen = features.selectingRows(
            Array(stride(from: 0, to: features.rowCount, by: step)))
        return zip(names, outcome.model.importance(chosen))
            .map { BackTest.Weight(name: $0, share: $1) }
            .sorted { ($1.share, $0.name) < ($0.share, $1.name) }
            .prefix(12).filter { $0.share > 0 }
    }

    /// What the first fit leans on, by the lines that it did not see: most first, at most 12 of
    /// those that are worth something.
    func importance(
        _ features: FeatureMatrix, _ sources: [BackTest.Source], seed: UInt64
    ) -> [BackTest.Importance] {
        let step = max(1, outcome.testRows.count / PermutationImportance.rowLimit)
        let chosen = stride(from: 0, to: outcome.testRows.count, by: step).map {
            outcome.testRows[$0]
        }
        let targets = chosen.map { lines.targets[rows[$0]] }
        let isFailure = recipe.task == .failure
        let judge = PermutationImportance(
            model: outcome.judged, features: features.selectingRows(chosen)
        ) { found in
            isFailure
                ? Ranking(scores: found, targets: targets.map { $0 > 0.5 }).averagePrecision
                : -(Self.error(found, targets) ?? 0)
        }
        let columns = Dictionary(grouping: sources.indices) { sources[$0] }
        let groups = columns.sorted { $0.value[0] < $1.value[0] }
        let losses = judge.losses(of: groups.map(\.value), seed: seed)
        return zip(groups, losses).map { BackTest.Importance($0.key, loss: $1) }
            .filter { $0.loss > 0 }
            .sorted { ($1.loss, $0.source.name) < ($0.loss, $1.source.name) }
            .prefix(12).map(\.self)
    }
}
