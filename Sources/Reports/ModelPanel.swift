/// What models say about a device, or why they say nothing.
public struct ModelPanel: Sendable, Hashable {
    /// Whether the runtime is there.
    public enum Runtime: Sendable, Hashable {
        case found(version: String)
        /// Nobody knows yet: it is being looked for.
        case starting
        case missing
        /// Found, but it cannot be used; the runtime's own words.
        case unusable(String)
    }

    /// What a model's output means.
    public enum Meaning: Sendable, Hashable {
        case reconstruction, score, probability, classes, remainingLife, unknown
    }

    /// What a model is.
    public struct Card: Sendable, Hashable {
        /// The file's name.
        public var file: String
        /// Size in bytes.
        public var bytes: Int
        /// Hash of the file, in hexadecimal digits.
        public var sha256: String
        /// The program that wrote the file.
        public var producer: String
        /// Version of the file format.
        public var irVersion: Int
        /// Version of the operator set.
        public var opset: Int
        /// Name and shape such as `features float [N, 8]`.
        public var inputs: [String]
        /// Outputs with type and shape.
        public var outputs: [String]
        /// What the output means.
        public var meaning: Meaning
        /// Written by this program from the user's own data.
        public var isOwn: Bool
        /// Feature names the model asks for.
        public var features: [String]
        /// Rows and period it was trained on, where its metadata say so.
        public var trainedRows: Int?
        /// How it fared on held-out rows, where it was learned here.
        public var backTest: BackTest?
        /// How it was selected, where it is an autoencoder and was learned here.
        public var autoencoder: AutoencoderSelection?
        /// The columns that a user named for its features, where it names none itself.
        public var columns: [String]?

        /// Makes a card.
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

    /// A model's answer for the device.
    public struct Result: Sendable, Hashable {
        /// Times and scores over the window.
        public var times: [Double]
        /// One score per time.
        public var scores: [Double]
        /// The level that matters.
        public var threshold: Double?
        /// The last value.
        public var last: Double
        /// Rows above the threshold, of `times.count`.
        public var above: Int
        /// Share of the last error that each feature contributes; empty where the model does not say.
        public var contributions: [DiagnosticReport.Contribution]
        /// Milliseconds the run took.
        public var milliseconds: Double
        /// The course of remaining life, where that is what the model predicts.
        public var life: LifeCourse?

        /// Makes a result.
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

    /// How one model fared.
    public enum Outcome: Sendable, Hashable {
        case result(Result)
        /// It has not answered yet.
        case pending
        /// Columns the model asks for that the data do not have.
        case columnsMissing([String])
        /// The number of inputs fits no set of columns; a mapping is needed.
        case needsMapping(inputs: Int, metrics: Int)
        /// It was not opened, or is of a form that is not run.
        case refused(Refusal)
        /// The runtime's own words.
        case failed(String)
        /// The model stopped the runtime: by a signal or by taking too long.
        case crashed(signal: Int)
        case timedOut(seconds: Double)
    }

    /// A model and how it fared.
    public struct Entry: Sendable, Hashable {
        /// What the model is.
        public var card: Card
        /// How the model fared.
        public var outcome: Outcome

        /// Makes an entry.
        public init(card: Card, outcome: Outcome) {
            self.card = card
            self.outcome = outcome
        }

        /// What the model told of the device's remaining life; nil where it tells something else.
        public var life: LifeCourse? {
            guard case .result(let result) = outcome, let life = result.life,
                !life.points.isEmpty
            else { return nil }
            return life
        }
    }

    /// Whether models can be run at all.
    public var runtime: Runtime
    /// One entry per model.
    public var entries: [Entry]
    /// Models that raise alarms beside the built-in detectors; nil where there are none.
    public var comparison: DetectorComparison?
    /// What can be learned, and how far the learning is.
    public var training: Training
    /// Whether all that is to come is there.
    public var isComplete: Bool

    /// Makes a panel.
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

    /// Whether the page that shows it will soon show more.
    public var isUnderWay: Bool { !isComplete || answered < entries.count }
}
