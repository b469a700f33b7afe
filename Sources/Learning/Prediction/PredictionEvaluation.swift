import Analysis
import Models
import Reports
import Telemetry
import Values

/// Evaluates a first fit on its test samples: precision and recall of alarms, or the RMSE of
/// remaining life, beside the alternative model and the baselines.
struct PredictionEvaluation {
    let recipe: PredictionRecipe
    let samples: PredictionSamples
    /// The samples that were given to the fit, as indices.
    let rows: [Int]
    let outcome: PredictionTrainer.Outcome

    private var tested: [Int] { outcome.testRows.map { rows[$0] } }

    func backTest() -> BackTest {
        var test = BackTest(rows: outcome.testRows.count)
        test.kind = BackTest.Kind(rawValue: outcome.model.core.kind.rawValue)
        recipe.task == .failure ? evaluateFailures(&test) : evaluateRemainingLives(&test)
        return test
    }

    private func evaluateFailures(_ test: inout BackTest) {
        let truth = tested.map { samples.targets[$0] > 0.5 }
        let precisionRecall = PrecisionRecallCurve(scores: outcome.testPredictions, targets: truth)
        test.positives = truth.count { $0 }
        test.averagePrecision = precisionRecall.averagePrecision
        test.curve = curve(precisionRecall)
        let limit = outcome.threshold ?? 0.5
        (test.horizon, test.threshold) = (recipe.horizon, limit)
        let flags = outcome.testPredictions.map { $0 >= limit }
        test.alarms = alarms(flags, truth)
        let plain = tested.map { samples.naive[$0] > 0 }
        test.naive = plain.contains(true) ? alarms(plain, truth) : nil
        test.naiveAveragePrecision =
            plain.contains(true)
            ? PrecisionRecallCurve(scores: tested.map { samples.naive[$0] }, targets: truth)
                .averagePrecision : nil
        let linear = outcome.baseline
        test.linear = alternative(linear.predictions, linear.threshold, truth)
        test.second = outcome.second.map { alternative($0.predictions, $0.threshold, truth) }
        test.calibration = BackTest.calibration(outcome.testPredictions, truth)
        test.medianLeadTime = medianLeadTime(flags)
        if recipe.isCalendar {
            test.budgets = AlarmBudgets(
                devices: tested.map { samples.devices[$0] },
                times: tested.map { samples.times[$0] },
                scores: outcome.testPredictions, failures: samples.failures,
                horizon: recipe.horizon
            ).budgets()
        }
        test.counts = counts(truth)
        let rule = tested.map { samples.naive[$0] }
        test.winShare = RuleComparison(blocks: blocks, seed: Self.seed).winShare { drawn in
            let targets = drawn.map { truth[$0] }
            let average = { (scores: [Double]) in
                PrecisionRecallCurve(scores: drawn.map { scores[$0] }, targets: targets)
                    .averagePrecision
            }
            return average(outcome.testPredictions) > average(rule)
        }
    }

    private static let seed: UInt64 = 1
    /// Horizons whose counts are kept.
    private static let countLimit = 60

    /// Expected and actual failures at each time of prediction.
    private func counts(_ truth: [Bool]) -> [BackTest.HorizonCount] {
        let byTime = Dictionary(grouping: tested.indices) { samples.times[tested[$0]] }
        return byTime.sorted { $0.key < $1.key }.suffix(Self.countLimit).map { time, rows in
            BackTest.HorizonCount(
                time: time, probabilities: rows.map { outcome.testPredictions[$0] },
                happened: rows.map { truth[$0] })
        }
    }

    /// One block per row, for resampling: rows of one device within the same tenth of the tested
    /// time.
    private var blocks: [Int] {
        let times = tested.map { samples.times[$0] }
        guard let first = times.min(), let last = times.max(), last > first else {
            return tested.map { samples.devices[$0] }
        }
        return zip(tested, times).map { row, time in
            samples.devices[row] * 10 + min(9, Int(clamping: (time - first) / (last - first) * 10))
        }
    }

    private func alternative(
        _ predictions: [Double], _ threshold: Double?, _ truth: [Bool]
    ) -> BackTest.Alternative {
        BackTest.Alternative(
            averagePrecision: PrecisionRecallCurve(scores: predictions, targets: truth)
                .averagePrecision,
            alarms: alarms(predictions.map { $0 >= threshold ?? 0.5 }, truth))
    }

    /// At most 60 points, at least 1/60 of recall apart, up to a recall of 1.
    private func curve(_ precisionRecall: PrecisionRecallCurve) -> [BackTest.Point] {
        var curve: [BackTest.Point] = []
        for point in precisionRecall.points {
            let before = curve.last?.recall ?? -1
            guard before < 1, point.recall >= before + 1 / 60 || point.recall == 1 else {
                continue
            }
            curve.append(
                BackTest.Point(
                    recall: point.recall, precision: point.precision, threshold: point.threshold))
        }
        return curve
    }

    private func alarms(_ flags: [Bool], _ truth: [Bool]) -> BackTest.Alarms {
        let truePositives = zip(flags, truth).count { $0 && $1 }
        let alarmCount = flags.count { $0 }
        let observed = truth.count { $0 }
        let times = tested.map { samples.times[$0] }
        let span = (times.max() ?? 0) - (times.min() ?? 0) + recipe.step
        let months = Double(Set(tested.map { samples.devices[$0] }).count) * span / (30 * 86_400)
        return BackTest.Alarms(
            precision: alarmCount > 0 ? Double(truePositives) / Double(alarmCount) : 0,
            recall: observed > 0 ? Double(truePositives) / Double(observed) : 0,
            falseAlarmsPerMonth: recipe.isCalendar && months > 0
                ? Double(alarmCount - truePositives) / months : nil, count: alarmCount,
            truePositives: truePositives)
    }

    /// The median, over failures, of the time from the first alarm within the horizon; nil without
    /// such alarms.
    private func medianLeadTime(_ flags: [Bool]) -> Double? {
        var first: [Int: [Double: Double]] = [:]
        for (row, isAlarm) in zip(tested, flags) where isAlarm {
            let (device, time) = (samples.devices[row], samples.times[row])
            let failures = samples.failures[device] ?? []
            let place = failures.count(upTo: time)
            guard place < failures.count, failures[place] <= time + recipe.horizon else { continue }
            let before = failures[place] - time
            first[device, default: [:]][failures[place]] = max(
                before, first[device]?[failures[place]] ?? 0)
        }
        let leads = first.values.flatMap(\.values).sorted()
        return leads.isEmpty ? nil : leads[leads.count / 2]
    }

    private func evaluateRemainingLives(_ test: inout BackTest) {
        let truth = tested.map { samples.targets[$0] }
        test.rmse = Self.rmse(outcome.testPredictions, truth)
        test.linear = BackTest.Alternative(rmse: Self.rmse(outcome.baseline.predictions, truth))
        test.second = outcome.second.map {
            BackTest.Alternative(rmse: Self.rmse($0.predictions, truth))
        }
        let units = tested.map { samples.devices[$0] }
        let held = HeldOutLives(
            predictions: outcome.testPredictions, truth: tested.map { samples.lives[$0] },
            units: units, longest: recipe.longestLife ?? .infinity)
        test.errors = held.errors(of: Set(units)).quantiles
        test.lives = held.lives
        guard let rule = meanLifeLessAge else { return }
        test.naiveRMSE = Self.rmse(rule, truth)
        test.winShare = RuleComparison(blocks: units, seed: Self.seed).winShare { drawn in
            let loss = { (found: [Double]) in
                Self.rmse(drawn.map { found[$0] }, drawn.map { truth[$0] }) ?? .infinity
            }
            return loss(outcome.testPredictions) < loss(rule)
        }
    }

    /// The plain rule for each tested row: the mean life of the other units minus its age; nil
    /// without other units.
    private var meanLifeLessAge: [Double]? {
        let testRows = Set(tested)
        let others = Set(rows.filter { !testRows.contains($0) }.map { samples.devices[$0] })
        let (starts, ends) = (firstTimes, lastTimes)
        let known = others.map { (ends[$0] ?? 0) - (starts[$0] ?? 0) }.sorted()
        guard !known.isEmpty else { return nil }
        let mean = known.reduce(0, +) / Double(known.count)
        let limit = recipe.longestLife ?? .infinity
        return tested.map { row in
            let age = samples.times[row] - (starts[samples.devices[row]] ?? 0)
            return min(limit, max(0, mean - age))
        }
    }

    private var firstTimes: [Int: Double] {
        Dictionary(zip(samples.devices, samples.times), uniquingKeysWith: { first, _ in first })
    }

    private var lastTimes: [Int: Double] {
        Dictionary(zip(samples.devices, samples.times), uniquingKeysWith: { _, last in last })
    }

    static func rmse(_ predicted: [Double], _ truth: [Double]) -> Double? {
        guard !truth.isEmpty else { return nil }
        let sum = zip(predicted, truth).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return (sum / Double(truth.count)).squareRoot()
    }
}
