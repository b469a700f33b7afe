import Reports
import Values

extension EnglishPhrases {
    func worth(_ report: ImportReport) -> CardWords {
        CardWords(
            title: label(.worthTitle), sub: "what was found while reading",
            say: notes(report).isEmpty
                ? "Nothing: zone, delimiter, header and every column were found without doubt." : ""
        )
    }

    func quality(_ file: FileReport) -> CardWords {
        let bad = file.signals.filter { grade($0).status != .ok }
        let say: Sentence
        if file.signals.isEmpty {
            say = "This file holds no readings."
        } else if bad.isEmpty {
            say = "\(strong: "Nothing missing, nothing refused, no constant column.")"
        } else {
            say =
                "\(strong: "\(list(bad.map(\.name))) \(bad.count == 1 ? "needs" : "need") a look.")"
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
            case .fifthLost: "a fifth is lost"
            case .someLost: "values are lost"
            case .good: status(.ok)
            }
        return (grade.status, words)
    }

    func issues(_ file: FileReport) -> CardWords {
        let shown = min(file.issues.count, FileReport.issuesShown)
        let sub =
            shown < file.issueCount
            ? "\(file.name) · the first \(format.count(shown)) of \(format.count(file.issueCount))"
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

    func sum() -> String { "All" }

    func cells() -> String { "Cells refused" }

    func correct() -> String { "Correct it" }

    func yes() -> String { "yes" }

    func no() -> String { "no" }

    func leftOut() -> String { "Left out" }

    func leftOut(_ wholeRow: Bool) -> String { wholeRow ? "the row" : "the cell" }

    func deleteAnswer(_ set: String) -> Sentence {
        "\(strong: "“\(set)” and all its files will be deleted.") That cannot be undone; the originals outside of this program stay as they are."
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
            "as the file has them",
        ]
        return CardWords(
            title: label(.rowsTitle), sub: sub.joined(separator: " · "),
            say: page.rows.isEmpty ? "\(label(.noRows))" : "")
    }
}
