internal import Markup
import Wording

/// One entry of a list to choose from.
struct Option {
    var value: String
    var text: String
    var isSelected: Bool

    init(_ value: String, _ text: String, isSelected: Bool = false) {
        self.value = value
        self.text = text
        self.isSelected = isSelected
    }
}

extension PageContext {
    /// A labelled list to choose from.
    ///
    /// - Parameter form: the id of the form that sends it, where it stands outside.
    func select(
        _ name: StaticString, _ title: String, _ options: [Option], form: StaticString? = nil
    ) -> Markup {
        element("label", [.class("field")]) {
            element("span", text: title)
            selectOnly(name, options, form.map { [.fixed("form", $0)] } ?? [])
        }
    }

    func selectOnly(
        _ name: StaticString, _ options: [Option], _ attributes: [Attribute] = []
    ) -> Markup {
        element("select", [.fixed("name", name)] + attributes) {
            for option in options { optionMarkup(option) }
        }
    }

    func optionMarkup(_ option: Option) -> Markup {
        var attributes: [Attribute] = [.attribute("value", option.value)]
        if option.isSelected { attributes.append(.flag("selected")) }
        return element("option", attributes, text: option.text)
    }

    /// A labelled field for one line of text.
    func textField(
        _ name: StaticString, _ title: String, value: String, placeholder: String = "",
        isDate: Bool = false
    ) -> Markup {
        element("label", [.class("field")]) {
            element("span", text: title)
            emptyElement("input", inputAttributes(name, value, placeholder, isDate))
        }
    }

    private func inputAttributes(
        _ name: StaticString, _ value: String, _ placeholder: String, _ isDate: Bool
    ) -> [Attribute] {
        var attributes: [Attribute] = [
            .fixed("type", "text"), .fixed("name", name), .attribute("value", value),
            .fixed("autocomplete", "off"),
        ]
        if !placeholder.isEmpty { attributes.append(.attribute("placeholder", placeholder)) }
        if isDate { attributes.append(.class("date")) }
        return attributes
    }

    /// A value that a form carries along unseen.
    func hidden(_ name: String, _ value: String) -> Markup {
        emptyElement(
            "input",
            [.fixed("type", "hidden"), .attribute("name", name), .attribute("value", value)])
    }

    /// What a form must carry along: the query of `page`, from its first page on, except what the
    /// form sends itself.
    func hiddenQuery(for page: Page, except names: Set<String>) -> Markup {
        var kept = query
        kept.page = 1
        kept.offset = 0
        kept.like = nil
        return kept.items(for: page).filter { !names.contains($0.0) }
            .map { hidden($0.0, $0.1) }.joined()
    }

    /// Where a form is sent; the answer speaks the language of the page's address.
    func sending(to path: StaticString) -> Attribute {
        .action(URLReference(path, query: query.language.map { [("lang", $0.rawValue)] } ?? []))
    }

    func button(_ text: String, isPrimary: Bool = false) -> Markup {
        element(
            "button", [isPrimary ? .class("btn", "pri") : .class("btn"), .fixed("type", "submit")],
            text: text)
    }

    /// A sentence above the page's content.
    func notice(_ sentence: Sentence, isInfo: Bool) -> Markup {
        element("p", [isInfo ? .class("notice", "info") : .class("notice")]) { markup(sentence) }
    }
}
