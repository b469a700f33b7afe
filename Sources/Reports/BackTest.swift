/// How a model fared on rows held out of training, beside baselines. Kept in the model's file, under
/// the keys of `CodingKeys`.
public struct BackTest: Sendable, Hashable, Codable {
    /// How alarms at a threshold fared.
    public struct Alarms: Sendable, Hashable, Codable {
        /// Of the alarms, the share that was true.
        public var precision: Double
        /// Of the rows before a failure, the share with an alarm.
        public var recall: Double
        /// False alarms per device and 30 days; nil where times are no dates.
        public var falseAlarmsPerMonth: Double?
        /// The number of alarms; nil in files of earlier versions.
        public var count: Int?
        /// How many of them a failure followed within the horizon; nil in files of earlier versions.
        public var truePositives: Int?

        /// Alarms of a precision and recall; counts and rates where they are known.
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

    /// A point of precision over recall.
    public struct Point: Sendable, Hashable, Codable {
        /// Of the rows before a failure, the share with an alarm.
        public var recall: Double
        /// Of the alarms, the share that is true.
        public var precision: Double

        /// The score from which on alarms are raised; nil in files of earlier versions.
        public var threshold: Double?

        /// A point of the curve; recall and precision are shares, 0 to 1.
        package init(recall: Double, precision: Double, threshold: Double? = nil) {
            self.recall = recall
            self.precision = precision
            self.threshold = threshold
        }
    }

    /// A feature and how much it moves the predictions, of all.
    public struct Weight: Sendable, Hashable, Codable {
        /// The feature's name.
        public var name: String
        /// Its share.
        public var share: Double

        /// A feature with its share of all weights.
        package init(name: String, share: Double) {
            self.name = name
            self.share = share
        }
    }

    /// The kinds of models that are tried.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case trees, network

        /// The one that is not kept.
        public var other: Kind { self == .trees ? .network : .trees }
    }

    /// How a plain rule, or the kind of model that is not kept, fared on the same
    /// rows.
    public struct Alternative: Sendable, Hashable, Codable {
        /// The area under precision over recall.
        public var averagePrecision: Double?
        /// Its alarms.
        public var alarms: Alarms?
        /// The root of the mean squared error of remaining life.
        public var rmse: Double?

        /// What was tried beside the model; `nil` for what does not apply to its task.
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

    /// Rows that were predicted.
    public var rows: Int
    /// Rows within the horizon of a failure.
    public var positives: Int?
    /// The area under precision over recall.
    public var averagePrecision: Double?
    /// The model's alarms at its threshold.
    public var alarms: Alarms?
    /// The same for the rule: any error within the horizon before.
    public var naive: Alarms?
    /// The area under precision over recall for the number of errors within the horizon before.
    public var naiveAveragePrecision: Double?
    /// Logistic or ridge regression on the same features.
    public var linear: Alternative?
    /// The kind of model that is kept; nil in files of earlier versions, which keep trees.
    public var kind: Kind?
    /// The other kind that was tried.
    public var second: Alternative?
    /// Observed failures by predicted probability; nil in files of earlier versions.
    public var calibration: [CalibrationBin]?
    /// Precision over recall, at most 60 points.
    public var curve: [Point] = []
    /// The median time from the first alarm within the horizon to its failure, in the axis' unit.
    public var medianLeadTime: Double?
    /// The root of the mean squared error of remaining life.
    public var rmse: Double?
    /// The same for the rule: mean life less age.
    public var naiveRMSE: Double?
    /// The features that move the predictions most.
    public var weights: [Weight] = []
    /// Permutation importance by source; nil in files of earlier versions.
    public var importance: [Importance]?
    /// Errors of remaining life by its size, rising; nil in files of earlier versions.
    public var errors: [ErrorQuantiles]?
    /// Of a hundred resamplings of the held-out rows, the share in which the model beats the plain
    /// rule; nil in files of earlier versions.
    public var winShare: Double?
    /// What some numbers of alarms a week would have announced; nil in files of earlier versions.
    public var budgets: [Budget]?
    /// Failures of the fleet by horizon, the latest ones; nil in files of earlier versions.
    public var counts: [HorizonCount]?
    /// How predictions of remaining life fared by its size; nil in files of earlier versions.
    public var lives: Lives?
    /// How far failures were looked for, in the axis' unit; nil in files of earlier versions.
    public var horizon: Double?
    /// The probability from which on an alarm is raised; nil in files of earlier versions.
    public var threshold: Double?
    /// What was set aside as it holds the answer; nil in files of earlier versions.
    public var leaks: [Leak]?
    /// Rows that were left out as nothing moved in them after a failure; nil in files of earlier versions.
    public var standing: Int?

    /// Starts with a number of rows.
    public init(rows: Int) { self.rows = rows }

    /// Reads what a model's file says.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }

    /// A test on `rows` held-out rows; `nil` for what does not apply to its task.
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
