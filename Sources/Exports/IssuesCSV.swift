package import Foundation
package import Telemetry
package import Values

/// Cells and rows that could not be used, with file, line, column, value and reason.
package struct IssuesCSV: Export {
    private let report: LoadReport

    package init(_ report: LoadReport) { self.report = report }

    package var fileName: String { "issues.csv" }
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// One line per listed issue: the first 1,000 of each file.
    package func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(Self.header)
        for file in report.files {
            for issue in file.issues { writer.row(Self.row(file.name, issue)) }
        }
        return writer.bytes
    }

    /// Whether the report lists all issues.
    package var isComplete: Bool { report.files.allSatisfy { $0.issues.count == $0.issueCount } }

    /// Writes all issues of a source to a file, in bounded memory.
    /// - Throws: What reading or writing throws.
    package static func write(_ source: any TelemetrySource, to url: URL) throws {
        try TableFile.write(to: url) { table in
            try table.row(header)
            try source.forEachIssue { file, issues in
                for issue in issues { try table.row(row(file, issue)) }
            }
        }
    }

    private static let header: [CSVWriter.Cell] = [
        "file", "line", "column", "value", "reason", "row_left_out",
    ].map { .text($0) }

    private static func row(_ file: String, _ issue: RowIssue) -> [CSVWriter.Cell] {
        [
            .text(file), .count(issue.line), .text(issue.column ?? ""), .text(issue.value),
            .text(key(issue.reason)), .text(issue.refusesRow ? "yes" : "no"),
        ]
    }

    /// The reason's case without its associated values.
    private static func key(_ reason: IssueReason) -> String {
        String("\(reason)".prefix { $0 != "(" })
    }
}
