import Values

extension EnglishPhrases {
    func question(_ question: SchemaQuestion, in schema: FileSchema) -> Sentence {
        let choices = question.answers.map(\.choice)
        let words = choices.map(shortAnswer)
        switch question.subject {
        case .device:
            return
                "\(strong: "Which column names the device?") \(capitalised(list(rows(choices))))."
        case .dateOrder(let column):
            return
                "\(strong: "Is the first date of “\(column)” \(either(words))?") No value of the column decides it."
        case .decimalSign(let column):
            return
                "\(strong: "Is the first number of “\(column)” \(either(words))?") Every value of the column could be read either way."
        case .encoding:
            return
                "\(strong: "The letters could be \(either(words)).") \(capitalised(list(spellings(choices))))."
        case .table:
            let count = schema.dialect.sections?.names.count ?? choices.count
            return
                "\(strong: "The file holds \(format.counted(count, "table", "tables")); “\(words.first ?? "")” is read.") One of them can be read at a time."
        case .signals(let column):
            return
                "\(strong: "Does “\(column)” name what the values beside it measure, or devices?") Its values would do for both."
        case .eventKind:
            return
                "\(strong: "What do the events of this file report?") Neither its name nor its codes say."
        case .sameDevices(let file):
            return
                "\(strong: "Are devices of this file those of \(file)?") Their names differ in spelling only: \(words.last ?? "")."
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
        case .signals: "what is measured"
        case .devices: "devices"
        case .same(_, _, let count): "the same (\(format.counted(count, "device", "devices")))"
        case .different: "different ones"
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
        case .table(let name, _): name.isEmpty ? "the one without names" : name
        case .signals: "what is measured"
        case .devices: "devices"
        case .eventKind(let kind): eventKind(kind)
        case .same(let here, let there, _): "“\(here)” and “\(there)”"
        case .different: "different ones"
        }
    }

    private func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// `with PLANT_ID each moment of a device has 22 rows`, `with SOURCE_KEY one`.
    private func rows(_ choices: [SchemaQuestion.Choice]) -> [String] {
        choices.enumerated().compactMap { place, choice in
            guard let rows = choice.rowsPerMoment else { return nil }
            let name = shortAnswer(choice)
            let count = format.figure(rows)
            guard place == 0 else { return "with \(name) \(rows == 1 ? "one" : count)" }
            return "with \(name) each moment of a device has "
                + (rows == 1 ? "one row" : "\(count) rows")
        }
    }

    private func spellings(_ choices: [SchemaQuestion.Choice]) -> [String] {
        choices.compactMap { choice in
            guard case .encoding(_, let names) = choice else { return nil }
            let list = names.prefix(4).joined(separator: "”, “")
            return "as \(shortAnswer(choice)) the names read “\(list)”"
        }
    }
}
