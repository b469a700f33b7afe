import Telemetry
import Values

/// What is known of a table that was read as sums, in the form in which files are reported.
struct TableReport {
    private struct Tally {
        var count = 0
        var sum = 0.0
        var least = Double.infinity
        var greatest = -Double.infinity
    }

    private let planned: PlannedTable
    private var tallies: [Tally]
    private var rows = 0

    init(_ planned: PlannedTable) {
        self.planned = planned
        tallies = planned.schema.readings.map { _ in Tally() }
    }

    mutating func add(_ cells: TableCells) {
        rows += cells.rowCount
        for place in tallies.indices {
            cells.forEachReading(metric: place) { readings in
                tallies[place].count += readings.count
                tallies[place].sum += readings.mean * Double(readings.count)
                tallies[place].least = min(tallies[place].least, readings.minimum)
                tallies[place].greatest = max(tallies[place].greatest, readings.maximum)
            }
        }
    }

    var finished: FileReport {
        var report = FileReport(name: planned.name, bytes: 0, schema: planned.schema)
        report.rowsRead = max(planned.facts.rows, rows)
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
