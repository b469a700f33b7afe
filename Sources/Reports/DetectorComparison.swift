/// The built-in detectors and the models side by side: what each says of a device, on one axis.
///
/// Scores are made alike: 0 is a detector's own median on the rows shown, 1 its alarm threshold.
public struct DetectorComparison: Sendable, Hashable {
    /// Who watches.
    public enum Watcher: Sendable, Hashable {
        /// The expected bands of the pages.
        case bands
        /// The detector that judges each row by the device's own beginning.
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

    /// What alarms are judged by.
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

        /// Makes one from its parts.
        package init(from: Double, to: Double, peak: Double) {
            self.from = from
            self.to = to
            self.peak = peak
        }
    }

    /// What one watcher says of the device.
    public struct Lane: Sendable, Hashable {
        /// Who watches.
        public var watcher: Watcher
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
        /// What its alarms were worth on the whole set; nil where nothing can tell.
        public var verdict: Verdict?

        /// Makes one from its parts.
        package init(
            watcher: Watcher, limit: Limit, scores: [Double], alarms: [Alarm], last: Double,
            isAlarmNow: Bool, alarmShare: Double, verdict: Verdict? = nil
        ) {
            self.watcher = watcher
            self.limit = limit
            self.scores = scores
            self.alarms = alarms
            self.last = last
            self.isAlarmNow = isAlarmNow
            self.alarmShare = alarmShare
            self.verdict = verdict
        }
    }

    /// What alarms were worth.
    public struct Verdict: Sendable, Hashable {
        /// Rows that are marked, or failures.
        public var positives = 0
        /// Of these, how many an alarm told.
        public var told = 0
        /// Rows with an alarm.
        public var alarms = 0
        /// Of these, how many were right: marked, or followed by a failure.
        public var right = 0
        /// It comes from the back-test in the model's file, on lines not seen in training.
        public var isBackTest = false

        /// Of the alarms, the share that was right; nil where there were none.
        public var precision: Double? { alarms > 0 ? Double(right) / Double(alarms) : nil }
        /// Of what happened, the share that was told; nil where nothing happened.
        public var recall: Double? { positives > 0 ? Double(told) / Double(positives) : nil }
        /// The harmonic mean of precision and recall.
        public var f1: Double? {
            guard let precision, let recall else { return recall == nil ? nil : 0 }
            let sum = precision + recall
            return sum > 0 ? 2 * precision * recall / sum : 0
        }
        /// Whether its alarms come near what happened: an F1 of 0.3 or more.
        public var isNear: Bool { f1.map { $0 >= 0.3 } ?? false }

        /// Makes one from its parts.
        package init(
            positives: Int = 0, told: Int = 0, alarms: Int = 0, right: Int = 0,
            isBackTest: Bool = false
        ) {
            self.positives = positives
            self.told = told
            self.alarms = alarms
            self.right = right
            self.isBackTest = isBackTest
        }
    }

    /// Where each of the stretches begins whose highest scores are told, rising.
    public var starts: [Double]
    /// Where the last stretch ends.
    public var end: Double
    /// One for each watcher.
    public var lanes: [Lane]
    /// What alarms are judged by; nil where the data tell nothing.
    public var truth: Truth?
    /// Marked times or failures of the device, in order.
    public var marks: [Double]
    /// The devices on which alarms were judged.
    public var devicesJudged = 0
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

    /// The lane whose alarms were worth most, where there are several to compare.
    public var best: Lane? {
        let judged = lanes.filter { $0.verdict?.f1 != nil }
        guard judged.count > 1 else { return nil }
        return judged.max { ($0.verdict?.f1 ?? 0) < ($1.verdict?.f1 ?? 0) }
    }
}
