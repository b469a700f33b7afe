public import Values

extension ModelPanel {
    /// Why a model is not taken, or not run.
    public enum Refusal: Error, Sendable, Hashable {
        /// A look at the file found why.
        case file(ModelRefusal)
        /// Its inputs or outputs are of a form that tables do not give.
        case form(UnsupportedForm)
        /// Its name does not end as a model's does.
        case badName
        /// It could not be written, or not be given the name.
        case notWritten
        /// It takes another number of columns than were named.
        case columnCount
    }
}
