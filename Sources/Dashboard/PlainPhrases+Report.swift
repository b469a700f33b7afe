package import Values

extension PlainPhrases {
    /// What reading a file gave, in lines: counts, how it is written, each column with the reason
    /// for its role, notes, and the first 20 issues.
    package func report(_ report: FileReport) -> String {
        let dialect = report.schema.dialect
        var lines = [
            "\(report.name): \(phrases.shape(report.schema)), \(report.rowsRead) rows read, "
                + "\(report.rowsKept) kept, \(report.rowsRefused) refused, "
                + "\(report.cellsRefused) cells refused",
            "  \(phrases.encoding(dialect)), \(phrases.delimiter(dialect.delimiter)), "
                + phrases.lineEnd(dialect.lineEnd),
        ]
        lines += dialect.reasons.map { "  - \(phrases.dialectReason($0))" }
        for column in report.schema.columns {
            let unit = column.unit.map { " [\($0)]" } ?? ""
            lines.append(
                "  \(column.name)\(unit): \(phrases.role(column.role)); "
                    + phrases.roleReason(column.reason))
        }
        lines += report.schema.notes.map { "  * \(note($0))" }
        for issue in report.issues.prefix(20) {
            let place = issue.column.map { ", \($0)" } ?? ""
            lines.append("  line \(issue.line)\(place): \(self.issue(issue))")
        }
        if report.issueCount > 20 { lines.append("  and \(report.issueCount - 20) more") }
        return lines.joined(separator: "\n")
    }
}
