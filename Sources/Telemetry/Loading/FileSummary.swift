package import Values

/// A short account of one file for scripts: how it is built, and when, of which devices and what
/// its rows tell.
///
/// Made by `FileSummaryBuilder`.
package struct FileSummary: Sendable, Hashable, Encodable {
    package struct Time: Sendable, Hashable, Encodable {
        /// The column of the time, or of the beginning; `nil` where several columns make up the
        /// time.
        package var column: String?
        /// The column of the end, where rows last.
        package var end: String?
        /// First and last time as ISO 8601, in UTC and with `Z` where the zone is known.
        package var first: String?
        package var last: String?
        /// The zone that a person, values, header or preamble name.
        package var zone: String?
    }
    package struct Device: Sendable, Hashable, Encodable {
        /// The columns that name the device together; empty where the file is the device.
        package var columns: [String]
        /// Different devices in the rows that were read.
        package var count: Int
    }
    package struct Metric: Sendable, Hashable, Encodable {
        package var name: String
        package var unit: String?
        /// Cells without a usable number, of `rows` in all.
        package var missing: Int
        package var rows: Int
    }
    package struct Code: Sendable, Hashable, Encodable {
        package var kind: EventKind
        package var column: String
        /// Different codes, the empty one left out.
        package var distinct: Int
    }

    /// `readings`, `events`, `intervals`, `tests` or `devices`.
    package var shape: String
    /// The kind of its events; `nil` for files without events.
    package var kind: EventKind?
    package var time: Time?
    package var device: Device
    package var metrics: [Metric]
    package var codes: [Code]
    /// The column of severities.
    package var severity: String?
    /// Tables in the file, of which one is read; mostly 1.
    package var sections: Int
}

/// Counts devices and codes while every batch of a file is handed over.
package struct FileSummaryBuilder: Sendable {
    private var devices: Set<String> = []
    private var codes: [Set<String>]

    package init(_ schema: FileSchema) {
        codes = Array(repeating: [], count: schema.columns(.code).count)
    }

    /// - Complexity: O(rows + different texts).
    package mutating func add(_ batch: RecordBatch) {
        devices.formUnion(Self.used(batch.devices))
        for (place, column) in batch.codes.enumerated() where place < codes.count {
            codes[place].formUnion(Self.used(column).filter { !$0.isEmpty })
        }
    }

    private static func used(_ column: DictionaryColumn) -> [String] {
        var isUsed = [Bool](repeating: false, count: column.names.count)
        for entry in column.indices where Int(entry) < isUsed.count { isUsed[Int(entry)] = true }
        return column.names.indices.filter { isUsed[$0] }.map { column.names[$0] }
    }

    /// The summary, after the last batch, with the report on reading the file.
    package func summary(_ report: FileReport) -> FileSummary {
        let schema = report.schema
        let hasEvents = schema.shape == .events || schema.shape == .intervals
        let kinds = zip(schema.columns(.code), codes).map {
            FileSummary.Code(kind: schema.eventKind, column: $0.name, distinct: $1.count)
        }
        return FileSummary(
            shape: schema.shape.summaryName,
            kind: hasEvents || !kinds.isEmpty ? schema.eventKind : nil, time: time(report),
            device: device(report),
            metrics: zip(MetricRegistry.names(of: schema.readings), report.signals).map {
                FileSummary.Metric(
                    name: $0, unit: $1.unit, missing: $1.missing + $1.refused,
                    rows: $1.count + $1.missing + $1.refused)
            }, codes: kinds, severity: schema.columns(.severity).first?.name,
            sections: schema.dialect.sections?.names.count ?? 1)
    }

    private func device(_ report: FileReport) -> FileSummary.Device {
        let name = { (index: Int) in report.schema.columns[index].name }
        return switch report.schema.device {
        case .column(let index): .init(columns: [name(index)], count: devices.count)
        case .composite(let indices): .init(columns: indices.map(name), count: devices.count)
        case .fileName: .init(columns: [], count: 1)
        case .eachRow(let index):
            .init(columns: index.map { [name($0)] } ?? [], count: report.rowsKept)
        }
    }

    private func time(_ report: FileReport) -> FileSummary.Time? {
        let schema = report.schema
        guard schema.time.isCalendar, schema.shape != .devices else { return nil }
        var time = FileSummary.Time()
        if case .column(let index) = schema.time { time.column = schema.columns[index].name }
        time.end = schema.end.map { schema.columns[$0].name }
        time.zone = schema.namedZone
        let text = { (seconds: Double) in
            let civil = CivilTime(secondsSince1970: seconds.rounded(.down))
            let clock = civil.isoText(withTime: true).split(separator: " ").joined(separator: "T")
            return time.zone == nil ? clock : clock + "Z"
        }
        time.first = report.timeRange.map { text($0.lowerBound) }
        time.last = report.timeRange.map { text($0.upperBound) }
        return time
    }
}

extension FileShape {
    fileprivate var summaryName: String {
        switch self {
        case .telemetry: "readings"
        case .events: "events"
        case .intervals: "intervals"
        case .devices: "devices"
        case .table: "tests"
        }
    }
}

extension FileSchema {
    /// The zone of the file's times as a person, the values, the header or the preamble name it;
    /// `nil` where none of these do.
    package var namedZone: String? {
        if let timeZone { return timeZone }
        if case .column(let index) = time, case .time(let format) = columns[index].type,
            !format.isNaive
        {
            return format.zoneName ?? "UTC"
        }
        return facts.timeZone
    }
}
