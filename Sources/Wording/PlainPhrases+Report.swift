package import Values

extension PlainPhrases {
    /// What reading a file gave, in lines: counts, how it is written, each column with the reason
    /// for its role, notes, open questions with their answers, and the first 20 issues.
    ///
    /// - Parameter flags: what would settle a question by an answer, for the command line; `nil`
    ///   where nothing does.
    package func report(
        _ report: FileReport, flags: (SchemaQuestion.Answer) -> String? = { _ in nil }
    ) -> String {
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
        for question in report.schema.questions {
            lines += self.lines(question, report.schema, flags)
        }
        for issue in report.issues.prefix(20) {
            let place = issue.column.map { ", \($0)" } ?? ""
            lines.append("  line \(issue.line)\(place): \(self.issue(issue))")
        }
        if report.issueCount > 20 { lines.append("  and \(report.issueCount - 20) more") }
        return lines.joined(separator: "\n")
    }

    /// A question, and below it each answer with what would settle it so.
    private func lines(
        _ question: SchemaQuestion, _ schema: FileSchema,
        _ flags: (SchemaQuestion.Answer) -> String?
    ) -> [String] {
        let answers = question.answers.enumerated().map { place, answer in
            let used = place == 0 ? " (\(phrases.label(.usedNow)))" : ""
            let flag = flags(answer).map { ": " + $0 } ?? ""
            return "    - \(phrases.answer(answer.choice))\(used)\(flag)"
        }
        return ["  ? \(phrases.question(question, in: schema).plain)"] + answers
    }
}
