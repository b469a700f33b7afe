import Analysis
import Pipeline
import Reports
import Telemetry
import Values

/// The built-in detectors, applied to a device.
struct BuiltInDetectors {
    let scope: Scope
    let fleet: FleetState
    let series: DeviceSeries

    /// How far the furthest reading is out of its expected band, slice by slice, in widths of that
    /// band; nil for a device without bands.
    func bands(of state: DeviceState) -> ScoredRows? {
        guard !state.bands.isEmpty else { return nil }
        let slices = fleet.grid.slices
        var furthest = [Double](repeating: .nan, count: slices.count)
        for signal in state.bands {
            let values = fleet.grid.means(series.times, series.metrics[signal.metric.index])
            for (index, value) in values.enumerated() where value.isFinite {
                let level = abs(signal.band.z(value, at: index)) / signal.band.k
                let known = furthest[index]
                furthest[index] = known.isNaN ? level : max(known, level)
            }
        }
        let scores = furthest.map { min($0, Excursion.farthest) }
        return ScoredRows(times: slices.map(\.from), scores: scores, threshold: 1)
    }

    /// What the default detector says of each row, and how many rows it took as normal; nil where
    /// there are too few rows.
    func rows() -> (rows: ScoredRows, training: Int)? {
        let columns = scope.metrics.map { metric in
            series.metrics[metric.index].map { $0.count > 0 ? $0.mean : Double.nan }
        }.filter { $0.contains(where: \.isFinite) }
        let times = scope.catalog.axis.isCalendar ? series.times.map(scope.zone.wall) : nil
        guard
            let found = try? DefaultDetector().detect(
                columns: columns, times: times, mode: .offline), found.method != .none
        else { return nil }
        let scores = found.scores
        return (
            ScoredRows(
                times: series.times, scores: scores.score, threshold: scores.threshold,
                flags: scores.isAnomaly), found.trainingRows
        )
    }
}
