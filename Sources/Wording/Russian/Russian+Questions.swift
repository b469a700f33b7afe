import Values

extension RussianPhrases {
    func question(_ question: SchemaQuestion, in schema: FileSchema) -> Sentence {
        let choices = question.answers.map(\.choice)
        let words = choices.map(shortAnswer)
        switch question.subject {
        case .device:
            return
                "\(strong: "Какой столбец называет устройство?") Строк на каждый момент одного устройства: \(list(rows(choices)))."
        case .dateOrder(let column):
            return
                "\(strong: "Первая дата в «\(column)» — \(either(words))?") По значениям столбца это не определить."
        case .decimalSign(let column):
            return
                "\(strong: "Первое число в «\(column)» — \(either(words))?") Каждое значение столбца можно прочитать и так, и так."
        case .encoding:
            return
                "\(strong: "Кодировка текста — \(either(words))?") Имена читаются так: \(list(spellings(choices)))."
        case .table:
            let count = schema.dialect.sections?.names.count ?? choices.count
            let tables = format.counted(count, "таблица", "таблицы", "таблиц")
            return
                "\(strong: "В файле \(tables); читается «\(words.first ?? "")».") Одновременно можно читать одну из них."
        case .signals(let column):
            return
                "\(strong: "В «\(column)» имена показателей или устройств?") Значения подходят для того и другого."
        case .eventKind:
            return
                "\(strong: "О чём сообщают события этого файла?") По имени файла и кодам это не определить."
        case .sameDevices(let file):
            return
                "\(strong: "Устройства этого файла — те же, что в \(file)?") Имена различаются только написанием: \(words.last ?? "")."
        }
    }

    func answer(_ choice: SchemaQuestion.Choice) -> String {
        switch choice {
        case .columns, .encoding, .eventKind: shortAnswer(choice)
        case .file: "никакой: файл — одно устройство"
        case .dateOrder(let dayFirst, _): "\(shortAnswer(choice)) (\(dayOrder(dayFirst)))"
        case .decimalSign(let comma, _):
            "\(shortAnswer(choice)) (десятичный знак — \(label(comma ? .comma : .point)))"
        case .table(_, let rows): "\(shortAnswer(choice)) (\(counted(rows, .row)))"
        case .signals: "показатели"
        case .devices: "устройства"
        case .same(_, _, let count):
            "те же (\(format.counted(count, "устройство", "устройства", "устройств")))"
        case .different: "другие"
        }
    }

    func questionMark(_ count: Int) -> String {
        let questions = format.counted(count, "вопрос", "вопроса", "вопросов")
        return questions + (count == 1 ? " о файле" : " о файлах")
    }

    func questionTag(_ count: Int) -> String {
        format.counted(count, "вопрос", "вопроса", "вопросов")
    }

    /// An answer as a sentence mentions it.
    private func shortAnswer(_ choice: SchemaQuestion.Choice) -> String {
        switch choice {
        case .columns(let names, _): names.map(columnName).joined(separator: " + ")
        case .file: "весь файл как одно устройство"
        case .dateOrder(_, let first): format.writtenDay(first)
        case .decimalSign(_, let first): format.ungrouped(first)
        case .encoding(let encoding, _): self.encoding(CSVDialect(encoding: encoding))
        case .table(let name, _): name.isEmpty ? "таблица без заголовка" : name
        case .signals: "показатели"
        case .devices: "устройства"
        case .eventKind(let kind): eventKind(kind)
        case .same(let here, let there, _): "«\(here)» и «\(there)»"
        case .different: "другие"
        }
    }

    private func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " или " + last
    }

    /// `PLANT_ID — 22`, `SOURCE_KEY — 1`.
    private func rows(_ choices: [SchemaQuestion.Choice]) -> [String] {
        choices.compactMap { choice in
            choice.rowsPerMoment.map { "\(shortAnswer(choice)) — \(format.figure($0))" }
        }
    }

    private func spellings(_ choices: [SchemaQuestion.Choice]) -> [String] {
        choices.compactMap { choice in
            guard case .encoding(_, let names) = choice else { return nil }
            let list = names.prefix(4).joined(separator: "», «")
            return "\(shortAnswer(choice)) — «\(list)»"
        }
    }
}
