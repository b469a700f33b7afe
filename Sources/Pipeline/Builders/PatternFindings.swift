import Analysis
import Reports
import Telemetry
import Values

/// Daily and weekly patterns of the fleet's readings, and readings that move together.
struct PatternFindings {
    let source: any TelemetrySource
    let scope: Scope

    /// Pairs of readings that are compared at most: all those of a hundred readings.
    static let pairLimit = 5_000
    /// Pairs that are reported at most, the most correlated ones.
    static let reportedPairs = 40

    /// Findings, and how many pairs of readings were compared for them.
    struct Result: Sendable {
        var findings: [Finding] = []
        /// `nil` where all pairs were compared.
        var pairs: TrendReport.ComparedPairs?
    }

    /// Patterns in the fleet's median by hour over the last 200 days at most, of readings present
    /// in at least half the hours: a few short records have no ordinary day.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(readings × hours).
    func result() throws -> Result {
        guard scope.catalog.axis.isCalendar, scope.catalog.axis.bucketWidth <= 3_600,
            scope.period.upperBound - scope.period.lowerBound >= Scope.day
        else { return Result() }
        let from = max(scope.period.lowerBound, scope.period.upperBound - 200 * Scope.day)
        let timeline = try source.timeline(scope.filter(from: from), step: .hour)
        let metrics = scope.metrics.filter { metric in
            let hours = timeline.metrics[metric.index]
            return hours.count { $0.devices > 0 } * 2 >= hours.count
        }
        var result = correlated(metrics, timeline)
        // Fewer than five days cannot show that a day repeats itself.
        guard timeline.slices.count >= 5 * 24 else { return result }
        let patterns = Concurrent.map(metrics.count) { index in
            let values = timeline.metrics[metrics[index].index].map(\.median)
            return daily(metrics[index], values)
                + weekly(metrics[index], values, timeline.slices)
        }
        result.findings = patterns.flatMap { $0 } + result.findings
        return result
    }

    private func daily(_ metric: MetricRef, _ values: [Double]) -> [Finding] {
        guard let pattern = Seasonality(of: values, period: 24), pattern.strength >= 0.4,
            let high = pattern.profile.max(), let low = pattern.profile.min(),
            let peak = pattern.profile.firstIndex(of: high)
        else { return [] }
        return [
            Finding(
                .dailyPattern(
                    metric, strength: pattern.strength, peakHour: (peak + firstHour) % 24,
                    amplitude: high - low), tone: .neutral, weight: 10 + 5 * pattern.strength)
        ]
    }

    /// Hour of the day of the first slice, as the profile counts from the start of the timeline.
    private var firstHour: Int {
        scope.zone.hour(at: scope.period.lowerBound)
    }

    private func weekly(
        _ metric: MetricRef, _ values: [Double], _ slices: [TimeSlice]
    ) -> [Finding] {
        var days = [[Double]](repeating: [], count: 7)
        let means = stride(from: 0, to: values.count - 23, by: 24).map { start in
            (
                day: scope.zone.weekday(at: slices[start + 12].from),
                mean: Statistics.mean(values[start..<(start + 24)].filter(\.isFinite))
            )
        }
        guard means.count >= 21 else { return [] }
        for entry in means where entry.mean.isFinite { days[entry.day].append(entry.mean) }
        guard days.allSatisfy({ $0.count >= 3 }) else { return [] }
        let levels = days.map { Statistics.median($0) }
        let rest = days.indices.flatMap { day in days[day].map { $0 - levels[day] } }
        let all = days.flatMap { $0 }
        let strength = 1 - Statistics.variance(rest) / Statistics.variance(all)
        guard strength >= 0.5, let high = levels.max(), let low = levels.min(),
            let highest = levels.firstIndex(of: high), let lowest = levels.firstIndex(of: low)
        else { return [] }
        return [
            Finding(
                .weeklyPattern(
                    metric, strength: strength, highestDay: highest, lowestDay: lowest,
                    amplitude: high - low), tone: .neutral, weight: 9 + 5 * strength)
        ]
    }

    /// Pairs of readings that are nearly the same: |r| of at least 0.97.
    private func correlated(_ metrics: [MetricRef], _ timeline: Timeline) -> Result {
        let series = metrics.map { timeline.metrics[$0.index].map(\.mean) }
        let chosen = SeriesPairs(limit: Self.pairLimit).choose(among: series)
        let found = Concurrent.map(chosen.pairs.count) { index -> Finding? in
            let (first, second) = chosen.pairs[index]
            let r = Statistics.pearson(series[first], series[second])
            guard abs(r) >= 0.97 else { return nil }
            return Finding(
                .correlated(metrics[first], metrics[second], r: r), tone: .neutral, weight: 8)
        }.compactMap(\.self)
        let pairs =
            chosen.isPart
            ? TrendReport.ComparedPairs(
                compared: chosen.pairs.count, possible: chosen.possible, readings: metrics.count)
            : nil
        return Result(findings: Self.closest(found), pairs: pairs)
    }

    /// The most correlated pairs where there are too many, in the order of the readings.
    private static func closest(_ found: [Finding]) -> [Finding] {
        guard found.count > reportedPairs else { return found }
        let order = found.indices.sorted { (closeness(found[$1]), $0) < (closeness(found[$0]), $1) }
        return order.prefix(reportedPairs).sorted().map { found[$0] }
    }

    private static func closeness(_ finding: Finding) -> Double {
        guard case .correlated(_, _, let r) = finding.kind else { return 0 }
        return abs(r)
    }
}
