import CDrawing

/// What draws pixels and paper: cairo, librsvg and pango of the system, opened where they are
/// needed.
package enum DrawingLibraries {
    /// What is asked of them.
    package enum Use: String, Codable, Sendable, Hashable, CaseIterable {
        /// PNG of SVG.
        case images
        /// PDF.
        case documents

        /// The Debian packages that bring what is needed.
        package var packages: [String] {
            switch self {
            case .images: ["librsvg2-2"]
            case .documents: ["libpango-1.0-0", "libpangocairo-1.0-0", "librsvg2-2"]
            }
        }
    }

    /// Opens them; the name of the first file that is missing, nil where all are there.
    ///
    /// They are opened in processes that draw and end, never in one that serves.
    package static func open(_ use: Use) -> String? {
        var name = [CChar](repeating: 0, count: 200)
        let kind = use == .images ? DRAWING_IMAGES : DRAWING_DOCUMENTS
        let isOpen = unsafe drawing_open(Int32(kind), &name, name.count)
        guard isOpen == 0 else { return nil }
        let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes an SVG document of so many pixels into a PNG file, `scale` times as large.
    ///
    /// - Returns: false where the document cannot be read or is larger than 16,384 pixels a side
    ///   then, or the file cannot be written.
    package static func png(
        _ svg: [UInt8], width: Double, height: Double, scale: Double, to path: String
    ) -> Bool {
        unsafe drawing_png(svg, svg.count, width, height, scale, path) != 0
    }
}
