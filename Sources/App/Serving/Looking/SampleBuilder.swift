import Reports
import Telemetry
import Values

/// Makes the sample of a file from batches of its rows.
struct SampleBuilder {
    var sample: LookReport.Sample
    private let schema: FileSchema
    private var devices: Set<String> = []

    init(_ schema: FileSchema, axis: TimeKind, zone: Zone) {
        self.schema = schema
        let readings = schema.readings.map { column in
            column.unit.map { "\(column.name), \($0)" } ?? column.name
        }
        let label = schema.columns(.label).first.map { [$0.name] } ?? []
        let others = [ColumnRole.code, .severity].flatMap(schema.columns).map(\.name)
        let attributes = schema.columns(.attribute).map(\.name)
        sample = LookReport.Sample(
            axis: axis, zone: zone, columns: readings + others + label + attributes)
    }

    /// Adds the rows of a batch.
    ///
    /// - Complexity: O(rows).
    mutating func add(_ batch: RecordBatch) {
        addDevices(batch.devices)
        for time in batch.times where !time.isNaN {
            let range = sample.timeRange ?? time...time
            sample.timeRange = min(range.lowerBound, time)...max(range.upperBound, time)
        }
        sample.rowsKept += batch.count
        for row in 0..<min(batch.count, FileLooker.rowLimit - sample.rows.count) {
            sample.rows.append(Self.row(row, of: batch))
        }
    }

    private mutating func addDevices(_ column: DictionaryColumn) {
        if case .eachRow = schema.device {
            sample.devices += column.indices.count
            return
        }
        var isUsed = [Bool](repeating: false, count: column.names.count)
        for entry in column.indices where Int(entry) < isUsed.count { isUsed[Int(entry)] = true }
        for place in column.names.indices where isUsed[place] {
            devices.insert(column.names[place])
        }
        sample.devices = devices.count
    }

    private static func row(_ row: Int, of batch: RecordBatch) -> LookReport.Row {
        var cells = batch.metrics.map { LookReport.Cell.number($0[row]) }
        let texts = batch.codes + (batch.severity.map { [$0] } ?? [])
        cells += texts.map { .text(text($0, row)) }
        if let labels = batch.labels { cells.append(.flag(labels[row])) }
        cells += batch.attributes.map { .text(text($0, row)) }
        return LookReport.Row(
            line: batch.lines[row], time: batch.times[row], device: text(batch.devices, row),
            cells: cells)
    }

    private static func text(_ column: DictionaryColumn, _ row: Int) -> String {
        column.names[Int(column.indices[row])]
    }
}
