import Telemetry
import Values

/// Sums up a device's readings on each of the days before its failures.
struct ApproachReader {
    let scope: Scope

    /// By failure code and metric; empty without dates, without failures, and with buckets longer
    /// than a day.
    func approaches(_ series: DeviceSeries) -> [FailureApproach.Key: FailureApproach] {
        guard scope.catalog.axis.isCalendar, scope.catalog.axis.bucketWidth <= Scope.day,
            !series.times.isEmpty
        else { return [:] }
        var found: [FailureApproach.Key: FailureApproach] = [:]
        for event in series.events where scope.kind(of: event.code) == .failure {
            let days = places(series.times, before: event.time)
            for metric in scope.metrics {
                let key = FailureApproach.Key(code: event.code, metric: metric.index)
                for (day, places) in days.enumerated() {
                    guard let mean = mean(series.metrics[metric.index], places) else { continue }
                    found[key, default: FailureApproach()].add(mean, day: day)
                }
            }
        }
        return found
    }

    /// The buckets on each day before a time, the nearest day first.
    private func places(_ times: [Double], before time: Double) -> [Range<Int>] {
        let bounds = (0...FailureApproach.dayCount).map { day in
            times.count(upTo: (time - Double(day) * Scope.day).nextDown)
        }
        return zip(bounds.dropFirst(), bounds).map { $0..<$1 }
    }

    private func mean(_ values: [MetricSummary], _ places: Range<Int>) -> Double? {
        let day = values[places].reduce(into: MetricSummary()) { $0.merge($1) }
        return day.count > 0 ? day.mean : nil
    }
}
