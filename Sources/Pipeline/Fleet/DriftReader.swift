import Analysis
import Reports
import Values

/// Tells how a reading got where it is now: by a jump or by a steady drift, and since when.
struct DriftReader {
    let scope: Scope
    let grid: SliceGrid

    /// The course to an open excursion; `nil` where its beginning is not known.
    func drift(
        to furthest: Excursion, values: [Double], bands: [DeviceState.SignalBand]
    ) -> DeviceState.Drift? {
        guard let band = bands.last(where: { $0.metric.index == furthest.metric.index })?.band
        else { return nil }
        let start = departure(values, band, sign: furthest.z < 0 ? -1 : 1)
        let tail = Array(start..<values.count).filter { values[$0].isFinite }
        guard let first = tail.first, let last = tail.last else { return nil }
        let length = (grid.slices[last].to - grid.slices[first].from) / scope.rateUnit
        return DeviceState.Drift(
            metric: furthest.metric, since: grid.slices[first].from,
            from: band.centre(at: first), to: values[last],
            perUnit: length > 0 ? (values[last] - values[first]) / length : .nan,
            isSteady: isSteady(tail.map { values[$0] }, sign: furthest.z < 0 ? -1 : 1))
    }

    /// The first slice after the reading was last near its ordinary level: within 1.5 robust
    /// standard deviations.
    private func departure(_ values: [Double], _ band: DeviceBand, sign: Double) -> Int {
        let home = values.indices.last { index in
            values[index].isFinite && sign * band.z(values[index], at: index) < 1.5
        }
        return min((home ?? -1) + 1, values.count - 1)
    }

    /// Whether at least six values have a rank trend (Mann-Kendall, p < 0.01) towards the
    /// excursion.
    private func isSteady(_ values: [Double], sign: Double) -> Bool {
        guard values.count >= 6, let trend = MannKendall().fit(values) else { return false }
        return trend.pValue < 0.01 && trend.slope * sign > 0 && abs(trend.tau) > 0.6
    }
}
