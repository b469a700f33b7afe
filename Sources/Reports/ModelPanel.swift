/// What models say about a device, or why they say nothing.
public struct ModelPanel: Sendable, Hashable {
    /// Whether ONNX Runtime can be used.
    public enum Runtime: Sendable, Hashable {
        case found(version: String)
        /// Not known yet: it is being looked for.
        case starting
        case missing
        /// It was found but does not work; the runtime's own words.
        case unusable(String)
    }

    /// What a model's output means.
    public enum Meaning: Sendable, Hashable {
        case reconstruction, score, probability, classes, remainingLife, unknown
    }

    /// What is known of a model from its file.
    public struct Card: Sendable, Hashable {
        /// The file's name.
        public var file: String
        /// Size in bytes; 0 where the file could not be inspected.
        public var bytes: Int
        /// SHA-256 of the file in hexadecimal digits; empty where it could not be inspected.
        public var sha256: String
        /// Name and version of the program that wrote the file, as the file says.
        public var producer: String
        /// Version of the ONNX file format; 0 where it could not be inspected.
        public var irVersion: Int
        /// Version of the default operator set.
        public var opset: Int
        /// Name, element type and shape of each input, such as `features float [N, 8]`.
        public var inputs: [String]
        /// The outputs in the same form.
        public var outputs: [String]
        /// What the output means.
        public var meaning: Meaning
        /// Whether this program wrote the file.
        public var isOwn: Bool
        /// Names of the features the model asks for, in order; empty where it names none.
        public var features: [String]
        /// Rows the model was trained on, where its metadata say so.
        public var trainedRows: Int?
        /// How the model fared on held-out rows; nil unless it was learned here.
        public var backTest: BackTest?
        /// How the autoencoder was selected; nil unless it was learned here.
        public var autoencoder: AutoencoderSelection?
        /// The columns that a user assigned to its inputs; nil where it names them itself.
        public var columns: [String]?

        /// `columns` are only for models that name no features.
        public init(
            file: String, bytes: Int, sha256: String, producer: String, irVersion: Int, opset: Int,
            inputs: [String], outputs: [String], meaning: Meaning, isOwn: Bool, features: [String],
            trainedRows: Int?, backTest: BackTest? = nil, autoencoder: AutoencoderSelection? = nil,
            columns: [String]? = nil
        ) {
            self.file = file
            self.bytes = bytes
            self.sha256 = sha256
            self.producer = producer
            self.irVersion = irVersion
            self.opset = opset
            self.inputs = inputs
            self.outputs = outputs
            self.meaning = meaning
            self.isOwn = isOwn
            self.features = features
            self.trainedRows = trainedRows
            self.backTest = backTest
            self.autoencoder = autoencoder
            self.columns = columns
        }
    }

    /// A model's scores for the device.
    public struct Result: Sendable, Hashable {
        /// Times of the scored rows in the window, ascending, in the axis' unit.
        public var times: [Double]
        /// One score per time; NaN where there is none.
        public var scores: [Double]
        /// Scores above it are alarms, as are remaining lives below it; nil where the model states
        /// none.
        public var threshold: Double?
        /// The last score.
        public var last: Double
        /// Rows with an alarm, of `times.count`; 0 without a threshold.
        public var above: Int
        /// Each feature's share of the error of the last row; empty where the model does not tell.
        public var contributions: [DiagnosticReport.Contribution]
        /// Duration of the run in milliseconds.
        public var milliseconds: Double
        /// The course of remaining life, where the model predicts that.
        public var life: LifeCourse?

        /// `times` and `scores` hold one entry per scored row.
        public init(
            times: [Double], scores: [Double], threshold: Double?, last: Double, above: Int,
            contributions: [DiagnosticReport.Contribution], milliseconds: Double,
            life: LifeCourse? = nil
        ) {
            self.life = life
            self.times = times
            self.scores = scores
            self.threshold = threshold
            self.last = last
            self.above = above
            self.contributions = contributions
            self.milliseconds = milliseconds
        }
    }

    /// How a run of one model ended.
    public enum Outcome: Sendable, Hashable {
        case result(Result)
        /// It has not answered yet.
        case pending
        /// The data lack these columns, which the model asks for.
        case columnsMissing([String])
        /// The number of inputs fits no set of columns: a person has to assign columns.
        case needsMapping(inputs: Int, metrics: Int)
        /// The file was not opened, or has a form that cannot be run.
        case refused(Refusal)
        /// The runtime reported an error, in its own words.
        case failed(String)
        /// The model ended its process by this signal.
        case crashed(signal: Int)
        case timedOut(seconds: Double)
    }

    /// A model with its answer for the device.
    public struct Entry: Sendable, Hashable {
        /// What is known of the model from its file.
        public var card: Card
        /// How its run ended.
        public var outcome: Outcome

        /// A model's card and the outcome of its run.
        public init(card: Card, outcome: Outcome) {
            self.card = card
            self.outcome = outcome
        }

        /// The predicted course of remaining life; nil where the model predicts something else.
        public var life: LifeCourse? {
            guard case .result(let result) = outcome, let life = result.life,
                !life.points.isEmpty
            else { return nil }
            return life
        }
    }

    /// Whether models can be run at all.
    public var runtime: Runtime
    /// One per model.
    public var entries: [Entry]
    /// The models that raise alarms beside the built-in detectors; nil where no model does.
    public var comparison: DetectorComparison?
    /// What can be learned, and how far a training is.
    public var training: Training
    /// Whether nothing is being prepared any more; entries may still be pending.
    public var isComplete: Bool

    /// By default nothing is compared and the panel is complete.
    public init(
        runtime: Runtime, entries: [Entry], comparison: DetectorComparison? = nil,
        training: Training = Training(), isComplete: Bool = true
    ) {
        self.runtime = runtime
        self.entries = entries
        self.comparison = comparison
        self.training = training
        self.isComplete = isComplete
    }

    /// Models that have answered, or never will.
    public var answered: Int { entries.count { $0.outcome != .pending } }

    /// Whether the panel will soon show more, so that a page should ask again.
    public var isUnderWay: Bool { !isComplete || answered < entries.count }
}
