package import Reports
import Values

/// One line per listed device: status, health and the reading that is furthest out.
package struct DevicesCSV: Export {
    private let rows: [OverviewReport.DeviceRow]

    package init(_ report: OverviewReport) { rows = report.devices }

    package var fileName: String { "devices.csv" }
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// One line per device, the worst first, at most 200. Times are epoch seconds, cycles or rows.
    package func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(
            [
                "device", "status", "health", "reading", "unit", "value", "expected_low",
                "expected_high", "robust_sigma", "trouble", "severity", "since", "errors",
                "errors_before", "failures",
                "failures_before",
            ].map { .text($0) })
        for row in rows {
            writer.row(cells(row))
        }
        return writer.bytes
    }

    private func cells(_ row: OverviewReport.DeviceRow) -> [CSVWriter.Cell] {
        let furthest = row.furthest
        return [
            .text(row.device.name), .text("\(row.status)"), .number(row.health),
            .text(furthest?.metric.name ?? ""), .text(furthest?.metric.unit ?? ""),
            .number(furthest?.value ?? .nan), .number(furthest?.low ?? .nan),
            .number(furthest?.high ?? .nan), .number(furthest?.z ?? .nan),
            .text(row.trouble?.kind.rawValue ?? ""), .number(row.trouble?.severity ?? .nan),
            .number(row.trouble?.from ?? .nan), .number(row.errors?.current ?? .nan),
            .number(row.errors?.previous ?? .nan), .number(row.failures?.current ?? .nan),
            .number(row.failures?.previous ?? .nan),
        ]
    }
}
