import Analysis
import Telemetry

/// Signals of a device whose readings are too short for bands over the fleet's slices: at the
/// finest bucket, with what the default detector marks.
///
/// Records of minutes in a set that spans months are such: one slice of the fleet holds them whole.
struct UnbandedSignals {
    let scope: Scope
    let series: DeviceSeries
    let window: ClosedRange<Double>

    /// The signals with readings, those with most marks first; empty where there is no reading.
    func signals() -> [DiagnosticReport.Signal] {
        let metrics = scope.metrics.filter { metric in
            series.metrics[metric.index].contains { $0.count > 0 }
        }
        let columns = metrics.map { metric in
            series.metrics[metric.index].map { $0.count > 0 ? $0.mean : .nan }
        }
        let times = scope.catalog.axis.isCalendar ? series.times.map(scope.zone.wall) : nil
        // Without a detection the readings are drawn all the same.
        let scores = try? DefaultDetector().detect(columns: columns, times: times, mode: .offline)
            .scores
        return metrics.indices.map { signal(metrics[$0], columns[$0], $0, scores) }
            .sorted { $0.out.count > $1.out.count }
    }

    private func signal(
        _ metric: MetricRef, _ values: [Double], _ column: Int, _ scores: AnomalyScores?
    ) -> DiagnosticReport.Signal {
        let shown = series.times.indices.filter { window.contains(series.times[$0]) }
        let out = shown.indices.filter { place in
            isMarked(shown[place], column, scores) && values[shown[place]].isFinite
        }
        return DiagnosticReport.Signal(
            metric: metric, times: shown.map { series.times[$0] },
            values: shown.map { values[$0] }, low: [], high: [], out: Array(out),
            last: values.last(where: \.isFinite) ?? .nan, lastIsOut: out.last == shown.count - 1,
            points: shown.count)
    }

    /// An anomalous row marks the signal that carries most of it.
    private func isMarked(_ row: Int, _ column: Int, _ scores: AnomalyScores?) -> Bool {
        guard let scores, scores.isAnomaly.indices.contains(row), scores.isAnomaly[row] else {
            return false
        }
        let shares = scores.contributions.map { $0[row] }
        return shares[column] > 0 && shares[column] == shares.max()
    }
}
