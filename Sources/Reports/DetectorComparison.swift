/// The built-in detectors and the models side by side: their scores and alarms for a device, on one axis.
///
/// Scores are made alike: 0 is a detector's own median on the rows shown, 1 its alarm threshold.
public struct DetectorComparison: Sendable, Hashable {
    /// What gives the scores.
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
        /// The detector's own, or the model's as its file says.
        case own
        /// A probability of one half, as the model says none.
        case half
        /// The score that one row in a hundred exceeds, as the model says none.
        case hundredth
    }

    /// The ground truth that alarms are evaluated against.
    public enum Truth: Sendable, Hashable {
        /// Rows that the data mark.
        case labels
        /// Failures within as long after the alarm, in the axis' unit.
        case failures(horizon: Double)
    }

    /// An alarm and the ones that follow at once.
    public struct Alarm: Sendable, Hashable {
        /// The first and last time.
        public var from: Double
        /// The last time.
        public var to: Double
        /// The highest score.
        public var peak: Double

        /// An alarm of a detector.
        package init(from: Double, to: Double, peak: Double) {
            self.from = from
            self.to = to
            self.peak = peak
        }
    }

    /// The scores and alarms of one detector for the device.
    public struct Lane: Sendable, Hashable {
        /// What gives the scores.
        public var detector: Detector
        /// Where its threshold comes from.
        public var limit: Limit
        /// The highest score from each of `starts` on to the next; NaN where there is none.
        public var scores: [Double]
        /// Alarms in order of time.
        public var alarms: [Alarm]
        /// The last score.
        public var last: Double
        /// Whether there is an alarm at the last row.
        public var isAlarmNow: Bool
        /// The share of the rows with an alarm.
        public var alarmShare: Double
        /// How its alarms fared on the whole set; nil without ground truth.
        public var verdict: Verdict?

        /// The alarms of one detector on the common axis.
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
        /// Rows that are marked, or failures.
        public var positives = 0
        /// Of these, how many an alarm detected.
        public var detected = 0
        /// Rows with an alarm.
        public var alarms = 0
        /// Of these, how many were true: marked, or followed by a failure.
        public var trueAlarms = 0
        /// It comes from the back-test in the model's file, on rows held out of training.
        public var isBackTest = false

        /// Of the alarms, the share that was true; nil where there were none.
        public var precision: Double? { alarms > 0 ? Double(trueAlarms) / Double(alarms) : nil }
        /// Of the positives, the share that was detected; nil where there are none.
        public var recall: Double? { positives > 0 ? Double(detected) / Double(positives) : nil }
        /// The harmonic mean of precision and recall.
        public var f1: Double? {
            guard let precision, let recall else { return recall == nil ? nil : 0 }
            let sum = precision + recall
            return sum > 0 ? 2 * precision * recall / sum : 0
        }
        /// Whether its alarms come near what happened: an F1 of 0.3 or more.
        public var isNear: Bool { f1.map { $0 >= 0.3 } ?? false }

        /// Counts of alarms against what happened.
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

    /// Where each of the intervals begins whose highest scores are shown, rising.
    public var starts: [Double]
    /// Where the last interval ends.
    public var end: Double
    /// One for each detector.
    public var lanes: [Lane]
    /// The ground truth; nil where the data hold none.
    public var truth: Truth?
    /// Marked times or failures of the device, in order.
    public var marks: [Double]
    /// The devices on which alarms were evaluated.
    public var devicesEvaluated = 0
    /// The devices that are shown.
    public var devicesShown = 0

    /// Lanes on one axis.
    public init(
        starts: [Double], end: Double, lanes: [Lane], truth: Truth? = nil, marks: [Double] = []
    ) {
        self.starts = starts
        self.end = end
        self.lanes = lanes
        self.truth = truth
        self.marks = marks
    }

    /// The lane with the highest F1, where there are several to compare.
    public var best: Lane? {
        let evaluated = lanes.filter { $0.verdict?.f1 != nil }
        guard evaluated.count > 1 else { return nil }
        return evaluated.max { ($0.verdict?.f1 ?? 0) < ($1.verdict?.f1 ?? 0) }
    }
}
