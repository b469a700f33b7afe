import Reports
import Telemetry
import Values

/// What the fleet shows as a whole, from sums that need no look at single devices.
struct FleetSums: Sendable {
    let rates: RateBuilder
    /// Events by weekday and hour; nil below two weeks.
    let week: WeekHeatmap?
    /// Daily and weekly patterns, and readings that move together.
    let patterns: PatternFindings.Result
    /// Patterns by calendar month; empty below 120 days.
    let months: [Finding]
    let totals: Totals

    /// - Throws: What the source throws.
    /// - Complexity: O(cells + events).
    init(source: any TelemetrySource, scope: Scope) throws {
        rates = RateBuilder(
            scope: scope, timeline: try source.timeline(scope.filter, step: scope.trendStep))
        week = try Self.week(source, scope)
        patterns = try PatternFindings(source: source, scope: scope).result()
        months = try MonthFindings(source: source, scope: scope)?.findings() ?? []
        totals = try source.totals(scope.filter)
    }

    /// Counts errors, else failures, else other events.
    private static func week(_ source: any TelemetrySource, _ scope: Scope) throws -> WeekHeatmap? {
        // Weekdays can be compared only where each occurs twice.
        guard scope.period.upperBound - scope.period.lowerBound >= 14 * Scope.day else {
            return nil
        }
        for kind in [EventKind.error, .failure, .other]
        where scope.catalog.codes.contains(where: { $0.kind == kind }) {
            return try source.weekHeatmap(scope.filter, kinds: [kind])
        }
        return nil
    }
}
