import Charts
import Dashboard
import Foundation
import Models
import Printing

/// How a report is written.
enum ReportFormat: String, Sendable, CaseIterable {
    case html
    /// Markdown.
    case md
    case pdf

    var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .md: "text/markdown; charset=utf-8"
        case .pdf: "application/pdf"
        }
    }
}

/// Writes reports in each format.
struct ReportWriter: Sendable {
    /// Style sheets, as the resources have them.
    let style: ChartStyle
    let css: String

    /// A report as bytes, or what must be drawn for it.
    enum Written {
        /// With the text of the style element of HTML, for a policy.
        case bytes([UInt8], style: String?)
        case job(DrawingJob)
    }

    func write(_ report: ReportDocument, as format: ReportFormat) -> Written {
        switch format {
        case .html:
            let file = ReportHTML(report, style: style, css: css).file
            return .bytes(file.bytes, style: file.style)
        case .md: return .bytes(Array(ReportMarkdown(report).text.utf8), style: nil)
        case .pdf: return .job(.document(PrintedReport(report, style: style).document))
        }
    }

    /// `sha256-…` of a style element, as a content security policy names it.
    static func policyHash(_ style: String) -> String {
        let bytes = SHA256.words(of: Array(style.utf8)).flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
        }
        return "sha256-" + Data(bytes).base64EncodedString()
    }
}
