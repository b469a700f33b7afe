package import Values

extension SchemaQuestion.Choice {
    /// How many rows a moment of one device has with this answer; `nil` where that is not asked.
    package var rowsPerMoment: Double? {
        switch self {
        case .columns(_, let rows), .file(let rows): rows
        default: nil
        }
    }
}
