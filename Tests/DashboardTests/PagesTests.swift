import Dashboard
import Wording
import Foundation
import Samples
import Testing

@Suite("Every page of every sort of data set")
struct PagesTests {
    @Test("keeps the rules that can be read off the HTML", arguments: Rendered.all)
    func rules(_ rendered: Rendered) throws {
        let bytes = rendered.bytes
        let document = try Document(String(decoding: bytes, as: UTF8.self))
        #expect(bytes.count < 500_000, "a page has at most 500 KB")
        try checkIdentifiers(document)
        checkPolicy(document)
        checkNumbers(document)
        checkDrawings(document)
        checkCharts(document)
        #expect(document.named("h1").count == 1)
        #expect(document.named("main").count == 1)
        #expect(!document.text(document.classed("a")[0]).isEmpty, "a page has an answer")
    }

    /// Identifiers stand once, and what refers to one finds it.
    private func checkIdentifiers(_ document: Document) throws {
        var seen = Set<String>()
        for node in document.nodes {
            guard let id = node.attributes["id"] else { continue }
            #expect(seen.insert(id).inserted, "id \(id) stands twice")
        }
        for node in document.nodes {
            let references = [
                node.attributes["aria-labelledby"], node.attributes["for"], node.attributes["form"],
                node.attributes["list"],
            ]
            for id in references.compactMap({ $0 }).flatMap({ $0.split(separator: " ") }) {
                #expect(seen.contains(String(id)), "nothing has the id \(id)")
            }
            if let link = node.attributes["href"], link.hasPrefix("#") {
                #expect(seen.contains(String(link.dropFirst())))
            }
        }
    }

    /// No inline style and no inline script: the pages run under a strict policy.
    private func checkPolicy(_ document: Document) {
        for node in document.nodes {
            #expect(node.name != "style")
            #expect(node.name != "script" || (node.text.isEmpty && node.attributes["src"] != nil))
            for name in node.attributes.keys {
                #expect(name != "style" && !name.hasPrefix("on"), "\(name) in <\(node.name)>")
            }
            let link =
                node.attributes["href"] ?? node.attributes["src"] ?? node.attributes["action"]
            if let link {
                let isIcon =
                    node.attributes["rel"] == "icon" && link.hasPrefix("data:image/svg+xml,")
                #expect(
                    link.hasPrefix("/") && !link.hasPrefix("//") || link.hasPrefix("#") || isIcon)
            }
        }
    }

    /// No number that is none; what the user's file holds is shown as it is.
    private func checkNumbers(_ document: Document) {
        let raw = Set(document.classed("raw").flatMap(document.below))
        let bad: Set<String> = [
            "NaN", "nan", "inf", "-inf", "Inf", "-0", "−0", "null", "nil", "Optional",
        ]
        for (index, node) in document.nodes.enumerated() where !raw.contains(index) {
            // Bytes, since characters are slow to cut over a whole page.
            for part in node.text.utf8.split(whereSeparator: { Self.separators.contains($0) })
            where part.count <= 12 {
                let word = String(decoding: part, as: UTF8.self)
                #expect(!bad.contains(word), "\(word) in: \(node.text)")
                #expect(!isExponent(word[...]), "\(word) in: \(node.text)")
            }
        }
    }

    private static let separators = Set(" ,;:()%\n".utf8)

    /// `1e-16`: a digit, `e`, a sign, digits.
    private func isExponent(_ word: Substring) -> Bool {
        guard let place = word.firstIndex(where: { $0 == "e" || $0 == "E" }),
            place > word.startIndex
        else { return false }
        let tail = word[word.index(after: place)...]
        return word[..<place].allSatisfy { $0.isNumber || $0 == "." } && tail.hasPrefix("-")
            && tail.dropFirst().allSatisfy(\.isNumber)
    }

    /// A drawing has a role, a title and a description, scales, and is not too large; icons are
    /// passed over by readers.
    private func checkDrawings(_ document: Document) {
        for index in document.named("svg") {
            let node = document.nodes[index]
            #expect(node.attributes["viewBox"] != nil)
            guard node.attributes["aria-hidden"] != "true" else { continue }
            #expect(node.attributes["role"] == "img")
            #expect(node.attributes["aria-labelledby"] != nil)
            let children = node.children.map { document.nodes[$0] }
            #expect(children.contains { $0.name == "title" && !$0.text.isEmpty })
            #expect(children.contains { $0.name == "desc" && !$0.text.isEmpty })
            let below = document.below(index)
            #expect(below.count <= 2_000, "\(below.count) nodes in a drawing")
            #expect(!below.contains { document.nodes[$0].name == "a" }, "a link in a drawing")
        }
    }

    /// A chart has a visible title and line, and its data as a table.
    private func checkCharts(_ document: Document) {
        for plot in document.classed("plot") {
            let card = document.ancestors(plot).first { document.nodes[$0].name == "section" }
            guard let card else {
                Issue.record("a chart outside of a card")
                continue
            }
            let parts = document.below(card).map { document.nodes[$0] }
            let heading = parts.first { $0.name == "h2" }?.text ?? ""
            #expect(!heading.isEmpty)
            #expect(
                parts.contains { $0.attributes["class"] == "sub" }, "\(heading): unit and period")
            let isShares = parts.contains { $0.attributes["id"] == "h-words" }
            #expect(
                parts.contains { $0.attributes["class"] == "say" } || isShares,
                "\(heading): what to see")
            #expect(
                parts.contains { $0.name == "details" } || isShares,
                "\(heading): the data as a table")
        }
    }

    @Test(
        "marks have titles",
        arguments: [
            (Page.overview, ["h-lanes", "h-rate", "h-codes", "h-attr", "h-codes2"]),
            (.clusters, ["h-words", "h-map", "h-prof", "h-k", "h-sil"]),
            (.trends, ["h-rate", "h-hw"]),
            (.diagnostics, ["h-sig", "h-con", "h-prec", "h-age"]),
        ])
    func titles(_ page: Page, _ cards: [String]) throws {
        let document = try Rendered(kind: .rich, page: page).document()
        for id in cards {
            let card = document.all { $0.attributes["aria-labelledby"] == id }[0]
            let drawings = document.below(card).filter {
                document.nodes[$0].attributes["role"] == "img"
            }
            #expect(!drawings.isEmpty)
            for svg in drawings {
                let titles = document.below(svg).filter { document.nodes[$0].name == "title" }
                #expect(titles.count > 1, "the marks of \(id) have no titles")
            }
        }
    }

    @Test("colours of series are those that people with any sight tell apart, in their order")
    func colours() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Resources/app.css")
        let css = try String(contentsOf: file, encoding: .utf8)
        let light = ["#61656e", "#8e8ec2", "#855c3a", "#833ed0", "#bc8d16", "#0ea885"]
        let dark = ["#bdc1cb", "#7b7ba0", "#aa6d37", "#c996f9", "#f2be51", "#459b81"]
        for (index, pair) in zip(light, dark).enumerated() {
            #expect(css.contains("--s\(index + 1):light-dark(\(pair.0),\(pair.1))"))
        }
    }

    @Test("the first screen of the Overview has count, comparison, worst device and since when")
    func firstScreen() throws {
        let document = try Rendered(kind: .rich, page: .overview).document()
        let answer = document.text(document.classed("a")[0])
        #expect(answer.contains("27 of 100 devices"))
        #expect(answer.contains("about twice the usual 14"))
        #expect(answer.contains("Device 1"))
        #expect(answer.contains("on 30 Dec"))
        #expect(document.classed("kpi").count == 6)
    }

    @Test("the same input gives the same bytes", arguments: Page.allCases)
    func stable(_ page: Page) {
        let input = Sample(.rich).input()
        #expect(PageRenderer.render(page, input) == PageRenderer.render(page, input))
    }

    @Test("a status has a shape and a word")
    func status() throws {
        let document = try Rendered(kind: .rich, page: .overview).document()
        for index in document.classed("st") {
            #expect(document.nodes[index].children.contains { document.nodes[$0].name == "svg" })
            #expect(!document.nodes[index].text.isEmpty)
        }
    }
}
