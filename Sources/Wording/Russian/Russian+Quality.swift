import Reports
import Values

extension RussianPhrases {
    func worth(_ report: ImportReport) -> CardWords {
        CardWords(
            title: label(.worthTitle), sub: "что обнаружено при чтении",
            say: notes(report).isEmpty
                ? "Ничего: часовой пояс, разделитель, заголовок и все столбцы определены без сомнений."
                : "")
    }

    func quality(_ file: FileReport) -> CardWords {
        let bad = file.signals.filter { grade($0).status != .ok }
        let say: Sentence
        if file.signals.isEmpty {
            say = "В этом файле нет показаний."
        } else if bad.isEmpty {
            say =
                "\(strong: "У каждого показателя пропущено или отклонено не более 1 % значений, постоянных столбцов нет.")"
        } else {
            say = "\(strong: "Проверьте: \(list(bad.map(\.name))).")"
        }
        return CardWords(
            title: label(.qualityTitle),
            sub: "\(file.name) · оценка по пропускам, отклонённым и постоянным значениям",
            say: say)
    }

    func grade(_ signal: SignalQuality) -> (status: Status, words: String) {
        let grade = QualityGrade(signal)
        let words =
            switch grade {
            case .empty: "нет значений"
            case .constant: "не меняется"
            case .fifthLost: "потеряно больше 20 %"
            case .someLost: "потеряно больше 1 %"
            case .good: status(.ok)
            }
        return (grade.status, words)
    }

    func issues(_ file: FileReport) -> CardWords {
        let shown = min(file.issues.count, FileReport.issuesShown)
        let sub =
            shown < file.issueCount
            ? "\(file.name) · первые \(format.count(shown)) из \(format.count(file.issueCount))"
            : file.name
        return CardWords(title: label(.issuesTitle), sub: sub)
    }

    func thisSet(_ report: ImportReport, _ context: ReportContext?) -> CardWords {
        let bytes = report.load.files.reduce(0) { $0 &+ $1.bytes }
        let files = counted(report.load.files.count, .file)
        var sub = [report.load.dataset, "\(files), \(format.bytes(bytes))"]
        if let context { sub.append("хеш \(context.fingerprint)") }
        return CardWords(title: label(.thisSetTitle), sub: sub.joined(separator: " · "))
    }

    func sum() -> String { "Всего" }

    func cells() -> String { "Отклонено ячеек" }

    func correct() -> String { "Исправить" }

    func yes() -> String { "есть" }

    func no() -> String { "нет" }

    func leftOut() -> String { "Не учтено" }

    func leftOut(_ wholeRow: Bool) -> String { wholeRow ? "строка" : "ячейка" }

    func disconnectAnswer(_ set: String) -> Sentence {
        "\(strong: "Соединение «\(set)» с базой данных будет удалено") вместе с настройками, исправлениями и заметками, которые хранятся здесь. Таблицы останутся как есть."
    }

    func deleteAnswer(_ set: String) -> Sentence {
        "\(strong: "Набор «\(set)» и все его файлы будут удалены.") Отменить это нельзя. Исходные файлы вне этой программы не затрагиваются."
    }

    func rowsAnswer(_ report: RowsReport) -> Sentence {
        let page = report.page
        let count = counted(page.total, .row)
        var scope: [String] = []
        if let device = report.device { scope.append(deviceOf(device)) }
        if let from = report.from { scope.append(since(from, format.moment)) }
        if let to = report.to { scope.append(before(to, format.moment)) }
        let rest = scope.isEmpty ? "" : " " + scope.joined(separator: " ")
        return "\(strong: "\(count)\(rest)") в файле \(code: page.file)."
    }

    func rows(_ report: RowsReport) -> CardWords {
        let page = report.page
        let sub = [page.file, counted(page.header.count, .column), "как в файле"]
        return CardWords(
            title: label(.rowsTitle), sub: sub.joined(separator: " · "),
            say: page.rows.isEmpty ? "\(label(.noRows))" : "")
    }
}
