import Telemetry
import Values

/// What is known of a table that was read as sums, in the form in which files are reported.
struct TableReport {
    private struct Tally {
        var count = 0
        var sum = 0.0
        var least = Double.infinity
        var greatest = -Double.infinity

        mutating func add(_ readings: MetricSummary) {
            count += readings.count
            sum += readings.mean * Double(readings.count)
            least = min(least, readings.minimum)
            greatest = max(greatest, readings.maximum)
        }
    }

    private let planned: PlannedTable
    /// The first bucket that is read once more; `nil` without a checkpoint.
    private let border: Int32?
    private var sides: [TableSide: (rows: Int, tallies: [Tally])] = [:]

    init(_ planned: PlannedTable) {
        self.planned = planned
        border = planned.checkpoint.map {
            Int32(clamping: (($0 - planned.anchor) / planned.width).rounded())
        }
    }

    mutating func add(_ cells: TableCells) {
        let early = border.map(cells.rowCount(before:)) ?? 0
        count(early, .before)
        count(cells.rowCount - early, .rest)
        for place in planned.schema.readings.indices {
            cells.forEachReading(metric: place) { bucket, readings in
                let side = border.map { bucket < $0 } == true ? TableSide.before : .rest
                sides[side]?.tallies[place].add(readings)
            }
        }
    }

    private mutating func count(_ rows: Int, _ side: TableSide) {
        guard rows > 0 else { return }
        let none = planned.schema.readings.map { _ in Tally() }
        sides[side, default: (0, none)].rows += rows
    }

    /// The reports of the sides with rows.
    var finished: [TableSide: FileReport] {
        sides.mapValues { report(rows: $0.rows, $0.tallies) }
    }

    private func report(rows: Int, _ tallies: [Tally]) -> FileReport {
        var report = FileReport(name: planned.name, bytes: 0, schema: planned.schema)
        report.rowsRead = rows
        report.rowsKept = rows
        report.timeRange = planned.facts.times
        report.medianStep = planned.facts.step
        let signals = max(planned.schema.signals?.signals.count ?? 1, 1)
        report.signals = zip(planned.schema.readings, tallies).map { column, tally in
            let isEmpty = tally.count == 0
            return SignalQuality(
                name: column.name, unit: column.unit, count: tally.count,
                missing: max(0, rows / signals - tally.count), refused: 0,
                minimum: isEmpty ? .nan : tally.least, maximum: isEmpty ? .nan : tally.greatest,
                mean: isEmpty ? .nan : tally.sum / Double(tally.count),
                isConstant: !isEmpty && tally.least == tally.greatest)
        }
        return report
    }
}
