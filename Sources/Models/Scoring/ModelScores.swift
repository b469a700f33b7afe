public import Analysis

/// What a model says of each row of some data.
///
/// All columns have one element per row that was given. A row is nil where it was not given to the
/// model: one of its features is missing, or there is no whole window that ends there.
public struct ModelScores: Sendable, Hashable {
    /// What the outputs were taken for.
    public let purpose: ModelPurpose

    /// One number a row: the error of the reconstruction, the score (turned so that higher is
    /// worse), the probability of failure, the remaining life, the distance to the nearest group,
    /// or the value; nil also where the model gives none of these.
    public internal(set) var values: [Double?]

    /// Whether higher values are worse; nil where the meaning is unknown.
    public let isHigherWorse: Bool?

    /// From which value on a row is an alarm, when the model says so.
    public let threshold: Double?

    /// The class or group the model chose.
    public internal(set) var labels: [String?]?

    /// The names of the classes, in the order of the columns of `probabilities`.
    public internal(set) var classes: [String] = []

    /// The probability of each class; NaN in rows that were not given.
    public internal(set) var probabilities: FeatureMatrix?

    /// The squared, scaled error of each feature; NaN in rows that were not given.
    public internal(set) var featureErrors: FeatureMatrix?

    /// By what the errors were scaled, for a reconstruction.
    public internal(set) var errorScale: ErrorScale?

    /// Where the spreads come from by which errors of a reconstruction are divided.
    public enum ErrorScale: Sendable, Hashable {
        /// The model's entry `feature_std`.
        case model

        /// The caller, who knows the spread in training.
        case given

        /// The rows that were scored: there was nothing better.
        case scoredRows

        /// The values are the model's own score; only the errors of the features are scaled by
        /// the rows that were scored.
        case modelScore
    }
}

/// How rows are given to a model and its answers read.
public struct ScoringOptions: Sendable, Hashable {
    /// The spread of each feature in training, for a model that does not tell it.
    public var featureStd: [Double]?

    /// The number of rows in a window, for a model that leaves it open and does not tell it.
    public var window = 30

    /// Runs of rows that belong together (one device each); windows do not cross their ends. Nil
    /// when all rows belong together.
    public var segments: [Range<Int>]?

    /// The usual options.
    public init() {}
}
