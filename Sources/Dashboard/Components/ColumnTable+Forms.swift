internal import Markup
import Wording

extension ColumnTable {
    /// A field for words that rows must contain.
    var search: Markup {
        element(
            "form",
            [.class("steps"), .fixed("method", "get"), .action(address), .fixed("role", "search")]
        ) {
            page.hiddenQuery(for: page.page, except: ["find", "page"])
            hiddenPage
            element("label", [.class("field")]) {
                element("span", text: page.label(.find))
                emptyElement(
                    "input",
                    [
                        .fixed("type", "search"), .fixed("name", "find"),
                        .attribute("value", choice.search ?? ""),
                        .fixed("autocomplete", "off"),
                    ])
            }
            page.button(page.label(.show))
        }
    }

    /// Which columns are shown, behind a click: those that are, in their order, then the others.
    var chooser: Markup {
        let shown = Array(shown.dropFirst())
        let keys = Set(shown.map(\.key))
        return element("details", [.class("choose")] + open) {
            element("summary", text: page.label(.columns))
            element("form", [.fixed("method", "get"), .action(address)]) {
                page.hiddenQuery(for: page.page, except: ["column", "page"])
                hiddenPage
                element("ul", [.class("picks")]) {
                    for (place, column) in shown.enumerated() {
                        pick(column, isShown: true) { move(column, from: place, in: shown) }
                    }
                    for column in columns.dropFirst() where !keys.contains(column.key) {
                        pick(column, isShown: false) { Markup() }
                    }
                }
                element("p", [.class("steps", "gapt")]) {
                    page.button(page.label(.show))
                    if !choice.columns.isEmpty {
                        element(
                            "a", [.href(link { $0.columns = [] })],
                            text: page.label(.usualColumns))
                    }
                }
            }
        }
    }

    /// Who gives up the last choice stays in the whole list.
    private var hiddenPage: Markup {
        firstPage > 1 ? page.hidden("page", "\(firstPage)") : Markup()
    }

    /// Who has chosen once goes on choosing.
    private var open: [Attribute] { choice.columns.isEmpty ? [] : [.fixed("open", "")] }

    private var address: URLReference { URLReference(page.page.path, fragment: fragment) }

    private func pick(
        _ column: Column, isShown: Bool, @MarkupBuilder more: () -> Markup
    ) -> Markup {
        element("li") {
            element("label") {
                emptyElement(
                    "input",
                    [
                        .fixed("type", "checkbox"), .fixed("name", "column"),
                        .attribute("value", column.key),
                    ] + (isShown ? [.flag("checked")] : []))
                " " + column.title
            }
            more()
        }
    }

    /// A link that moves a column one place to the left.
    private func move(_ column: Column, from place: Int, in shown: [Column]) -> Markup {
        guard place > 0 else { return Markup() }
        var keys = shown.map(\.key)
        keys.swapAt(place, place - 1)
        return element(
            "a",
            [
                .href(link { $0.columns = keys }),
                .attribute("aria-label", page.phrases.moveLeft(column.title)),
                .attribute("title", page.phrases.moveLeft(column.title)),
            ], text: "←")
    }
}
