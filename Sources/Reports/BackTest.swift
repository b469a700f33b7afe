/// How a model fared on lines that it did not see, beside plain rules. Kept in the model's file.
public struct BackTest: Sendable, Hashable, Codable {
    /// What alarms gave.
    public struct Alarms: Sendable, Hashable, Codable {
        /// Of the alarms, the share that was right.
        public var precision: Double
        /// Of what happened, the share that was told.
        public var recall: Double
        /// False alarms per device and 30 days; nil where times are no dates.
        public var falsePerMonth: Double?
        /// The number of alarms; nil in files of earlier versions.
        public var raised: Int?
        /// How many of them were right; nil in files of earlier versions.
        public var told: Int?

        /// Makes one from its parts.
        package init(
            precision: Double, recall: Double, falsePerMonth: Double? = nil, raised: Int? = nil,
            told: Int? = nil
        ) {
            self.precision = precision
            self.recall = recall
            self.falsePerMonth = falsePerMonth
            self.raised = raised
            self.told = told
        }
    }

    /// A point of precision over recall.
    public struct Point: Sendable, Hashable, Codable {
        /// The share of failures that is told.
        public var recall: Double
        /// The share of alarms that is right.
        public var precision: Double

        /// Makes one from its parts.
        package init(recall: Double, precision: Double) {
            self.recall = recall
            self.precision = precision
        }
    }

    /// A feature and how much it moves the predictions, of all.
    public struct Weight: Sendable, Hashable, Codable {
        /// The feature's name.
        public var name: String
        /// Its share.
        public var share: Double

        /// Makes one from its parts.
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

    /// How a plain rule, or the kind of model that is not kept, fared on the same lines.
    public struct Rival: Sendable, Hashable, Codable {
        /// The area under precision over recall.
        public var averagePrecision: Double?
        /// Its alarms.
        public var alarms: Alarms?
        /// The root of the mean squared error of remaining life.
        public var error: Double?

        /// Makes one from its parts.
        package init(averagePrecision: Double? = nil, alarms: Alarms? = nil, error: Double? = nil) {
            self.averagePrecision = averagePrecision
            self.alarms = alarms
            self.error = error
        }
    }

    /// Lines that were predicted.
    public var rows: Int
    /// Lines within the horizon of a failure.
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
    public var linear: Rival?
    /// The kind of model that is kept; nil in files of earlier versions, which keep trees.
    public var kind: Kind?
    /// The other kind that was tried.
    public var second: Rival?
    /// What happened where which probabilities were told; nil in files of earlier versions.
    public var calibration: [CalibrationBin]?
    /// Precision over recall, at most 60 points.
    public var curve: [Point] = []
    /// Half of the failures that were told were told at least this long before, in the axis' unit.
    public var lead: Double?
    /// The root of the mean squared error of remaining life.
    public var error: Double?
    /// The same for the rule: mean life less age.
    public var naiveError: Double?
    /// What matters most.
    public var weights: [Weight] = []
    /// What the predictions lean on; nil in files of earlier versions.
    public var importance: [Importance]?

    /// Starts with a number of lines.
    public init(rows: Int) { self.rows = rows }

    /// Reads what a model's file says.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }

    /// Makes one from its parts.
    package init(
        rows: Int, positives: Int? = nil, averagePrecision: Double? = nil, alarms: Alarms? = nil,
        naive: Alarms? = nil, naiveAveragePrecision: Double? = nil, linear: Rival? = nil,
        kind: Kind? = nil, second: Rival? = nil, calibration: [CalibrationBin]? = nil,
        curve: [Point] = [], lead: Double? = nil, error: Double? = nil, naiveError: Double? = nil,
        weights: [Weight] = [], importance: [Importance]? = nil
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
        self.lead = lead
        self.error = error
        self.naiveError = naiveError
        self.weights = weights
        self.importance = importance
    }
}

extension BackTest: MetadataValue {
    package static let metadataKey = "backtest"

    package var isPossible: Bool {
        let alarms = [alarms, naive, linear?.alarms, second?.alarms].compactMap(\.self)
        let counts =
            [rows, positives ?? 0] + alarms.flatMap { [$0.told ?? 0, $0.raised ?? 0] }
            + (calibration ?? []).flatMap { [$0.rows, $0.happened] }
        return counts.allSatisfy(\.isPossibleCount) && (calibration?.count ?? 0) <= 1_000
    }
}
