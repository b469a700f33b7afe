import Reports
import Values

extension EnglishPhrases {
    func importAnswer(_ report: ImportReport) -> Sentence {
        let rows = format.counted(report.rowsRead, "row", "rows")
        let files = format.counted(report.load.files.count, "file", "files")
        let refused = report.rowsRead - report.rowsKept
        let head: Sentence
        if refused == 0, report.cellsRefused == 0 {
            head = "\(strong: "\(rows) read from \(files), all kept, none refused.")"
        } else {
            var what: [String] = []
            if refused > 0 { what.append(format.counted(refused, "row", "rows")) }
            if report.cellsRefused > 0 {
                what.append(format.counted(report.cellsRefused, "single cell", "single cells"))
            }
            head =
                "\(strong: "\(rows) read from \(files), \(refused == 0 ? "all" : format.count(report.rowsKept)) kept.") \(capitalised(list(what))) could not be used. Lines, columns and reasons are listed below."
        }
        return head + worthCount(report)
    }

    private func worthCount(_ report: ImportReport) -> Sentence {
        let count = notes(report).count
        let open = report.questionCount
        if open > 0 {
            let verb = open == 1 ? "needs" : "need"
            return "\(strong: "\(capitalised(questionMark(open))) \(verb) your answer.")"
        }
        switch count {
        case 0: return "There are no remarks."
        case 1: return "There is one remark."
        default: return "There are \(numberWord(count)) remarks."
        }
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
                sentences.append(
                    "\(strong: format.counted(file.duplicateRows, "row of \(file.name) repeats", "rows of \(file.name) repeat")) the previous row of the same device, cell for cell."
                )
            }
            if file.counterResets > 0 {
                sentences.append(
                    "\(strong: "Counters of \(file.name) were reset \(file.counterResets == 1 ? "once" : "\(format.count(file.counterResets)) times")"). No increase is shown across a reset."
                )
            }
            if file.outOfOrderRows > 0 {
                sentences.append(
                    "\(strong: format.counted(file.outOfOrderRows, "row", "rows") + " of \(file.name) \(file.outOfOrderRows == 1 ? "is" : "are") out of order"), earlier than the previous row of the same device. Each is counted at its own time."
                )
            }
        }
        return sentences
    }

    func load(_ report: ImportReport, _ context: ReportContext?) -> CardWords {
        var sub = [
            report.load.dataset, "read in \(format.duration(max(0.1, report.load.seconds)))",
        ]
        if let zone = format.zoneName { sub.append("times: " + zone) }
        return CardWords(title: label(.loadTitle), sub: sub.joined(separator: " · "))
    }

    func loadStatus(_ report: ImportReport) -> String {
        let refused = report.rowsRead - report.rowsKept + report.cellsRefused
        return refused == 0
            ? "no cell and no row refused"
            : "\(format.counted(report.rowsRead - report.rowsKept, "row", "rows")) and \(format.counted(report.cellsRefused, "cell", "cells")) refused"
    }

    func covers(_ range: ClosedRange<Double>?) -> String {
        guard let range else { return "no time" }
        return ends(range, format.moment)
    }

    func roles(_ file: FileReport) -> CardWords {
        CardWords(
            title: label(.rolesTitle),
            sub: "\(file.name) · role of each column, with the reason · correct it here")
    }

    func roleOf(_ column: String) -> String { "Role of \(column)" }

    func unitOf(_ column: String) -> String { "Unit of \(column)" }

    func columnName(_ name: String) -> String { name.isEmpty ? "(no name)" : name }

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
        return parts.isEmpty ? (dialect.hasHeader ? "yes" : "none") : parts.joined(separator: "; ")
    }

    func quoteFact(_ dialect: CSVDialect) -> String {
        guard let quote = dialect.quote else { return "none" }
        let sign = String(Character(Unicode.Scalar(quote)))
        return dialect.escape == nil ? "\(sign), doubled inside" : "\(sign), escaped inside"
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

    func dayOrder(_ dayFirst: Bool) -> String { dayFirst ? "day first" : "month first" }

    func preview(_ file: FileReport) -> CardWords {
        let sub = [
            file.name, format.counted(file.rowsRead, "row", "rows"),
            format.counted(file.schema.columns.count, "column", "columns"),
        ]
        return CardWords(title: label(.previewTitle), sub: sub.joined(separator: " · "))
    }
}
