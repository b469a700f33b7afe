import Values

extension FileReport {
    /// What loading a file might have told.
    static func made(
        _ name: String = "a.csv", shape: FileShape = .telemetry, kind: EventKind = .other,
        metrics: [String] = [], roles: [ColumnRole] = [], time: TimeOrigin = .column(0),
        device: DeviceOrigin = .column(1), range: ClosedRange<Double>? = nil, rows: Int = 0
    ) -> FileReport {
        let columns =
            metrics.map { ($0, ColumnRole.metric) } + roles.map { ("\($0)", $0) }
        var report = FileReport(
            name: name, bytes: 0,
            schema: FileSchema(
                dialect: CSVDialect(),
                columns: columns.enumerated().map { index, column in
                    ColumnSchema(
                        name: column.0, index: index, role: column.1, type: .text, reason: .empty)
                }, shape: shape, eventKind: kind, time: time, device: device))
        report.timeRange = range
        report.rowsRead = rows
        report.rowsKept = rows
        return report
    }
}

extension MetricRef {
    static func made(_ index: Int, _ name: String) -> MetricRef {
        MetricRef(index: index, name: name, unit: nil)
    }
}
