import Foundation
package import Reports
package import Values

/// The ranking of causes as `perfmon causes --json` gives it: `ranking`, the names of all signals
/// with the likeliest first, `start` of the fault, `noticed`, and for each signal its figures.
package struct CausesJSON: Export {
    /// `causes.json`.
    package let fileName = "causes.json"
    /// JSON in UTF-8.
    package let mediaType = "application/json; charset=utf-8"

    private let document: Document

    /// - Parameter axis: Whose times the report's are; those without dates are written as numbers.
    package init(_ report: CauseReport, axis: TimeAxis) {
        let writer = MomentWriter(axis)
        document = Document(
            device: report.device.name, noticed: writer.moment(report.noticed),
            ranking: report.signals.map(\.metric.name),
            signals: report.signals.map { signal in
                Record(
                    signal: signal.metric.name, confidence: Self.rounded(signal.confidence),
                    mechanism: signal.mechanism.rawValue,
                    from: signal.departure.map(writer.moment),
                    change: Self.rounded(signal.change))
            }, start: writer.moment(report.onset))
    }

    /// The document, keys in alphabetical order.
    package func content() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every figure is finite.
        return (try? Array(encoder.encode(document))) ?? Array(#"{"ranking":[],"start":null}"#.utf8)
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

    private struct Document: Encodable {
        var device: String
        var noticed: MomentWriter.Moment
        var ranking: [String]
        var signals: [Record]
        var start: MomentWriter.Moment
    }

    private struct Record: Encodable {
        var signal: String
        var confidence: Double
        var mechanism: String
        var from: MomentWriter.Moment?
        var change: Double
    }
}
