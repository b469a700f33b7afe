import Analysis
import Pipeline
import Reports
import Telemetry
import Values

/// The built-in detectors, applied to one device.
struct BuiltInDetectors {
    let scope: Scope
    let fleet: FleetState
    let series: DeviceSeries

    /// The largest distance of any reading from its expected course per slice, in half-widths of
    /// its band: 1 is the edge. Nil for a device without bands.
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

    /// The default detector's score per row, and the number of rows it took as normal; nil with too
    /// few rows.
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
