import Telemetry

/// Sums up what a device's readings were on each of the days before its failures.
struct ApproachReader {
    let scope: Scope

    /// Empty without dates, without failures, and where readings are rarer than days.
    func approaches(_ series: DeviceSeries) -> [FailureApproach.Key: FailureApproach] {
        let codes = Set(scope.codes(.failure).map(\.index))
        guard scope.catalog.axis.isCalendar, scope.catalog.axis.bucketWidth <= Scope.day,
            !series.times.isEmpty
        else { return [:] }
        var found: [FailureApproach.Key: FailureApproach] = [:]
        for event in series.events where codes.contains(event.code) {
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

    /// The places of the readings on each day before a time, the nearest day first.
    private func places(_ times: [Double], before time: Double) -> [Range<Int>] {
        let bounds = (0...FailureApproach.days).map { day in
            firstIndex(times, from: time - Double(day) * Scope.day)
        }
        return zip(bounds.dropFirst(), bounds).map { $0..<$1 }
    }

    private func firstIndex(_ times: [Double], from time: Double) -> Int {
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func mean(_ values: [MetricSummary], _ places: Range<Int>) -> Double? {
        var (sum, count) = (0.0, 0)
        for place in places where values[place].count > 0 {
            sum += values[place].mean * Double(values[place].count)
            count += values[place].count
        }
        return count > 0 ? sum / Double(count) : nil
    }
}
