import Reports
import Telemetry
import Values

/// How many of a reading's cells are empty: of the rows that could hold it, and no others.
struct MissingReadings {
    let scope: Scope
    let fleet: FleetState
    let load: LoadReport

    /// A share below this is not worth a sentence.
    static let leastShare = 0.01

    /// One finding for each reading that misses some of its values.
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
        // A row of a log that gives no value has none to give.
        guard !zip(holders, files).contains(where: { $0 != nil && $1.schema.isLog }) else {
            return nil
        }
        let having = fleet.devices.filter { $0.features.metrics[metric.index].count > 0 }
        let count = having.reduce(0) { $0 + $1.features.metrics[metric.index].count }
        // What a device never reports it does not have.
        let ofDevices = having.reduce(0) { $0 + $1.features.rows } - count
        let isInEveryRow = zip(holders, files).allSatisfy { $0 != nil && $1.schema.signals == nil }
        let ofFiles = holders.reduce(0) { $0 + ($1.map { $0.missing + $0.refused } ?? 0) }
        // Both count too many rather than too few; the files know nothing of a part of the set.
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
