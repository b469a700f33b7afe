import Dashboard
import Telemetry

/// A load report for the command line.
struct ReportText {
    let report: FileReport
    let phrases = EnglishPhrases()

    var text: String {
        var lines = [
            "\(report.name): \(phrases.shape(report.schema)), \(report.rowsRead) rows read, "
                + "\(report.rowsKept) kept, \(report.rowsRefused) refused, "
                + "\(report.cellsRefused) cells refused"
        ]
        let dialect = report.schema.dialect
        lines.append(
            "  \(phrases.encoding(dialect)), \(phrases.delimiter(dialect.delimiter)), "
                + phrases.lineEnd(dialect.lineEnd))
        lines += dialect.reasons.map { "  - \(phrases.dialectReason($0))" }
        for column in report.schema.columns {
            let unit = column.unit.map { " [\($0)]" } ?? ""
            lines.append(
                "  \(column.name)\(unit): \(phrases.role(column.role)); "
                    + phrases.roleReason(column.reason))
        }
        lines += report.schema.notes.map { "  * \(phrases.schemaNote($0).plain)" }
        for issue in report.issues.prefix(20) {
            let place = issue.column.map { ", \($0)" } ?? ""
            lines.append(
                "  line \(issue.line)\(place): \(phrases.issue(issue.reason, value: issue.value))")
        }
        if report.issueCount > 20 { lines.append("  and \(report.issueCount - 20) more") }
        return lines.joined(separator: "\n")
    }
}
