package import Reports
import Values

/// One line per listed device: status, health and the reading that is furthest out.
package struct DevicesExport: TableExport {
    private let rows: [OverviewReport.DeviceRow]

    package init(_ report: OverviewReport) { rows = report.devices }

    package let name = "devices"
    package let header = [
        "device", "status", "health", "reading", "unit", "value", "expected_low", "expected_high",
        "robust_sigma", "trouble", "severity", "since", "errors", "errors_before", "failures",
        "failures_before",
    ]

    /// One line per device, the worst first, at most 200.
    package func forEachRow(_ take: ([TableCell]) throws -> Void) rethrows {
        for row in rows { try take(Self.cells(row)) }
    }

    private static func cells(_ row: OverviewReport.DeviceRow) -> [TableCell] {
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
}
