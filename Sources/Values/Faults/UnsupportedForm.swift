/// Why a model cannot be run on tables.
public enum UnsupportedForm: Sendable, Hashable {
    /// The input is neither a matrix, nor a window of rows, nor a single column.
    case input(name: String)

    /// The input takes text or another type that is not numeric.
    case inputType(name: String)

    /// No output has one value, or one row of values, per row.
    case outputs([String])

    /// The shape asks for more elements at once than the limit.
    case inputTooLarge(name: String)
}
