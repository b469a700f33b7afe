public import Telemetry

/// Cells and rows that could not be used, with file, line, column, value and reason.
public struct IssuesCSV: Export {
    private let report: LoadReport

    /// An export of the issues of a load report.
    public init(_ report: LoadReport) { self.report = report }

    /// `issues.csv`.
    public var fileName: String { "issues.csv" }
    /// CSV in UTF-8.
    public var mediaType: String { "text/csv; charset=utf-8" }

    /// One line per issue that the report lists (the first 1,000 of each file).
    public func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(
            ["file", "line", "column", "value", "reason", "row_left_out"].map { .text($0) })
        for file in report.files {
            for issue in file.issues {
                writer.row([
                    .text(file.name), .count(issue.line), .text(issue.column ?? ""),
                    .text(issue.value), .text(Self.key(issue.reason)),
                    .text(issue.refusesRow ? "yes" : "no"),
                ])
            }
        }
        return writer.bytes
    }

    /// The reason's key: its case without the figures.
    private static func key(_ reason: IssueReason) -> String {
        String("\(reason)".prefix { $0 != "(" })
    }
}
