public import Analysis

/// What a model says of each row of some data.
///
/// All columns have one element per row that was given. A row is nil where it was not given to the
/// model: one of its features is missing, or there is no whole window that ends there.
public struct ModelScores: Sendable, Hashable {
    /// What the outputs were taken for.
    public let purpose: ModelPurpose

    /// One number per row: the error of the reconstruction, the score (turned so that higher is
    /// worse), the probability of failure, the remaining life, the distance to the nearest group,
    /// or the value; nil also where the model gives none of these.
    public internal(set) var values: [Double?]

    /// Whether higher values are worse; nil where the meaning is unknown.
    public let isHigherWorse: Bool?

    /// The value from which on a row is an alarm: what the model says, else 0 for an isolation
    /// forest; nil without either.
    public let threshold: Double?

    /// The class or group that the model chose for each row; nil where it has none of these.
    public internal(set) var labels: [String?]?

    /// The names of the classes, in the order of the columns of `probabilities`.
    public internal(set) var classes: [String] = []

    /// The probability of each class: one row per row of data, NaN in those that were not given.
    public internal(set) var probabilities: FeatureMatrix?

    /// The squared, scaled error of each feature, averaged over a window; NaN in rows that were not
    /// given.
    public internal(set) var featureErrors: FeatureMatrix?

    /// What the errors were divided by, for a reconstruction.
    public internal(set) var errorScale: ErrorScale?

    /// Where the spreads come from that errors of a reconstruction are divided by.
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
    /// The spread of each feature in training, for a model that does not give it.
    public var featureStd: [Double]?

    /// Rows of a window, for a model that neither fixes nor gives it.
    public var window = 30

    /// Runs of rows that belong together (one device each); windows do not cross their ends. Nil
    /// when all rows belong together.
    public var segments: [Range<Int>]?

    /// Windows of 30 rows over all rows, and spreads taken from the model or from the rows.
    public init() {}
}
