import Reports
import Telemetry
import Values

/// Collects what every page says about its data.
struct ContextBuilder {
    let scope: Scope
    let load: LoadReport
    let fingerprint: String
    let devicesShown: Int

    func context() -> ReportContext {
        let catalog = scope.catalog
        return ReportContext(
            dataset: catalog.name, fileCount: load.files.count, rows: catalog.rows,
            rowsRefused: load.files.reduce(0) { $0 + $1.rowsRefused },
            cellsRefused: load.files.reduce(0) { $0 + $1.cellsRefused }, fingerprint: fingerprint,
            axis: catalog.axis.kind, zone: scope.zone, resolution: catalog.axis.bucketWidth,
            range: scope.whole, period: scope.period,
            isPeriodChosen: scope.isPeriodChosen, recent: scope.recent,
            deviceCount: catalog.devices.count, devicesShown: devicesShown,
            deviceNames: catalog.devices.prefix(500).map(\.name), metrics: scope.metrics,
            codes: scope.codes, codesShown: scope.filter.codes)
    }

    func missingData() -> MissingData {
        let kinds = Set(scope.codes.map(\.kind))
        let hasColumn = load.files.contains { file in
            switch file.schema.device {
            case .column, .composite: true
            case .fileName, .eachRow: false
            }
        }
        return MissingData(
            time: scope.catalog.axis.kind == .row, metrics: scope.metrics.isEmpty,
            events: kinds.isEmpty, failures: !kinds.contains(.failure), devices: !hasColumn)
    }
}
