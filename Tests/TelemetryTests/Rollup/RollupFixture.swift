import Values
@testable import Telemetry

/// A row of a made-up file.
struct FixtureRow {
    var time: Double
    var device: String = ""
    var metrics: [Double] = []
    var codes: [String] = []
    var severity: String?
    var label: Bool?
    var attributes: [String] = []
}

/// Made-up files without CSV.
enum Fixture {
    static func schema(
        metrics: [String] = [], units: [String: String] = [:], codes: [String] = [],
        attributes: [String] = [], shape: FileShape = .telemetry, kind: EventKind = .error,
        time: TimeOrigin = .column(0), device: DeviceOrigin = .column(1), severity: Bool = false,
        label: Bool = false
    ) -> FileSchema {
        var columns: [ColumnSchema] = []
        func add(_ name: String, _ role: ColumnRole, _ type: ColumnType) {
            columns.append(
                ColumnSchema(
                    name: name, index: columns.count, role: role, type: type, unit: units[name],
                    reason: .corrected))
        }
        for name in metrics { add(name, .metric, .number(NumberNotation())) }
        for name in codes { add(name, .code, .text) }
        for name in attributes { add(name, .attribute, .text) }
        if severity { add("level", .severity, .text) }
        if label { add("label", .label, .flag) }
        return FileSchema(
            dialect: CSVDialect(), columns: columns, shape: shape, eventKind: kind, time: time,
            device: device)
    }

    static func dictionary(_ texts: [String]) -> DictionaryColumn {
        var names = [""]
        let indices = texts.map { text -> UInt32 in
            if let place = names.firstIndex(of: text) { return UInt32(place) }
            names.append(text)
            return UInt32(names.count - 1)
        }
        return DictionaryColumn(names: names, indices: indices)
    }

    static func batch(_ rows: [FixtureRow], firstRow: Int = 0) -> RecordBatch {
        let first = rows.first ?? FixtureRow(time: 0)
        var batch = RecordBatch(firstRow: firstRow)
        batch.count = rows.count
        batch.lines = RowNumbers(rows.indices.map { $0 + firstRow + 2 })
        batch.times = rows.map(\.time)
        batch.devices = dictionary(rows.map(\.device))
        batch.metrics = first.metrics.indices.map { metric in rows.map { $0.metrics[metric] } }
        batch.codes = first.codes.indices.map { code in dictionary(rows.map { $0.codes[code] }) }
        if first.severity != nil { batch.severity = dictionary(rows.map { $0.severity ?? "" }) }
        if first.label != nil { batch.labels = rows.map { $0.label ?? false } }
        batch.attributes = first.attributes.indices.map { attribute in
            dictionary(rows.map { $0.attributes[attribute] })
        }
        return batch
    }

    /// Rows cut into batches.
    static func batches(_ rows: [FixtureRow], of size: Int) -> [RecordBatch] {
        stride(from: 0, to: rows.count, by: size).map { start in
            batch(Array(rows[start..<min(start + size, rows.count)]), firstRow: start)
        }
    }

    static let utc = TimeKind.time(zone: "UTC", isStated: true)
}

/// SplitMix64 (Steele, Lea, Flood 2014), for tests.
struct TestGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Whether two numbers agree up to rounding; NaN agrees with NaN.
func agree(_ left: Double, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
    if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
    return abs(left - right) <= tolerance * max(1, abs(left), abs(right))
}
