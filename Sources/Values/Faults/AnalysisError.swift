/// Why an analysis could not be made: the place, what was found there and what was expected.
///
/// Positions are zero-based rows and columns of the `FeatureMatrix`, or indices of a series.
public enum AnalysisError: Error, Hashable, Sendable {
    /// The values do not fill `rows` × `columns` exactly, or a count is negative.
    case shape(rows: Int, columns: Int, values: Int)

    /// One row (or one column, when built from columns) has another length than the first one.
    case ragged(index: Int, expected: Int, found: Int)

    /// A value that had to be a finite number is NaN (missing) or infinite.
    case notFinite(row: Int, column: Int)

    /// Two inputs that belong together differ in length.
    case length(expected: Int, found: Int)

    /// A model fitted on `expected` columns was asked about data with `found` columns.
    case columns(expected: Int, found: Int)

    /// Fewer rows (or points of a series) than the method needs.
    case tooFew(found: Int, needed: Int)

    /// A setting lies outside its range; `parameter` is its name in the code, as in `"eps"`.
    case parameter(_ parameter: String, value: Double, minimum: Double, maximum: Double)

    /// An iterative method stopped at its limit without an answer.
    case notConverged(iterations: Int)
}

extension AnalysisError: CustomStringConvertible {
    /// The same facts as one line for a log.
    public var description: String {
        switch self {
        case .shape(let rows, let columns, let values):
            "\(values) values do not fill \(rows) rows of \(columns) columns"
        case .ragged(let index, let expected, let found):
            "line \(index) has \(found) values, expected \(expected)"
        case .notFinite(let row, let column):
            "the value in row \(row), column \(column) is missing or infinite"
        case .length(let expected, let found):
            "found \(found) values, expected \(expected)"
        case .columns(let expected, let found):
            "found \(found) columns, the model was fitted on \(expected)"
        case .tooFew(let found, let needed):
            "found \(found) rows, at least \(needed) are needed"
        case .parameter(let parameter, let value, let minimum, let maximum):
            "\(parameter) is \(value), allowed is \(minimum)...\(maximum)"
        case .notConverged(let iterations):
            "no convergence after \(iterations) iterations"
        }
    }
}
