internal import Markup
import Reports
import Values
import Wording

/// How a file is written, with what each guess rests on, and the fields that correct it.
struct DialectCard {
    let page: PageContext
    let file: FileReport
    let correction: SchemaCorrection?

    private var dialect: CSVDialect { file.schema.dialect }

    var markup: Markup {
        page.card("h-dia", .third, page.phrases.written(file)) {
            element("dl", [.class("kv")]) {
                fact(.encoding, with(page.phrases.encoding(dialect), .encoding))
                fact(.delimiter, delimiterFact)
                fact(.header, page.phrases.headerFact(dialect))
                fact(.lines, page.phrases.lineEnd(dialect.lineEnd))
                fact(.quotes, page.phrases.quoteFact(dialect))
            }
            form
        }
    }

    private var delimiterFact: String {
        let reason = page.phrases.reasonFact(dialect, of: .delimiter)
        return reason.isEmpty ? page.phrases.delimiter(dialect.delimiter) : reason
    }

    private func with(_ text: String, _ kind: DialectFact) -> String {
        let reason = page.phrases.reasonFact(dialect, of: kind)
        return reason.isEmpty ? text : "\(text) (\(reason))"
    }

    private func fact(_ label: Label, _ text: String) -> Markup {
        Markup {
            element("dt", text: page.label(label))
            element("dd", text: text)
        }
    }

    private var form: Markup {
        element(
            "form",
            [.class("fix"), .fixed("method", "post"), page.sending(to: "/import/schema")]
        ) {
            if let set = page.input.dataset ?? page.report?.dataset { page.hidden("set", set) }
            page.hidden("file", file.name)
            element("details") {
                element("summary", text: page.phrases.correct())
                element("div", [.class("fields")]) { fields }
                element("p", [.class("steps", "gapt")]) { page.button(page.label(.saveRoles)) }
            }
        }
    }

    @MarkupBuilder private var fields: Markup {
        page.select("encoding", page.label(.encoding), encodings)
        page.select("delimiter", page.label(.delimiter), delimiters)
        page.select(
            "header", page.label(.header),
            flags(correction?.dialect?.hasHeader, page.phrases.yes(), page.phrases.no()))
        page.select(
            "decimalComma", page.label(.decimals),
            flags(correction?.dialect?.decimalComma, page.label(.comma), page.label(.point)))
        page.select(
            "dayFirst", page.label(.dayOrder),
            flags(
                correction?.dialect?.dayFirst, page.phrases.dayOrder(true),
                page.phrases.dayOrder(false)))
        page.textField(
            "timeZone", page.label(.timeZone), value: correction?.timeZone ?? "",
            placeholder: page.label(.zoneNotGiven))
    }

    private var guessed: String { page.label(.guessed) }

    private var encodings: [Option] {
        let chosen = correction?.dialect?.encoding
        return [Option("", guessed, isSelected: chosen == nil)]
            + CSVDialect.Encoding.allCases.map { encoding in
                let name = page.phrases.encoding(CSVDialect(encoding: encoding))
                return Option(encoding.rawValue, name, isSelected: encoding == chosen)
            }
    }

    private var delimiters: [Option] {
        let chosen = correction?.dialect?.delimiter
        let known: [(String, UInt8)] = [
            ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09), ("bar", 0x7C), ("space", 0x20),
        ]
        return [Option("", guessed, isSelected: chosen == nil)]
            + known.map { name, byte in
                Option(name, page.phrases.delimiter(byte), isSelected: byte == chosen)
            }
    }

    private func flags(_ chosen: Bool?, _ yes: String, _ no: String) -> [Option] {
        [
            Option("", guessed, isSelected: chosen == nil),
            Option("true", yes, isSelected: chosen == true),
            Option("false", no, isSelected: chosen == false),
        ]
    }
}
