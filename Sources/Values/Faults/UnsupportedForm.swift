/// The part of a model's form that is not scored.
public enum UnsupportedForm: Sendable, Hashable {
    /// An input that is neither a matrix, nor a window of rows, nor one column.
    case input(name: String)

    /// An input of text or another type that numbers are not fed to.
    case inputType(name: String)

    /// No output holds one value, or one row of values, for each row.
    case outputs([String])

    /// The shape asks for more elements at once than are fed.
    case inputTooLarge(name: String)
}
