import Foundation
import Telemetry
import Values

/// What the files of a set can tell, and when: after the end of a log nobody knows whether
/// anything happened.
package struct Coverage: Sendable {
    /// By kind of event the time in which a file could hold it; without an entry all the time.
    private var spans: [EventKind: ClosedRange<Double>] = [:]
    /// Whether any readings come from rows that are taken at a rate; those of a log come with what
    /// it tells of, and none of them is ever missing.
    private(set) var hasRhythm = true

    /// Fewer rows do not show where a log ends: they are taken as all there was.
    static let minimumRows = 10
    /// How likely a log that goes on is as quiet as at its end, where it is said to end.
    static let chance = 0.001
    /// Slices in which a log's longest quiet is looked for.
    static let slices = 400

    /// All is known all the time.
    package init() {}

    /// Reads the spans off the files, and from the events themselves where a log seems to end.
    ///
    /// - Parameter whole: The time that the set is about.
    /// - Throws: What the source throws.
    /// - Complexity: O(files), and O(cells + events) where a log ends early.
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
            // As quiet as it has been before says nothing of an end.
            let quiet = quiet[kind] ?? 0
            let from = span.lowerBound - whole.lowerBound <= quiet ? whole : span
            let to = whole.upperBound - span.upperBound <= quiet ? whole : span
            let known = ClosedRange(from: from.lowerBound, to: to.upperBound) ?? whole
            spans[kind] = known == whole ? nil : known
        }
    }

    /// The part of a period in which a kind of event could be told of; `nil` where none could.
    func known(_ kind: EventKind, in period: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard let span = spans[kind] else { return period }
        return ClosedRange(
            from: max(span.lowerBound, period.lowerBound),
            to: min(span.upperBound, period.upperBound))
    }

    /// From the first to the last row of the files that can hold a kind, for kinds whose files end
    /// or begin well within the whole.
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

    /// The range, up to the ends of the whole where these are not too far away: of `n` rows at even
    /// chance anywhere in a longer time all lie within the range with a probability of the `n`th
    /// power of its share.
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

    /// The longest time without events between two events, by kind, to within a slice.
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
    /// Whether rows are written when something happens, and not at a rate.
    var isLog: Bool { shape == .events || shape == .intervals }

    /// The kinds of events that the file could hold; none for files without events.
    fileprivate var eventKinds: Set<EventKind> {
        guard isLog || columns.contains(where: { $0.role == .code }) else { return [] }
        // What is grave decides row by row, but of repairs and failures.
        let isGraded = columns.contains { $0.role == .severity }
        guard isGraded, eventKind != .failure, eventKind != .repair else { return [eventKind] }
        return [eventKind, .error, .other]
    }
}
