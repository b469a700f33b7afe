import Reports
import Telemetry
import Values

/// How many cells of a reading are empty, among the rows that could hold it.
struct MissingReadings {
    let scope: Scope
    let fleet: FleetState
    let load: LoadReport

    /// Smaller shares are not reported.
    static let leastShare = 0.01

    /// One finding per reading with missing values.
    func findings() -> [Finding] {
        let files = load.files.filter { $0.schema.shape != .devices && $0.rowsKept > 0 }
        let columns = files.map { file in
            Dictionary(
                zip(file.schema.readings.map(\.name), file.signals),
                uniquingKeysWith: { first, _ in first })
        }
        return scope.metrics.compactMap { metric in
            finding(metric, holders: columns.map { $0[metric.name] }, files)
        }
    }

    private func finding(
        _ metric: MetricRef, holders: [SignalQuality?], _ files: [FileReport]
    ) -> Finding? {
        // A log's row without a value never had one.
        guard !zip(holders, files).contains(where: { $0 != nil && $1.schema.isLog }) else {
            return nil
        }
        let having = fleet.devices.filter { $0.features.metrics[metric.index].count > 0 }
        let count = having.reduce(0) { $0 + $1.features.metrics[metric.index].count }
        // A reading that a device never reports is not missing.
        let ofDevices = having.reduce(0) { $0 + $1.features.rows } - count
        let isInEveryRow = zip(holders, files).allSatisfy { $0 != nil && $1.schema.signals == nil }
        let ofFiles = holders.reduce(0) { $0 + ($1.map { $0.missing + $0.refused } ?? 0) }
        // Both counts may be too high; that of the files holds for the whole set only.
        let isWhole = !scope.isPeriodChosen && scope.filter.devices == nil
        guard isInEveryRow || isWhole else { return nil }
        let missing = isWhole ? min(ofDevices, ofFiles) : ofDevices
        guard count > 0, missing > 0 else { return nil }
        let share = Double(missing) / Double(count + missing)
        guard share >= Self.leastShare else { return nil }
        return Finding(
            .missing(metric, share: share, count: missing), tone: .neutral,
            weight: 15 + 20 * share)
    }
}
