package import Reports
import Values

/// One line per device that passes the filter: its state, what is wrong, its attributes and the last
/// value of each reading.
package struct DevicesExport: TableExport {
    private let report: OverviewReport
    private let metrics: [MetricRef]

    package init(_ report: OverviewReport, _ context: ReportContext) {
        self.report = report
        metrics = context.metrics
    }

    package let name = "devices"

    package var header: [String] {
        [
            "device", "status", "health", "reading", "unit", "value", "expected_low",
            "expected_high", "robust_sigma", "trouble", "severity", "since", "errors",
            "errors_before", "failures", "failures_before",
        ] + report.attributes.map { "attribute_" + $0 } + metrics.map { "latest_" + $0.name }
    }

    /// One line per device, the worst first.
    package func forEachRow(_ take: ([TableCell]) throws -> Void) rethrows {
        for row in report.devices { try take(state(row) + attributes(row) + latest(row)) }
    }

    private func state(_ row: OverviewReport.DeviceRow) -> [TableCell] {
        let furthest = row.furthest
        return [
            .text(row.device.name), .text("\(row.status)"), .number(row.health),
            .text(furthest?.metric.name ?? ""), .text(furthest?.metric.unit ?? ""),
            .number(furthest?.value), .number(furthest?.low), .number(furthest?.high),
            .number(furthest?.z), .text(row.trouble?.kind.rawValue ?? ""),
            .number(row.trouble?.severity), .moment(row.trouble?.from),
            .number(row.errors?.current), .number(row.errors?.previous),
            .number(row.failures?.current), .number(row.failures?.previous),
        ]
    }

    private func attributes(_ row: OverviewReport.DeviceRow) -> [TableCell] {
        report.attributes.indices.map { index in
            row.attributes.indices.contains(index) ? .written(row.attributes[index]) : .empty
        }
    }

    private func latest(_ row: OverviewReport.DeviceRow) -> [TableCell] {
        metrics.indices.map { index in
            row.latest.indices.contains(index) ? .number(row.latest[index]) : .empty
        }
    }
}
