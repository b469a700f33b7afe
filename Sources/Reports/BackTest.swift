/// How a model fared on rows held out of training, beside baselines. Kept in the model's file,
/// under the keys of `CodingKeys`.
///
/// Optional values are nil in files of earlier versions of the program, and where the task has no
/// such figure: alarms, curves and probabilities belong to failures, errors of lives to remaining
/// life.
public struct BackTest: Sendable, Hashable, Codable {
    /// The alarms raised by all rows from a threshold on. Counts are nil in files of earlier
    /// versions.
    public struct Alarms: Sendable, Hashable, Codable {
        /// The share of the alarms that a failure followed within the horizon, 0…1; 0 without
        /// alarms.
        public var precision: Double
        /// The share of the rows before a failure that have an alarm, 0…1; 0 without such rows.
        public var recall: Double
        /// False alarms per device and 30 days; nil where times are not dates.
        public var falseAlarmsPerMonth: Double?
        /// Rows with an alarm.
        public var count: Int?
        /// Of these, rows that a failure followed within the horizon.
        public var truePositives: Int?

        package init(
            precision: Double, recall: Double, falseAlarmsPerMonth: Double? = nil,
            count: Int? = nil,
            truePositives: Int? = nil
        ) {
            self.precision = precision
            self.recall = recall
            self.falseAlarmsPerMonth = falseAlarmsPerMonth
            self.count = count
            self.truePositives = truePositives
        }

        private enum CodingKeys: String, CodingKey {
            case precision, recall
            case falseAlarmsPerMonth = "falsePerMonth"
            case count = "raised"
            case truePositives = "told"
        }
    }

    /// A point of the precision-recall curve; both are shares, 0…1.
    public struct Point: Sendable, Hashable, Codable {
        /// The share of the rows before a failure that have an alarm.
        public var recall: Double
        /// The share of the alarms that a failure followed.
        public var precision: Double

        /// Rows with at least this score have an alarm; nil where earlier versions wrote the file.
        public var threshold: Double?

        package init(recall: Double, precision: Double, threshold: Double? = nil) {
            self.recall = recall
            self.precision = precision
            self.threshold = threshold
        }
    }

    /// A feature and how much it moves the predictions, as a share of all features.
    public struct Weight: Sendable, Hashable, Codable {
        /// The feature's name in the model, such as `pressure, last`.
        public var name: String
        /// The feature's share of the sum over all features, 0…1.
        public var share: Double

        package init(name: String, share: Double) {
            self.name = name
            self.share = share
        }
    }

    /// The kinds of model that compete; the better one is kept.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case trees, network

        /// The kind that competes with this one.
        public var other: Kind { self == .trees ? .network : .trees }
    }

    /// The plain baseline, or the kind of model not kept, on the same rows as the model.
    public struct Alternative: Sendable, Hashable, Codable {
        /// Area under precision over recall, 0…1.
        public var averagePrecision: Double?
        /// Alarms at its own threshold.
        public var alarms: Alarms?
        /// Root of the mean squared error of remaining life, in the axis' unit.
        public var rmse: Double?

        package init(averagePrecision: Double? = nil, alarms: Alarms? = nil, rmse: Double? = nil) {
            self.averagePrecision = averagePrecision
            self.alarms = alarms
            self.rmse = rmse
        }

        private enum CodingKeys: String, CodingKey {
            case averagePrecision, alarms
            case rmse = "error"
        }
    }

    /// Held-out rows that were predicted.
    public var rows: Int
    /// Of these, rows within the horizon before a failure.
    public var positives: Int?
    /// Area under precision over recall of the model, 0…1.
    public var averagePrecision: Double?
    /// The model's alarms at `threshold`.
    public var alarms: Alarms?
    /// Alarms of the plain rule, any error within the horizon before; nil where no row has one.
    public var naive: Alarms?
    /// Average precision of the number of errors within the horizon before; nil where no row has
    /// one.
    public var naiveAveragePrecision: Double?
    /// Logistic regression (failures) or ridge regression (remaining life) on the same features.
    public var linear: Alternative?
    /// The kind of model that was kept; files of earlier versions, which do not say, keep trees.
    public var kind: Kind?
    /// The kind of model that was tried and not kept; nil where only one was tried.
    public var second: Alternative?
    /// Observed failures by predicted probability.
    public var calibration: [CalibrationBin]?
    /// Precision over recall, recall ascending, at most 60 points; empty for remaining life.
    public var curve: [Point] = []
    /// Median time from the first alarm within the horizon to its failure, in the axis' unit; nil
    /// where no alarm came before a failure.
    public var medianLeadTime: Double?
    /// Root of the mean squared error of remaining life, in the axis' unit.
    public var rmse: Double?
    /// The same for the plain rule, mean life less age; nil where no other units tell a mean life.
    public var naiveRMSE: Double?
    /// The features that move the predictions most, at most 12, by descending share.
    public var weights: [Weight] = []
    /// Permutation importance by source, at most 12, the largest loss first.
    public var importance: [Importance]?
    /// Errors of remaining life by its size, ascending.
    public var errors: [ErrorQuantiles]?
    /// The share of a hundred resamplings of the held-out rows in which the model beats the plain
    /// rule, 0…1; nil where there was no rule to beat.
    public var winShare: Double?
    /// One entry per tried number of alarms a week; empty where the held-out rows cover less than
    /// two weeks, nil where times are not dates.
    public var budgets: [Budget]?
    /// Expected and actual failures per horizon, the latest 60, ascending in time.
    public var counts: [HorizonCount]?
    /// Errors of remaining life as a whole and by its size.
    public var lives: Lives?
    /// How far ahead failures are predicted, in the axis' unit.
    public var horizon: Double?
    /// Rows with at least this probability have an alarm.
    public var threshold: Double?
    /// Sources left out because they hold the answer.
    public var leaks: [Leak]?
    /// Rows left out because no reading moved after a failure.
    public var standing: Int?

    /// A test on `rows` held-out rows; the caller fills in what it finds.
    public init(rows: Int) { self.rows = rows }

    /// Reads the test from a model file's metadata; nil where there is none, or an impossible one.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }

    package init(
        rows: Int, positives: Int? = nil, averagePrecision: Double? = nil, alarms: Alarms? = nil,
        naive: Alarms? = nil, naiveAveragePrecision: Double? = nil, linear: Alternative? = nil,
        kind: Kind? = nil, second: Alternative? = nil, calibration: [CalibrationBin]? = nil,
        curve: [Point] = [], medianLeadTime: Double? = nil, rmse: Double? = nil,
        naiveRMSE: Double? = nil,
        weights: [Weight] = [], importance: [Importance]? = nil,
        errors: [ErrorQuantiles]? = nil, winShare: Double? = nil, budgets: [Budget]? = nil,
        lives: Lives? = nil, horizon: Double? = nil, threshold: Double? = nil,
        counts: [HorizonCount]? = nil, leaks: [Leak]? = nil, standing: Int? = nil
    ) {
        self.rows = rows
        self.positives = positives
        self.averagePrecision = averagePrecision
        self.alarms = alarms
        self.naive = naive
        self.naiveAveragePrecision = naiveAveragePrecision
        self.linear = linear
        self.kind = kind
        self.second = second
        self.calibration = calibration
        self.curve = curve
        self.medianLeadTime = medianLeadTime
        self.rmse = rmse
        self.naiveRMSE = naiveRMSE
        self.weights = weights
        self.importance = importance
        self.errors = errors
        self.winShare = winShare
        self.budgets = budgets
        self.counts = counts
        self.lives = lives
        self.horizon = horizon
        self.threshold = threshold
        self.leaks = leaks
        self.standing = standing
    }

    private enum CodingKeys: String, CodingKey {
        case rows, positives, averagePrecision, alarms, naive, naiveAveragePrecision, linear, kind
        case second, calibration, curve, weights, importance, errors, winShare
        case budgets, lives, horizon, threshold, counts, leaks, standing
        case medianLeadTime = "lead"
        case rmse = "error"
        case naiveRMSE = "naiveError"
    }
}

extension BackTest: MetadataValue {
    package static let metadataKey = "backtest"

    package var isPossible: Bool {
        let alarms = [alarms, naive, linear?.alarms, second?.alarms].compactMap(\.self)
        var numbers = [rows, positives ?? 0, standing ?? 0]
        numbers += alarms.flatMap { [$0.truePositives ?? 0, $0.count ?? 0] }
        numbers += (calibration ?? []).flatMap { [$0.rows, $0.observed] }
        numbers += (counts ?? []).map(\.observed)
        let lengths = [calibration?.count, errors?.count, budgets?.count, counts?.count]
        return numbers.allSatisfy(\.isPossibleCount)
            && lengths.allSatisfy { $0 ?? 0 <= 1_000 } && (leaks?.count ?? 0) <= 100_000
            && (budgets ?? []).allSatisfy(\.isPossible) && lives?.isPossible ?? true
    }
}
