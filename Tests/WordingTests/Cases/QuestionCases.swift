import Reports
import Samples
import Values

@testable import Wording

/// What a file leaves open.
extension PhraseCases {
    var questions: Chapter {
        Chapter("QuestionPhrases") {
            Said("question(_:in:)", Sample.questions("") + Self.lessCommon) { question in
                [nil, 1, 2, 5, 21].map { phrases.question(question, in: sectioned($0)) }
            }
            Said("answer(_:)", (Sample.questions("") + Self.lessCommon).flatMap(\.answers)) {
                phrases.answer($0.choice)
            }
            Said("questionMark(_:)", Self.counts) { phrases.questionMark($0) }
            Said("questionTag(_:)", Self.counts) { phrases.questionTag($0) }
        }
    }

    private func sectioned(_ count: Int?) -> FileSchema {
        Self.with(file.schema) { schema in
            schema.dialect.sections = count.map { count in
                TableSections(
                    kind: .recordType, names: (0..<count).map { "t\($0)" },
                    rows: (0..<count).map { $0 + 1 }, taken: 0)
            }
        }
    }

    /// Columns without names or joined, more than two answers, and counts in every form.
    private static let lessCommon: [SchemaQuestion] = {
        func asked(
            _ subject: SchemaQuestion.Subject, _ choices: [SchemaQuestion.Choice]
        ) -> SchemaQuestion {
            .init(subject, choices.map { .init($0, SchemaCorrection()) })
        }
        return [
            asked(
                .device,
                [
                    .columns(["site", "pump"], rowsPerMoment: 21), .columns([""], rowsPerMoment: 1),
                    .columns(["c"], rowsPerMoment: 2), .file(rowsPerMoment: 1),
                ]),
            asked(.device, [.columns(["c"], rowsPerMoment: 2), .file(rowsPerMoment: 5.5)]),
            asked(.eventKind, EventKind.allCases.map { .eventKind($0) }),
            asked(.table, [1, 2, 5, 21].map { .table(name: "t\($0)", rows: $0) }),
            asked(
                .encoding,
                [CSVDialect.Encoding.koi8R, .cp866, .macRoman].map {
                    .encoding($0, names: ["а", "б", "в", "г", "д"])
                }),
        ]
            + [1, 2, 5, 21].map { count in
                asked(
                    .sameDevices(file: "a.csv"),
                    [.different, .same(here: "7", there: "007", count: count)])
            }
    }()
}
