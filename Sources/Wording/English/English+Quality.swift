import Reports
import Values

extension EnglishPhrases {
    func worth(_ report: ImportReport) -> CardWords {
        CardWords(
            title: label(.worthTitle), sub: "found while reading",
            say: notes(report).isEmpty
                ? "Nothing: time zone, delimiter, header and all columns were identified without doubt."
                : ""
        )
    }

    func quality(_ file: FileReport) -> CardWords {
        let bad = file.signals.filter { grade($0).status != .ok }
        let say: Sentence
        if file.signals.isEmpty {
            say = "This file holds no readings."
        } else if bad.isEmpty {
            say =
                "\(strong: "At most 1 % of the values of each reading is missing or refused, and none is constant.")"
        } else {
            say = "\(strong: "Check \(list(bad.map(\.name))).")"
        }
        return CardWords(
            title: label(.qualityTitle),
            sub: "\(file.name) · grade from missing, refused and constant values", say: say)
    }

    func grade(_ signal: SignalQuality) -> (status: Status, words: String) {
        let grade = QualityGrade(signal)
        let words =
            switch grade {
            case .empty: "no value"
            case .constant: "constant"
            case .fifthLost: "over 20 % lost"
            case .someLost: "over 1 % lost"
            case .good: status(.ok)
            }
        return (grade.status, words)
    }

    func issues(_ file: FileReport) -> CardWords {
        let shown = min(file.issues.count, FileReport.issuesShown)
        let sub =
            shown < file.issueCount
            ? "\(file.name) · first \(format.count(shown)) of \(format.count(file.issueCount))"
            : file.name
        return CardWords(title: label(.issuesTitle), sub: sub)
    }

    func thisSet(_ report: ImportReport, _ context: ReportContext?) -> CardWords {
        let bytes = report.load.files.reduce(0) { $0 &+ $1.bytes }
        let files = format.counted(report.load.files.count, "file", "files")
        var sub = [report.load.dataset, "\(files), \(format.bytes(bytes))"]
        if let context { sub.append("hash \(context.fingerprint)") }
        return CardWords(title: label(.thisSetTitle), sub: sub.joined(separator: " · "))
    }

    func sum() -> String { "Total" }

    func cells() -> String { "Cells refused" }

    func correct() -> String { "Correct" }

    func yes() -> String { "yes" }

    func no() -> String { "no" }

    func leftOut() -> String { "Left out" }

    func leftOut(_ wholeRow: Bool) -> String { wholeRow ? "the row" : "the cell" }

    func disconnectAnswer(_ set: String) -> Sentence {
        "\(strong: "The connection of “\(set)” to its database will be deleted"), with the settings, corrections and notes kept here. The tables stay as they are."
    }

    func deleteAnswer(_ set: String) -> Sentence {
        "\(strong: "“\(set)” and all its files will be deleted.") This cannot be undone. Original files outside this program are not touched."
    }

    func rowsAnswer(_ report: RowsReport) -> Sentence {
        let page = report.page
        let count = format.counted(page.total, "row", "rows")
        var scope: [String] = []
        if let device = report.device { scope.append("of \(self.device(device, atStart: false))") }
        if let from = report.from { scope.append("from \(format.moment(from))") }
        if let to = report.to { scope.append("before \(format.moment(to))") }
        let rest = scope.isEmpty ? "" : " " + scope.joined(separator: " ")
        return "\(strong: "\(count)\(rest)") in \(code: page.file)."
    }

    func rows(_ report: RowsReport) -> CardWords {
        let page = report.page
        let sub = [
            page.file, format.counted(page.header.count, "column", "columns"),
            "as in the file",
        ]
        return CardWords(
            title: label(.rowsTitle), sub: sub.joined(separator: " · "),
            say: page.rows.isEmpty ? "\(label(.noRows))" : "")
    }
}
