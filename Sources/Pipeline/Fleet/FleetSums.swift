import Reports
import Telemetry
import Values

/// What the fleet shows as a whole, without a look at each device.
struct FleetSums: Sendable {
    let rates: RateBuilder
    /// Events by weekday and hour.
    let week: WeekHeatmap?
    /// Daily and weekly patterns, readings that move together.
    let patterns: PatternFindings.Result
    /// What months of several years have in common.
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

    /// Errors, else failures, else whatever there is.
    private static func week(_ source: any TelemetrySource, _ scope: Scope) throws -> WeekHeatmap? {
        // Days of the week compare only where each came twice.
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
