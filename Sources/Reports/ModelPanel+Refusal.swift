public import Values

extension ModelPanel {
    /// Why a model is not accepted, or not run.
    public enum Refusal: Error, Sendable, Hashable {
        /// Inspection of the file found a reason.
        case file(ModelRefusal)
        /// Its inputs or outputs have a form that tables cannot provide.
        case form(UnsupportedForm)
        /// The file name does not have a model's extension.
        case badName
        /// The file could not be written, or not renamed into place.
        case notWritten
        /// The model takes another number of columns than a person named.
        case columnCount
    }
}
