import Analysis
import Reports
import Telemetry
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Findings that need calendar months: the busiest month, and readings that follow the year.
struct MonthFindings {
    let scope: Scope
    let rates: RateBuilder

    /// Months needed to tell an ordinary one.
    static let minimumMonths = 6
    /// With less than two years, a season cannot be told from a single event.
    static let minimumMonthsForSeason = 24
    /// The p-value below which a pattern counts.
    static let chance = 0.01

    /// Cuts the period into months; `nil` below 120 days and without dates.
    ///
    /// - Throws: What the source throws.
    init?(source: any TelemetrySource, scope: Scope) throws {
        let length = scope.period.upperBound - scope.period.lowerBound
        guard scope.catalog.axis.isCalendar, length >= 120 * Scope.day else { return nil }
        self.scope = scope
        rates = RateBuilder(
            scope: scope, timeline: try source.timeline(scope.filter, step: .month))
    }

    func findings() -> [Finding] {
        let yearly = yearly()
        return busiest() + yearly + (yearly.isEmpty ? [] : partYears())
    }

    // MARK: - Events

    private func busiest() -> [Finding] {
        [EventKind.failure, .error, .other].compactMap { kind in
            rates.series(kind).flatMap(busiest)
        }
    }

    private func busiest(_ series: RateSeries) -> Finding? {
        let counts = series.counts
        let whole = counts.indices.filter { series.slices[$0].isComplete }
        guard counts.count >= Self.minimumMonths, !whole.isEmpty,
            let top = counts.indices.max(by: { counts[$0] < counts[$1] })
        else { return nil }
        let exposures = rates.exposures(series.kind)
        let total = (events: counts.reduce(0, +), exposure: exposures.reduce(0, +))
        let rest = (total.events - counts[top], total.exposure - exposures[top])
        guard counts[top] >= 10,
            let test = RateComparison(first: (counts[top], exposures[top]), second: rest),
            test.pValue * Double(counts.count) < Self.chance
        else { return nil }
        let ordinary = Statistics.median(whole.filter { $0 != top }.map { Double(counts[$0]) })
        return Finding(
            .busiest(
                from: series.slices[top].from, to: series.slices[top].to, series.kind,
                count: counts[top], ordinary: ordinary), tone: .neutral, weight: 24)
    }

    // MARK: - Readings

    private func yearly() -> [Finding] {
        guard rates.slices.count >= Self.minimumMonthsForSeason else { return [] }
        return scope.metrics.compactMap(yearly)
    }

    private var months: [Int] { rates.slices.map { scope.zone.date(at: $0.from).month } }

    private func yearly(_ metric: MetricRef) -> Finding? {
        let months = months
        let means = rates.timeline.metrics[metric.index].map(\.mean)
        let known = means.indices.filter { means[$0].isFinite && rates.slices[$0].isComplete }
        guard known.count >= Self.minimumMonthsForSeason else { return nil }
        let p = chanceOfSeason(known.map { means[$0] }, months: known.map { months[$0] })
        let byMonth = (1...12).map { month in
            Statistics.mean(known.filter { months[$0] == month }.map { means[$0] })
        }
        guard p < Self.chance, byMonth.allSatisfy(\.isFinite), let high = byMonth.max(),
            let low = byMonth.min(), let highest = byMonth.firstIndex(of: high),
            let lowest = byMonth.firstIndex(of: low)
        else { return nil }
        return Finding(
            .yearlyPattern(
                metric, highest: highest, lowest: lowest, high: high, low: low, p: p),
            tone: .neutral, weight: 20 + 5 * (1 - p))
    }

    /// P-value of the F test of one wave a year; with two parameters it is a power of the remaining
    /// share of the variance.
    private func chanceOfSeason(_ values: [Double], months: [Int]) -> Double {
        let mean = Statistics.mean(values)
        let angles = months.map { 2 * Double.pi * Double($0) / 12 }
        let count = Double(values.count)
        let off = values.map { $0 - mean }
        let cosine = 2 / count * zip(off, angles).reduce(0.0) { $0 + $1.0 * cos($1.1) }
        let sine = 2 / count * zip(off, angles).reduce(0.0) { $0 + $1.0 * sin($1.1) }
        let all = off.reduce(0.0) { $0 + $1 * $1 }
        let left = zip(off, angles).reduce(0.0) { sum, pair in
            let rest = pair.0 - cosine * cos(pair.1) - sine * sin(pair.1)
            return sum + rest * rest
        }
        guard all > 0 else { return 1 }
        return pow(min(1, left / all), (count - 3) / 2)
    }

    private func partYears() -> [Finding] {
        let years = Dictionary(grouping: rates.slices) { scope.zone.date(at: $0.from).year }
        let parts = years.filter { $0.value.count < 12 }.sorted { $0.key < $1.key }
            .map { PartYear(year: $0.key, months: $0.value.count) }
        return parts.isEmpty
            ? [] : [Finding(.partYears(parts), tone: .neutral, weight: 18)]
    }
}
