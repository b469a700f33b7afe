internal import Markup
import Reports
import Values
import Wording

/// What a file leaves open, as questions with a button for each answer, and what was not understood
/// of it; nothing where all is clear.
struct QuestionCards {
    let page: PageContext
    let file: FileReport

    var markup: Markup {
        Markup {
            let problems = file.schema.notes.filter(\.isProblem)
            if !problems.isEmpty {
                page.card("h-odd", .whole, words(.problemsTitle, sub: file.name)) {
                    for problem in problems {
                        page.notice(page.phrases.schemaNote(problem), isInfo: false)
                    }
                }
            }
            if !file.schema.questions.isEmpty {
                let sub = "\(file.name) · \(page.label(.questionsSub))"
                page.card("h-ask", .whole, words(.questionsTitle, sub: sub)) {
                    QuestionList(page: page, schema: file.schema, fields: fields).markup
                    element("p", [.class("note")], text: page.label(.saveNote))
                }
            }
        }
    }

    private func words(_ title: Label, sub: String) -> CardWords {
        CardWords(title: page.label(title), sub: sub)
    }

    private var fields: [(String, String)] {
        let set = page.input.dataset ?? page.report?.dataset
        return (set.map { [("set", $0)] } ?? []) + [("file", file.name)]
    }
}

/// The open questions of a schema, each a form of its own, which sends `fields` and, as `answer`,
/// the key of the answer that was pressed.
struct QuestionList {
    let page: PageContext
    let schema: FileSchema
    let fields: [(String, String)]

    var markup: Markup {
        schema.questions.map { question in
            element(
                "form",
                [.class("asked"), .fixed("method", "post"), page.sending(to: "/import/answer")]
            ) {
                for field in fields { page.hidden(field.0, field.1) }
                element("p", [.class("say")]) {
                    page.markup(page.phrases.question(question, in: schema))
                }
                element("p", [.class("steps")]) {
                    for (place, answer) in question.answers.enumerated() {
                        button(answer, key: question.key(of: answer), isUsed: place == 0)
                    }
                }
            }
        }.joined()
    }

    private func button(
        _ answer: SchemaQuestion.Answer, key: String, isUsed: Bool
    ) -> Markup {
        let mark: [Attribute] = isUsed ? [.fixed("aria-current", "true")] : []
        return element(
            "button",
            [
                .class("btn"), .fixed("type", "submit"), .fixed("name", "answer"),
                .attribute("value", key),
            ] + mark
        ) {
            page.phrases.answer(answer.choice)
            if isUsed {
                " "
                element("span", [.class("sub")], text: "(\(page.label(.usedNow)))")
            }
        }
    }
}

extension PageContext {
    /// Shown beside the filter while files of the set leave something open; leads to the first of
    /// them.
    var questionMark: Markup {
        guard let report = input.snapshot?.imports, let first = report.firstInQuestion else {
            return Markup()
        }
        let link = query.link(to: .importFiles, fragment: "h-ask") { $0.file = first.name }
        return element("a", [.class("ask"), .href(link)]) {
            Icon.status(.warning).marked
            phrases.questionMark(report.questionCount)
        }
    }
}
