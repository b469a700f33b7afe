/// The built-in detectors and the models side by side: their scores and alarms for one device on
/// one axis.
///
/// Scores are rescaled alike: 0 is a detector's own median on the rows shown, 1 its alarm
/// threshold.
public struct DetectorComparison: Sendable, Hashable {
    /// A source of scores.
    public enum Detector: Sendable, Hashable {
        /// The expected bands of the pages.
        case bands
        /// The detector that scores each row against the device's own beginning.
        case rows
        /// A model, by its file.
        case model(String)
    }

    /// Where an alarm threshold comes from.
    public enum Limit: Sendable, Hashable {
        /// The detector's own, or the one that the model's file states.
        case own
        /// A probability of one half, as the model states none.
        case half
        /// The 99th percentile of the scores, as the model states none.
        case hundredth
    }

    /// The ground truth that alarms are judged by.
    public enum Truth: Sendable, Hashable {
        /// Rows that the data mark.
        case labels
        /// Failures up to `horizon` after the alarm, in the axis' unit.
        case failures(horizon: Double)
    }

    /// A run of consecutive rows with an alarm.
    public struct Alarm: Sendable, Hashable {
        /// Time of the first row, in the axis' unit.
        public var from: Double
        /// Time of the last row, in the axis' unit.
        public var to: Double
        /// The highest score, rescaled as in `Lane`.
        public var peak: Double

        package init(from: Double, to: Double, peak: Double) {
            self.from = from
            self.to = to
            self.peak = peak
        }
    }

    /// The scores and alarms of one detector for the device.
    public struct Lane: Sendable, Hashable {
        /// The source of the scores.
        public var detector: Detector
        /// Where its threshold comes from.
        public var limit: Limit
        /// The highest score in each interval of `starts`; NaN where it has none.
        public var scores: [Double]
        /// Alarms in order of time.
        public var alarms: [Alarm]
        /// The last score; NaN without scores.
        public var last: Double
        /// Whether the last row with a score has an alarm.
        public var isAlarmNow: Bool
        /// The share of the rows with an alarm, 0…1.
        public var alarmShare: Double
        /// How the detector's alarms fared on the whole set; nil without ground truth.
        public var verdict: Verdict?

        package init(
            detector: Detector, limit: Limit, scores: [Double], alarms: [Alarm], last: Double,
            isAlarmNow: Bool, alarmShare: Double, verdict: Verdict? = nil
        ) {
            self.detector = detector
            self.limit = limit
            self.scores = scores
            self.alarms = alarms
            self.last = last
            self.isAlarmNow = isAlarmNow
            self.alarmShare = alarmShare
            self.verdict = verdict
        }
    }

    /// How alarms fared against ground truth.
    public struct Verdict: Sendable, Hashable {
        /// Marked rows, or failures.
        public var positives = 0
        /// Of these, those that an alarm detected.
        public var detected = 0
        /// Rows with an alarm.
        public var alarms = 0
        /// Of these, rows that are marked or that a failure followed.
        public var trueAlarms = 0
        /// Whether the counts come from the back-test in the model's file, on rows held out of
        /// training.
        public var isBackTest = false

        /// `trueAlarms` of `alarms`, 0…1; nil without alarms.
        public var precision: Double? { alarms > 0 ? Double(trueAlarms) / Double(alarms) : nil }
        /// `detected` of `positives`, 0…1; nil without positives.
        public var recall: Double? { positives > 0 ? Double(detected) / Double(positives) : nil }
        /// Harmonic mean of precision and recall, 0…1; nil without positives, 0 without alarms.
        public var f1: Double? {
            guard let precision, let recall else { return recall == nil ? nil : 0 }
            let sum = precision + recall
            return sum > 0 ? 2 * precision * recall / sum : 0
        }
        /// Whether the alarms come near what happened: an F1 of at least 0.3.
        public var isNear: Bool { f1.map { $0 >= 0.3 } ?? false }

        package init(
            positives: Int = 0, detected: Int = 0, alarms: Int = 0, trueAlarms: Int = 0,
            isBackTest: Bool = false
        ) {
            self.positives = positives
            self.detected = detected
            self.alarms = alarms
            self.trueAlarms = trueAlarms
            self.isBackTest = isBackTest
        }
    }

    /// Left edges of the intervals that `scores` of the lanes are for, ascending.
    public var starts: [Double]
    /// Right edge of the last interval.
    public var end: Double
    /// The built-in detectors first, then the models.
    public var lanes: [Lane]
    /// The ground truth; nil where the data hold none.
    public var truth: Truth?
    /// Marked rows or failures of the device within the intervals, ascending.
    public var marks: [Double]
    /// Devices that the verdicts were counted on.
    public var devicesEvaluated = 0
    /// Devices in the choice that is shown.
    public var devicesShown = 0

    /// `scores` of each lane hold one entry per interval of `starts`.
    public init(
        starts: [Double], end: Double, lanes: [Lane], truth: Truth? = nil, marks: [Double] = []
    ) {
        self.starts = starts
        self.end = end
        self.lanes = lanes
        self.truth = truth
        self.marks = marks
    }

    /// The lane with the highest F1; nil unless at least two lanes have one.
    public var best: Lane? {
        let evaluated = lanes.filter { $0.verdict?.f1 != nil }
        guard evaluated.count > 1 else { return nil }
        return evaluated.max { ($0.verdict?.f1 ?? 0) < ($1.verdict?.f1 ?? 0) }
    }
}
