import Foundation
package import Reports
package import Values

/// The ranking of causes as `perfmon causes --json` prints it: `ranking`, the names of all signals
/// with the likeliest first, `start` of the fault, `noticed`, and the figures of each signal; where
/// there is one, the `failure` in question, the `command` that explains it all, `events` just
/// before, and what `earlier` episodes showed. Lengths are in seconds, or units of an axis without
/// dates.
package struct CausesJSON: Export {
    package let fileName = "causes.json"
    package let mediaType = "application/json; charset=utf-8"

    private let document: Document

    /// - Parameter axis: The axis of the report's times; without dates they are written as numbers.
    package init(_ report: CauseReport, axis: TimeAxis) {
        let writer = MomentWriter(axis.kind)
        document = Document(
            command: report.command.map { Command($0, writer) }, compared: report.compared,
            device: report.device.name, earlier: report.earlier.map(Earlier.init),
            events: report.events.map { Event($0, writer) },
            failure: report.failure.map {
                Failure(code: $0.code.name, time: writer.moment($0.time))
            },
            noticed: writer.moment(report.noticed), ranking: report.signals.map(\.metric.name),
            signals: report.signals.map { signal in
                Record(
                    signal: signal.metric.name, confidence: Self.rounded(signal.confidence),
                    mechanism: signal.mechanism.rawValue,
                    from: signal.departure.map(writer.moment),
                    change: Self.rounded(signal.change))
            }, start: writer.moment(report.onset))
    }

    /// The document with keys in alphabetical order.
    package func content() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // All figures are finite, so that encoding succeeds.
        return (try? Array(encoder.encode(document))) ?? Array(#"{"ranking":[],"start":null}"#.utf8)
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

    private struct Document: Encodable {
        var command: Command?
        var compared: Int
        var device: String
        var earlier: Earlier?
        var events: [Event]
        var failure: Failure?
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

    private struct Failure: Encodable {
        var code: String
        var time: MomentWriter.Moment
    }

    private struct Command: Encodable {
        var signal: String
        var time: MomentWriter.Moment
        var from: Double
        var to: Double
        var earlier: Int

        init(_ command: CauseReport.Command, _ writer: MomentWriter) {
            signal = command.metric.name
            time = writer.moment(command.time)
            (from, to, earlier) = (command.from, command.to, command.earlier)
        }
    }

    private struct Event: Encodable {
        var name: String
        var time: MomentWriter.Moment
        var before: Double
        var count: Int
        var within: Double
        var from: Double?
        var to: Double?

        init(_ event: CauseReport.Event, _ writer: MomentWriter) {
            name = event.subject.name
            time = writer.moment(event.time)
            (before, count, within) = (event.before, event.count, event.span)
            if case .change(_, let from, let to) = event.subject {
                (self.from, self.to) = (from, to)
            }
        }
    }

    private struct Earlier: Encodable {
        struct Delay: Encodable {
            var median: Double
            var shortest: Double
            var longest: Double

            init(_ delay: CauseReport.EarlierOrder.Delay) {
                (median, shortest, longest) = (delay.median, delay.low, delay.high)
            }
        }

        var agreeing: Int
        var delay: Delay?
        var devices: Int
        var examined: Int
        var lead: Delay?
        var order: [String]

        init(_ earlier: CauseReport.EarlierOrder) {
            (agreeing, examined, devices) = (earlier.agreeing, earlier.examined, earlier.devices)
            (delay, lead) = (earlier.delay.map(Delay.init), earlier.lead.map(Delay.init))
            order = earlier.leading.map(\.name)
        }
    }
}
