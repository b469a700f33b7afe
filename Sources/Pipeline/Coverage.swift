import Foundation
import Telemetry
import Values

/// What the files of a set can record, and when: after the end of a log nobody knows whether
/// anything happened.
package struct Coverage: Sendable {
    /// The time in which a file could hold events of a kind; kinds without an entry are known all
    /// the time.
    private var spans: [EventKind: ClosedRange<Double>] = [:]
    /// Whether some readings come at a rate; readings in logs come with events, and none is ever
    /// missing.
    private(set) var hasRhythm = true

    /// With fewer rows, the end of a log cannot be told: its rows are taken as all there was.
    static let minimumRows = 10
    /// A log has ended where a log that goes on would be this quiet with a smaller probability.
    static let chance = 0.001
    /// Slices in which the longest quiet of a log is searched.
    static let slices = 400

    /// Everything is known all the time.
    package init() {}

    /// Derives the spans from the files, and from the events themselves where a log seems to end
    /// early.
    ///
    /// - Parameter whole: The time that the set is about.
    /// - Throws: What the source throws.
    /// - Complexity: O(files), plus O(cells + events) where a log ends early.
    init(
        _ files: [FileReport], source: any TelemetrySource, whole: ClosedRange<Double>
    ) throws {
        let timed = files.filter { $0.schema.time != .rowNumber && $0.schema.shape != .devices }
        let read = timed.filter { $0.schema.columns.contains { $0.role == .metric } }
        hasRhythm = read.isEmpty || read.contains { !$0.schema.isLog }
        guard source.catalog.axis.isCalendar else { return }
        spans = Self.spans(timed, whole: whole)
        guard !spans.isEmpty else { return }
        let quiet = try Self.longestQuiet(source, whole: whole, kinds: Set(spans.keys))
        for (kind, span) in spans {
            // A quiet no longer than before is no sign of an end.
            let quiet = quiet[kind] ?? 0
            let from = span.lowerBound - whole.lowerBound <= quiet ? whole : span
            let to = whole.upperBound - span.upperBound <= quiet ? whole : span
            let known = ClosedRange(from: from.lowerBound, to: to.upperBound) ?? whole
            spans[kind] = known == whole ? nil : known
        }
    }

    /// The part of a period in which events of a kind could be recorded; `nil` where there is none.
    func known(_ kind: EventKind, in period: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard let span = spans[kind] else { return period }
        return ClosedRange(
            from: max(span.lowerBound, period.lowerBound),
            to: min(span.upperBound, period.upperBound))
    }

    /// From the first to the last row of the files that can hold a kind, for kinds whose files
    /// begin or end well within the whole.
    private static func spans(
        _ files: [FileReport], whole: ClosedRange<Double>
    ) -> [EventKind: ClosedRange<Double>] {
        var spans: [EventKind: ClosedRange<Double>] = [:]
        for file in files {
            guard let range = file.timeRange, file.rowsKept > 0 else { continue }
            let own = extended(range, rows: file.rowsKept, to: whole)
            for kind in file.schema.eventKinds {
                spans[kind] =
                    spans[kind].map {
                        min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
                    } ?? own
            }
        }
        return spans.compactMapValues { span in
            let cut = span.clamped(to: whole)
            return cut == whole ? nil : cut
        }
    }

    /// The range, extended to the ends of the whole that are not too far away: if `n` rows fell
    /// evenly into a longer time, all would lie in the range with a probability of its share to the
    /// `n`th power.
    private static func extended(
        _ range: ClosedRange<Double>, rows: Int, to whole: ClosedRange<Double>
    ) -> ClosedRange<Double> {
        guard rows >= minimumRows else { return whole }
        let length = range.upperBound - range.lowerBound
        let reach = length * (pow(chance, -1 / Double(rows)) - 1)
        let from = range.lowerBound - whole.lowerBound <= reach ? whole : range
        let to = whole.upperBound - range.upperBound <= reach ? whole : range
        return min(from.lowerBound, to.upperBound)...to.upperBound
    }

    /// The longest time between two events of each kind, to within a slice.
    private static func longestQuiet(
        _ source: any TelemetrySource, whole: ClosedRange<Double>, kinds: Set<EventKind>
    ) throws -> [EventKind: Double] {
        let axis = source.catalog.axis
        let width = max(
            axis.bucketWidth, (whole.upperBound - whole.lowerBound) / Double(slices))
        let timeline = try source.timeline(
            Filter(from: whole.lowerBound, to: whole.upperBound.nextUp), step: .width(width))
        return kinds.reduce(into: [:]) { quiet, kind in
            let codes = source.catalog.codes.indices.filter {
                source.catalog.codes[$0].kind == kind
            }
            let filled = timeline.slices.indices.filter { slice in
                codes.contains { timeline.codes[$0][slice] > 0 }
            }
            let gaps = zip(filled.dropFirst(), filled).map { $0 - $1 - 1 }
            quiet[kind] = Double(gaps.max() ?? 0) * width
        }
    }
}

extension FileSchema {
    /// Whether rows are written when something happens, not at a rate.
    var isLog: Bool { shape == .events || shape == .intervals }

    /// The kinds of events that the file could hold; empty for files without events.
    fileprivate var eventKinds: Set<EventKind> {
        guard isLog || columns.contains(where: { $0.role == .code }) else { return [] }
        // A severity decides row by row, except for repairs and failures.
        let isGraded = columns.contains { $0.role == .severity }
        guard isGraded, eventKind != .failure, eventKind != .repair else { return [eventKind] }
        return [eventKind, .error, .other]
    }
}
