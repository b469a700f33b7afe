internal import Markup
import Wording

/// How many of the twelve columns a card takes.
enum Span {
    case third, five, half, seven, twoThirds, quarter, threeQuarters, whole

    var className: StaticString {
        switch self {
        case .quarter: "c3"
        case .third: "c4"
        case .five: "c5"
        case .half: "c6"
        case .seven: "c7"
        case .twoThirds: "c8"
        case .threeQuarters: "c9"
        case .whole: "c12"
        }
    }
}

extension PageContext {
    /// A card: title, unit and period, then the finding, then the evidence.
    func card(
        _ id: String, _ span: Span, _ words: CardWords, tools: Markup = Markup(),
        @MarkupBuilder content: () -> Markup
    ) -> Markup {
        recorder?.begin(id, words)
        defer { recorder?.end() }
        return element(
            "section",
            [.class("card", span.className), .references("aria-labelledby", [id])]
        ) {
            element("header") {
                element("div") {
                    element("h2", [.id(id)], text: words.title)
                    if !words.sub.isEmpty { element("p", [.class("sub")], text: words.sub) }
                }
                tools
            }
            if !words.say.isEmpty { element("p", [.class("say")]) { markup(words.say) } }
            content()
            if !words.note.isEmpty { element("p", [.class("note")], text: words.note) }
        }
    }

    /// A card that says in one sentence what is missing and what to do about it.
    func missingCard(
        _ id: String, _ span: Span, title: String, _ part: MissingPart
    ) -> Markup {
        card(id, span, CardWords(title: title, say: phrases.missing(part))) { Markup() }
    }

    /// A list of sentences, each behind an icon.
    ///
    /// - Parameter items: `more` stands behind the sentence, such as a link.
    func news(
        _ items: [(icon: Icon, isGrave: Bool, sentence: Sentence, more: Markup)]
    ) -> Markup {
        for item in items { recorder?.add(item.sentence, isGrave: item.isGrave) }
        return element("ol", [.class("news")]) {
            for item in items {
                element("li", [.class(item.isGrave ? "hot" : "up")]) {
                    item.icon.markup
                    element("span") {
                        markup(item.sentence)
                        if !item.more.isEmpty {
                            " "
                            item.more
                        }
                    }
                }
            }
        }
    }
}
