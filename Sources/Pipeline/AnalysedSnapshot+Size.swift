import Analysis
import Reports
import Telemetry

extension AnalysedSnapshot {
    /// Bytes freed with the snapshot: what grows with devices, signals, slices and events. An
    /// estimate, as arrays have overhead and reports repeat some of it.
    ///
    /// - Complexity: O(devices × signals).
    public var byteCount: Int {
        let risks = snapshot.trends.partLives?.risks.count ?? 0
        return fleet.devices.reduce(200_000 + 64 * fleet.grid.count + 120 * risks) { sum, state in
            let features =
                96 * state.features.metrics.count + 16 * state.features.codes.entries.count
            let bands = state.bands.reduce(0) { sum, signal in
                sum + 300 + 8 * signal.band.centre.count + 64 * signal.band.excursions.count
            }
            // The row of the Overview repeats the spark and what a person may want as columns.
            let row =
                800 + 8 * state.spark.count + 16 * state.latest.count + 64 * state.attributes.count
            return sum + 2_000 + row + features + bands + 160 * state.excursions.count
                + 24 * state.events.count + 8 * state.spark.count
        }
    }
}
