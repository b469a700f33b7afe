package import Telemetry
package import Values

/// Cells and rows that could not be used, with file, line, column, value and reason.
package struct IssuesExport: TableExport {
    /// Where the issues come from.
    private enum Origin: Sendable {
        case report(LoadReport)
        case source(any TelemetrySource)
    }

    private let origin: Origin

    /// The issues that a report lists: the first 1,000 of each file.
    package init(_ report: LoadReport) { origin = .report(report) }

    /// All issues of a source that lists them, found again while they are written.
    package init(_ source: any TelemetrySource) { origin = .source(source) }

    package let name = "issues"
    package let header = ["file", "line", "column", "value", "reason", "row_left_out"]

    package func forEachRow(_ take: ([TableCell]) throws -> Void) throws {
        switch origin {
        case .report(let report):
            for file in report.files {
                for issue in file.issues { try take(Self.row(file.name, issue)) }
            }
        case .source(let source):
            try source.forEachIssue { file, issues in
                for issue in issues { try take(Self.row(file, issue)) }
            }
        }
    }

    /// Whether a report lists all issues.
    package static func isComplete(_ report: LoadReport) -> Bool {
        report.files.allSatisfy { $0.issues.count == $0.issueCount }
    }

    private static func row(_ file: String, _ issue: RowIssue) -> [TableCell] {
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
