import Reports
import Values
import Wording

extension Shapes {
    /// A finding in words and figures.
    static let finding: Shape<Finding> = .object(
        "Finding", "Something worth saying, in words and in figures.",
        [
            .text("kind", "What was found.") { FindingFigures($0.kind).name },
            .field("tone", "Whether it is good or bad news.", tone) { $0.tone },
            .number("weight", "Findings are listed by descending weight, about 0 to 100.") {
                $0.weight
            },
            .sentence("sentence", "What was found, as the pages say it.") {
                $1.phrases.finding($0).plain
            },
            .field(
                "devices", "Devices that the finding names.", Shape<String>.text.list
            ) { FindingFigures($0.kind).devices.map(\.name) },
            .field("figures", "The numbers of the sentence, by name.", figures) {
                FindingFigures($0.kind).figures
            },
            .optional("episode", "The trouble that is found; null for other findings.", episode) {
                if case .episode(let episode) = $0.kind { episode } else { nil }
            },
        ])

    private static let tone = Shape<Finding.Tone>(
        .choice(["bad", "good", "neutral"])
    ) { tone, json, _ in json.text("\(tone)") }

    /// Figures by name; their names depend on the kind.
    private static let figures = Shape<[FindingFigures.Figure]>(
        .map(.optional(.oneOf([.number, .text()])))
    ) { figures, json, context in
        json.object { json in
            for figure in figures {
                json.name(figure.name)
                switch figure.value {
                case .number(let value): json.number(value)
                case .text(let text): json.text(text)
                case .moment(let time): Shape<Double>.moment.write(time, &json, context)
                case .none: json.null()
                }
            }
        }
    }
}
