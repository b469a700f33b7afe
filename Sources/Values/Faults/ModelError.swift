/// Why a model gives no answer. Cases carry data; sentences are made where they are shown.
public enum ModelError: Error, Sendable, Hashable {
    /// The file cannot be read or written; `errno` says why.
    case file(path: String, errno: Int32)

    /// The file is not given to the runtime: it is no model, or none that is run here.
    case refused(ModelRefusal)

    /// There is no ONNX Runtime on this machine; everything else works.
    case noRuntime([LibraryAttempt])

    /// The runtime refused the model, failed, was stopped, or died; the program goes on.
    case fault(InferenceFault)

    /// The model needs columns that the data does not have.
    case missingColumns([String])

    /// The model's inputs or outputs are of a form that is not scored here.
    case unsupported(UnsupportedForm)

    /// The rows given do not fit: `expected` features per row, `found` given.
    case featureCount(expected: Int, found: Int)

    /// A value that must be finite is not, or equations have no finite solution; the column behind
    /// the last one is the target's.
    case notFinite(row: Int, column: Int)

    /// The model gave another number of values than rows were given.
    case resultCount(output: String, expected: Int, found: Int)

    /// The file of inputs is not of the expected form.
    case feeds(FeedsFault)

    /// There is too little data to fit a model on: rows found, rows needed.
    case tooFewRows(found: Int, needed: Int)

    /// A model cannot be fitted on these numbers.
    case notFittable(AnalysisError)

    /// A written model, when run, differs from what was fitted, by this largest relative
    /// difference: its numbers are too large for the 32 bits of the file.
    case disagreement(Double)

    /// Whoever asked for the training stopped it.
    case cancelled
}

/// One library that was tried and could not be opened.
public struct LibraryAttempt: Sendable, Hashable {
    /// The path, or the name that the loader searched.
    public let path: String

    /// What the loader said.
    public let reason: String

    /// A library that `path` names and why the loader did not take it.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
