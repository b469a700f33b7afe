import Values

extension EnglishPhrases {
    func question(_ question: SchemaQuestion, in schema: FileSchema) -> Sentence {
        let choices = question.answers.map(\.choice)
        let words = choices.map(shortAnswer)
        switch question.subject {
        case .device:
            return
                "\(strong: "Which column names the device?") Rows per device and time: \(list(rows(choices)))."
        case .dateOrder(let column):
            return
                "\(strong: "Is the first date of “\(column)” \(either(words))?") No value in the column settles it."
        case .decimalSign(let column):
            return
                "\(strong: "Is the first number of “\(column)” \(either(words))?") Every value in the column can be read either way."
        case .encoding:
            return
                "\(strong: "Is the text \(either(words))?") The names read \(list(spellings(choices)))."
        case .table:
            let count = schema.dialect.sections?.names.count ?? choices.count
            return
                "\(strong: "The file holds \(format.counted(count, "table", "tables")); “\(words.first ?? "")” is read.") Only one can be read at a time."
        case .signals(let column):
            return
                "\(strong: "Does “\(column)” name metrics or devices?") Its values fit both."
        case .eventKind:
            return
                "\(strong: "What do the events in this file report?") Neither the file name nor the codes say."
        case .sameDevices(let file):
            return
                "\(strong: "Are the devices in this file the same as in \(file)?") Their names differ only in spelling: \(words.last ?? "")."
        }
    }

    func answer(_ choice: SchemaQuestion.Choice) -> String {
        switch choice {
        case .columns, .encoding, .eventKind: shortAnswer(choice)
        case .file: "none: the file is one device"
        case .dateOrder(let dayFirst, _): "\(shortAnswer(choice)) (\(dayOrder(dayFirst)))"
        case .decimalSign(let comma, _):
            "\(shortAnswer(choice)) (decimal \(label(comma ? .comma : .point)))"
        case .table(_, let rows): "\(shortAnswer(choice)) (\(format.counted(rows, "row", "rows")))"
        case .signals: "metrics"
        case .devices: "devices"
        case .same(_, _, let count): "the same (\(format.counted(count, "device", "devices")))"
        case .different: "different devices"
        }
    }

    func questionMark(_ count: Int) -> String {
        format.counted(count, "question about a file", "questions about files")
    }

    func questionTag(_ count: Int) -> String { format.counted(count, "question", "questions") }

    /// An answer as a sentence mentions it.
    private func shortAnswer(_ choice: SchemaQuestion.Choice) -> String {
        switch choice {
        case .columns(let names, _): names.map(columnName).joined(separator: " + ")
        case .file: "the file as one device"
        case .dateOrder(_, let first): format.writtenDay(first)
        case .decimalSign(_, let first): format.ungrouped(first)
        case .encoding(let encoding, _): self.encoding(CSVDialect(encoding: encoding))
        case .table(let name, _): name.isEmpty ? "the one without a header" : name
        case .signals: "metrics"
        case .devices: "devices"
        case .eventKind(let kind): eventKind(kind)
        case .same(let here, let there, _): "“\(here)” and “\(there)”"
        case .different: "different devices"
        }
    }

    private func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// `22 with PLANT_ID`, `1 with SOURCE_KEY`.
    private func rows(_ choices: [SchemaQuestion.Choice]) -> [String] {
        choices.compactMap { choice in
            choice.rowsPerMoment.map { "\(format.figure($0)) with \(shortAnswer(choice))" }
        }
    }

    private func spellings(_ choices: [SchemaQuestion.Choice]) -> [String] {
        choices.compactMap { choice in
            guard case .encoding(_, let names) = choice else { return nil }
            let list = names.prefix(4).joined(separator: "”, “")
            return "“\(list)” in \(shortAnswer(choice))"
        }
    }
}
