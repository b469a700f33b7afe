import API
import HTTP
import Markup

/// The page `/api`: all operations, readable without a script.
struct APIGuide {
    /// Changes with the style sheet.
    let resourceVersion: String

    var bytes: [UInt8] {
        var page = Markup.literal("<!DOCTYPE html>\n")
        page.append(
            element("html", [.fixed("lang", "en")]) {
                element("head") { head }
                element("body") {
                    element("main", [.fixed("id", "main")]) {
                        element("div", [.class("wrap")]) { content }
                    }
                }
            })
        return page.bytes
    }

    private var head: Markup {
        Markup {
            emptyElement("meta", [.fixed("charset", "utf-8")])
            emptyElement(
                "meta",
                [
                    .fixed("name", "viewport"),
                    .fixed("content", "width=device-width,initial-scale=1"),
                ])
            emptyElement("meta", [.fixed("name", "color-scheme"), .fixed("content", "light dark")])
            element("title", text: "API · Performance Analytics")
            emptyElement(
                "link",
                [
                    .fixed("rel", "stylesheet"),
                    .href(URLReference("/static/app.css", query: [("v", resourceVersion)])),
                ])
        }
    }

    private var content: Markup {
        Markup {
            element("div", [.class("lead")]) {
                element("h1", [.class("q")], text: "What can programs ask for?")
                element("p", [.class("a")]) {
                    "Everything that the pages show, as JSON. Any page's address with "
                    element("code", text: ".json")
                    " gives its content; the document for generators is "
                    element("a", [.href(fixed: "/api/v1/openapi.json")], text: "openapi.json")
                    ", and the pages are "
                    element("a", [.href(fixed: "/")], text: "here")
                    "."
                }
            }
            element("div", [.class("cols")]) { APIOperation.allCases.map(card) }
        }
    }

    private func card(_ operation: APIOperation) -> Markup {
        element("section", [.class("card", "c12")]) {
            element("h2") {
                element("code", text: operation.method.rawValue.uppercased() + " " + operation.path)
            }
            element("p", [.class("say")], text: operation.summary)
            if !operation.parameters.isEmpty { parameters(operation.parameters) }
            if let body = operation.body { content(body) }
        }
    }

    private func parameters(_ parameters: [Parameter]) -> Markup {
        table(
            ["Parameter", "In", "What it says"],
            parameters.map { [$0.name, $0.place.rawValue, $0.about] })
    }

    private func content(_ body: RequestContent) -> Markup {
        Markup {
            element("p", [.class("note")], text: "Content: \(body.types.joined(separator: " or "))")
            if !body.fields.isEmpty {
                table(["Field", "What it says"], body.fields.map { [$0.name, $0.about] })
            }
        }
    }

    private func table(_ heads: [String], _ rows: [[String]]) -> Markup {
        element("div", [.class("scroll"), .fixed("tabindex", "0")]) {
            element("table") {
                element("thead") {
                    element("tr") {
                        heads.map { element("th", [.fixed("scope", "col")], text: $0) }
                    }
                }
                element("tbody") {
                    rows.map { row in
                        element("tr") {
                            row.enumerated().map { index, text in
                                index == 0
                                    ? element("th", [.fixed("scope", "row")]) {
                                        element("code", text: text)
                                    }
                                    : element("td", text: text)
                            }
                        }
                    }
                }
            }
        }
    }
}
