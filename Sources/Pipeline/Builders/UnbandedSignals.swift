import Analysis
import Reports
import Telemetry
import Values

/// Signals of a device whose record is too short for bands over the fleet's slices: drawn at the
/// finest bucket, with the marks of the default detector.
///
/// Such are records of minutes in a set that spans months: a single slice of the fleet contains
/// them.
struct UnbandedSignals {
    private let series: DeviceSeries
    private let window: ClosedRange<Double>
    private let metrics: [MetricRef]
    /// Means per bucket, one column per entry of `metrics`; NaN where a bucket is empty.
    private let columns: [[Double]]
    /// The detector's answer; `nil` where there is too little data, and the readings are drawn
    /// without marks.
    private let scores: AnomalyScores?
    /// The largest share of any signal in each row's score, in percent.
    private let largestShares: [Double]

    /// Runs the default detector over the whole record.
    init(scope: Scope, series: DeviceSeries, window: ClosedRange<Double>) {
        self.series = series
        self.window = window
        metrics = scope.metrics.filter { metric in
            series.metrics[metric.index].contains { $0.count > 0 }
        }
        columns = metrics.map { metric in
            series.metrics[metric.index].map { $0.count > 0 ? $0.mean : .nan }
        }
        let times = scope.catalog.axis.isCalendar ? series.times.map(scope.zone.wall) : nil
        scores = try? DefaultDetector().detect(columns: columns, times: times, mode: .offline)
            .scores
        var largest = [Double](repeating: 0, count: series.times.count)
        for shares in scores?.contributions ?? [] {
            for (row, share) in zip(largest.indices, shares) {
                largest[row] = max(largest[row], share)
            }
        }
        largestShares = largest
    }

    /// The signals with readings, those with most marks first.
    func signals() -> [DiagnosticReport.Signal] {
        metrics.indices.map(signal).sorted { $0.out.count > $1.out.count }
    }

    /// Each signal's mean share of the marked rows, the largest first; empty without marks.
    func contributions() -> [DiagnosticReport.Contribution] {
        guard let scores else { return [] }
        let marked = scores.isAnomaly.indices.filter { scores.isAnomaly[$0] }
        guard !marked.isEmpty else { return [] }
        return metrics.indices.map { column in
            let sum = marked.reduce(0) { $0 + scores.contributions[column][$1] }
            return DiagnosticReport.Contribution(
                metric: metrics[column], share: sum / Double(marked.count) / 100)
        }.filter { $0.share > 0 }.sorted { $0.share > $1.share }
    }

    private func signal(_ column: Int) -> DiagnosticReport.Signal {
        let values = columns[column]
        let shown = series.times.indices.filter { window.contains(series.times[$0]) }
        let out = shown.indices.filter { place in
            isMarked(shown[place], column) && values[shown[place]].isFinite
        }
        return DiagnosticReport.Signal(
            metric: metrics[column], times: shown.map { series.times[$0] },
            values: shown.map { values[$0] }, low: [], high: [], out: Array(out),
            last: values.last(where: \.isFinite) ?? .nan, lastIsOut: out.last == shown.count - 1,
            points: shown.count,
            trace: ReadingTrace(window: window).trace(
                series.times, series.metrics[metrics[column].index], beside: shown.count))
    }

    /// Whether the row is anomalous and the signal contributes most to it.
    private func isMarked(_ row: Int, _ column: Int) -> Bool {
        guard let scores, scores.isAnomaly.indices.contains(row), scores.isAnomaly[row] else {
            return false
        }
        let share = scores.contributions[column][row]
        return share > 0 && share == largestShares[row]
    }
}
