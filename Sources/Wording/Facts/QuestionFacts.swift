package import Values

extension SchemaQuestion.Choice {
    /// Rows per moment and device if this answer holds; `nil` where the question is not about that.
    package var rowsPerMoment: Double? {
        switch self {
        case .columns(_, let rows), .file(let rows): rows
        default: nil
        }
    }
}
