import Reports
import Values

extension RussianPhrases {
    func importAnswer(_ report: ImportReport) -> Sentence {
        let rows = counted(report.rowsRead, .row)
        let files = countedOf(report.load.files.count, .file)
        let refused = report.rowsRead - report.rowsKept
        let head: Sentence
        if refused == 0, report.cellsRefused == 0 {
            head = "\(strong: "Прочитано: \(rows) из \(files); все приняты, ничего не отклонено.")"
        } else {
            var what: [String] = []
            if refused > 0 { what.append(counted(refused, .row)) }
            if report.cellsRefused > 0 {
                what.append(
                    format.counted(
                        report.cellsRefused, "отдельная ячейка", "отдельные ячейки",
                        "отдельных ячеек"))
            }
            head =
                "\(strong: "Прочитано: \(rows) из \(files), \(refused == 0 ? "все приняты" : "принято \(format.count(report.rowsKept))").") Не удалось использовать: \(list(what)). Строки, столбцы и причины указаны ниже."
        }
        return head + worthCount(report)
    }

    private func worthCount(_ report: ImportReport) -> Sentence {
        let count = notes(report).count
        let open = report.questionCount
        if open > 0 {
            return
                "\(strong: "\(agree(open, "Требует", "Требуют")) ответа: \(questionMark(open)).")"
        }
        guard count > 0 else { return "Замечаний нет." }
        return "Есть \(format.counted(count, "замечание", "замечания", "замечаний"))."
    }

    /// Notes of the set and its files, each only once.
    func notes(_ report: ImportReport) -> [Sentence] {
        var sentences = report.load.notes.map(datasetNote)
        for file in report.load.files {
            for note in file.schema.notes {
                let sentence = schemaNote(note)
                if !sentences.contains(sentence) { sentences.append(sentence) }
            }
            if file.duplicateRows > 0 {
                let rows = counted(file.duplicateRows, .row)
                let verb = agree(file.duplicateRows, "повторяет", "повторяют")
                sentences.append(
                    "\(strong: "\(file.name): \(rows) \(verb) предыдущую") строку того же устройства, ячейка в ячейку."
                )
            }
            if file.counterResets > 0 {
                let times = format.count(file.counterResets)
                sentences.append(
                    "\(strong: "\(file.name): сбросов счётчиков — \(times)"). Прирост через сброс не показан."
                )
            }
            if file.outOfOrderRows > 0 {
                let rows = counted(file.outOfOrderRows, .row)
                sentences.append(
                    "\(strong: "\(file.name): \(rows) не по порядку"), раньше предыдущей строки того же устройства. Каждая учтена в своё время."
                )
            }
        }
        return sentences
    }

    func load(_ report: ImportReport, _ context: ReportContext?) -> CardWords {
        let seconds = accusative(format.measured(seconds: max(0.1, report.load.seconds)))
        var sub = [report.load.dataset, "прочитано за \(seconds)"]
        if let zone = format.zoneName { sub.append("время: " + zone) }
        return CardWords(title: label(.loadTitle), sub: sub.joined(separator: " · "))
    }

    func loadStatus(_ report: ImportReport) -> String {
        let refused = report.rowsRead - report.rowsKept + report.cellsRefused
        return refused == 0
            ? "ничего не отклонено"
            : "отклонено: \(counted(report.rowsRead - report.rowsKept, .row)) и \(counted(report.cellsRefused, .cell))"
    }

    func covers(_ range: ClosedRange<Double>?) -> String {
        guard let range else { return "нет времени" }
        return ends(range, format.moment)
    }

    func roles(_ file: FileReport) -> CardWords {
        CardWords(
            title: label(.rolesTitle),
            sub: "\(file.name) · роль каждого столбца и её причина · можно исправить здесь")
    }

    func roleOf(_ column: String) -> String { "Роль столбца \(column)" }

    func unitOf(_ column: String) -> String { "Единица столбца \(column)" }

    func columnName(_ name: String) -> String { name.isEmpty ? "(без имени)" : name }

    func written(_ file: FileReport) -> CardWords {
        CardWords(title: label(.writtenTitle), sub: "\(file.name) · \(format.bytes(file.bytes))")
    }

    func headerFact(_ dialect: CSVDialect) -> String {
        var parts: [String] = []
        for reason in dialect.reasons {
            switch reason {
            case .header, .noHeader, .skippedLines, .commentLines, .unitsRow:
                parts.append(dialectReason(reason))
            default: break
            }
        }
        return parts.isEmpty ? (dialect.hasHeader ? "есть" : "нет") : parts.joined(separator: "; ")
    }

    func quoteFact(_ dialect: CSVDialect) -> String {
        guard let quote = dialect.quote else { return "нет" }
        let sign = String(Character(Unicode.Scalar(quote)))
        return dialect.escape == nil ? "\(sign), внутри удвоены" : "\(sign), внутри экранированы"
    }

    func reasonFact(_ dialect: CSVDialect, of kind: DialectFact) -> String {
        let reasons = dialect.reasons.filter { reason in
            switch reason {
            case .byteOrderMark, .plainASCII, .validUTF8, .codePage, .encodingInDoubt:
                kind == .encoding
            case .delimiter, .separatorLine, .singleColumn: kind == .delimiter
            default: false
            }
        }
        return reasons.map(dialectReason).joined(separator: "; ")
    }

    func dayOrder(_ dayFirst: Bool) -> String { dayFirst ? "сначала день" : "сначала месяц" }

    func preview(_ file: FileReport) -> CardWords {
        let sub = [
            file.name, counted(file.rowsRead, .row), counted(file.schema.columns.count, .column),
        ]
        return CardWords(title: label(.previewTitle), sub: sub.joined(separator: " · "))
    }
}
