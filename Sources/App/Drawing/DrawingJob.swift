import Printing

/// What a drawing process is asked for, as it is handed over.
enum DrawingJob: Codable, Sendable {
    /// A PNG of an SVG document of so many pixels, `scale` times as large.
    case image(svg: String, width: Double, height: Double, scale: Double)
    /// A PDF.
    case document(PrintedDocument)

    /// What it needs of the system.
    var use: DrawingLibraries.Use {
        switch self {
        case .image: .images
        case .document: .documents
        }
    }

    /// How it went.
    enum Outcome: Codable, Sendable {
        case done
        /// A library is missing.
        case missing(file: String)
        /// What was given cannot be drawn.
        case refused
    }
}
