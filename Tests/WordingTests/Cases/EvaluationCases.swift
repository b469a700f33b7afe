import Reports
import Samples
import Values

@testable import Wording

/// How a model fared on what it had not seen.
extension PhraseCases {
    var evaluations: Chapter {
        Chapter("EvaluationPhrases") {
            evaluationSentences
            evaluationOfProbabilities
            evaluationOfAlarms
            evaluationOfLives
        }
    }

    @SayingsBuilder private var evaluationSentences: [Said] {
        Said("backTest(_:)", backTests) { $0.phrases.backTest($1) }
        Said("setAside(_:)", Self.leaking) { phrases.setAside($0) }
        Said("calibration(_:)", Self.calibrated) { phrases.calibration($0) }
    }

    @SayingsBuilder private var evaluationOfProbabilities: [Said] {
        Said("calibrationTitle()", phrases.calibrationTitle())
        Said("calibrationPredictedTitle()", phrases.calibrationPredictedTitle())
        Said("calibrationMeanTitle()", phrases.calibrationMeanTitle())
        Said("calibrationObservedTitle()", phrases.calibrationObservedTitle())
        Said("calibrationAxis()", phrases.calibrationAxis())
        Said("calibrationValueAxis()", phrases.calibrationValueAxis())
        Said("calibrationPoint(_:)", [1, 2, 5, 21]) { count in
            phrases.calibrationPoint(
                .init(from: 0.5, to: 0.8, rows: count, predicted: 0.6, observed: 1))
        }
    }

    @SayingsBuilder private var evaluationOfAlarms: [Said] {
        Said("budgetsTitle()", phrases.budgetsTitle())
        Said("budgetTitle()", phrases.budgetTitle())
        Said("announcedTitle()", phrases.announcedTitle())
        Said("budgetPrecisionTitle()", phrases.budgetPrecisionTitle())
        Said("leadTimeTitle()", phrases.leadTimeTitle())
        Said("leadsTitle(_:)", [1, 2, 5, 21]) { count in
            phrases.leadsTitle(
                .init(perWeek: count, failures: 9, announced: 5, leadTime: 3_600))
        }
        Said("leadLabel(from:to:)", Self.leads) { phrases.leadLabel(from: $0, to: $1) }
        Said("unannounced()", phrases.unannounced())
        Said("costCurveTitle()", phrases.costCurveTitle())
        Said("costCurveAxis()", phrases.costCurveAxis())
        Said(
            "cheapest(_:)",
            Sample(.rich).backTest.costCurve(at: AlarmPrices()).prefix(1).map(\.self)
        ) {
            phrases.cheapest($0)
        }
    }

    @SayingsBuilder private var evaluationOfLives: [Said] {
        Said("lifeErrorsTitle()", phrases.lifeErrorsTitle())
        Said("lifeLeftTitle()", phrases.lifeLeftTitle())
        Said("tooLongTitle()", phrases.tooLongTitle())
        Said("tooLong(_:)", [0.54]) { phrases.tooLong($0) }
    }

    private static let leads: [(Double, Double)] = [
        (0, 21_600), (3_000, 90_000), (3_600, 7_200), (86_400, 5 * 86_400), (3_600, 3_600),
        (1_800, 3_600), (0, 0),
    ]

    private static let calibrated: [BackTest] = {
        let test = Sample(.rich).backTest
        let unlikely = with(test) { test in
            (test.calibration, test.rows) = (Array(test.calibration?.prefix(1) ?? []), 7_000)
        }
        return [test, unlikely, Sample(.rich).lifeTest]
    }()

    private static let leaking: [BackTest] = {
        let evidence: [BackTest.Evidence] =
            [
                .countdown(step: -1, end: 0), .countdown(step: 24, end: 1_000), .timeToEnd,
                .shareOfLife, .label(value: 1, lead: 86_400), .punctual(lead: 86_400),
                .record(share: 0.97, within: 3_600),
                .lifeLength, .failureCount, .rowNumber,
            ]
            + counts.map { .outcome(failed: $0, others: $0) }
        let test = with(Sample(.rich).backTest) { ($0.leaks, $0.standing) = (nil, nil) }
        let asides = evidence.map { evidence in
            with(test) { $0.leaks = [.init(source: .init(.reading, "x"), evidence: evidence)] }
        }
        let many = [6, 7, 8, 11].map { count in
            with(test) { test in
                test.leaks = evidence.prefix(count).map {
                    .init(source: .init(.error, "x"), evidence: $0)
                }
            }
        }
        let standing = counts.map { count in with(test) { $0.standing = count } }
        let doubted = with(test) { $0.averagePrecision = 0.999 }
        return [test] + asides + many + standing + [doubted]
    }()

    /// Alarms within a budget and without, probabilities that are never high, and lives.
    private var backTests: [(Axis, BackTest)] {
        let test = Sample(.rich).backTest
        let bare = Self.with(test) { ($0.budgets, $0.medianLeadTime) = (nil, 64_800) }
        let plain = Self.with(test) { ($0.budgets, $0.calibration, $0.alarms) = (nil, nil, nil) }
        let mute = Self.with(bare) { ($0.calibration, $0.medianLeadTime) = (nil, nil) }
        let counts = [1, 2, 5, 21].flatMap { count in
            [budgeted(test, count), Self.with(mute) { ($0.rows, $0.positives) = (count, count) }]
        }
        let tests = Self.calibrated.prefix(2) + [bare, plain, mute] + counts
        let life = Sample(.rich).lifeTest
        let lives = [1, 2, 5, 21].flatMap { count in
            [
                Self.with(life) { $0.lives?.units = count },
                Self.with(life) { ($0.lives, $0.rows) = (nil, count) },
            ]
        }
        let uncovered = Self.with(life) { $0.lives?.covered = nil }
        return (tests + lives + [uncovered]).map { (days, $0) }
            + [(cycles, Sample(.cycles).lifeTest)]
    }

    /// So many alarms a week, with lead times that differ, are one, or are not known.
    private func budgeted(_ test: BackTest, _ count: Int) -> BackTest {
        Self.with(test) {
            $0.budgets = [
                .init(
                    perWeek: count, failures: count, announced: count,
                    leadTime: count == 1 ? nil : 3_600 * Double(count),
                    leadRange: count == 2 ? nil : [3_600, 86_400],
                    alarms: count == 5 ? nil : 9, truePositives: 8)
            ]
            $0.calibration = [
                .init(from: 0.5, to: 0.8, rows: count, predicted: 0.6, observed: 1)
            ]
            $0.rows = count
        }
    }
}
