import Dashboard
import Wording
import Reports
import Samples
import Testing
import Values

@Suite("The page of files that wait to be taken in")
struct LookPageTests {
    private func document(
        _ look: LookReport, _ language: Language = .en
    ) throws -> Document {
        var input = PageInput(datasets: ["a", "b"])
        input.look = look
        input.query.stage = look.id
        input.query.language = language
        let html = String(decoding: PageRenderer.render(.importFiles, input), as: UTF8.self)
        return try Document(html)
    }

    private func forms(_ document: Document, _ action: String) -> [Int] {
        document.all {
            ($0.attributes["action"] ?? "").split(separator: "?").first.map(String.init) == action
        }
    }

    @Test("shows rows as they would be read, columns, span, devices and refusals")
    func content() throws {
        let document = try document(Sample.look(""))
        let card = document.all { $0.attributes["aria-labelledby"] == "h-file-0" }[0]
        let text = document.text(card).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for part in [
            "36,500 rows, 2 refused", "3 devices", "4 Mar 2024 to 5 Mar 2024, local time",
            "4 Mar 2024 or 3 Apr 2024?", "“w” looks like a time", "times: DD/MM/YYYY", "kN",
            "E1 yes",
        ] {
            #expect(text.contains(part), "\(part) is missing in \(text)")
        }
        let broken = document.all { $0.attributes["aria-labelledby"] == "h-file-1" }[0]
        #expect(document.text(broken).contains("it looks like PNG"))
    }

    @Test("offers to take in only what can be used, and always to cancel")
    func buttons() throws {
        var look = Sample.look("")
        #expect(forms(try document(look), "/import/take").isEmpty)
        #expect(forms(try document(look), "/import/cancel").count == 1)
        look.files.removeLast()
        let document = try document(look)
        let take = try #require(forms(document, "/import/take").first)
        let nodes = document.below(take).map { document.nodes[$0] }
        #expect(nodes.contains { $0.attributes["value"] == Sample.stage })
        #expect(document.nodes[take].attributes["method"] == "post")
    }

    @Test("sends answers with the stage and the file's number")
    func answers() throws {
        let document = try document(Sample.look(""), .ru)
        let form = try #require(forms(document, "/import/answer").first)
        let hidden = document.below(form).map { document.nodes[$0].attributes }
            .filter { $0["type"] == "hidden" }
        #expect(hidden.map { $0["name"] } == ["stage", "file"])
        #expect(hidden.map { $0["value"] } == [Sample.stage, "0"])
        #expect(document.nodes[form].attributes["action"] == "/import/answer?lang=ru")
    }

    @Test("keeps its address over theme and language; other links and the filter lead away")
    func links() throws {
        let document = try document(Sample.look(""))
        let links = document.named("a").map { document.nodes[$0].attributes["href"] ?? "" }
        let own = links.filter { $0.contains("stage=" + Sample.stage) }
        #expect(own.count == Theme.allCases.count + Language.allCases.count - 1)
        #expect(own.allSatisfy { $0.contains("theme=") || $0.contains("lang=ru") })
        let filter = document.all { $0.attributes["id"] == "f" }[0]
        #expect(
            !document.below(filter).contains { document.nodes[$0].attributes["name"] == "stage" })
    }

    @Test("never makes markup of what files hold", arguments: Language.allCases)
    func hostile(_ language: Language) throws {
        let document = try document(Sample.look(Sample.markup), language)
        #expect(document.named("b").allSatisfy { document.text($0) != "\"x'&" })
        #expect(document.named("script").count == 1)
        var seen = Set<String>()
        for node in document.nodes {
            if let id = node.attributes["id"] { #expect(seen.insert(id).inserted) }
        }
    }

    @Test("the upload form has a button for it, behind the one that Enter presses")
    func upload() throws {
        let document = try Document(
            String(decoding: PageRenderer.render(.importFiles, PageInput()), as: UTF8.self))
        let form = document.classed("upload")[0]
        let buttons = document.below(form).map { document.nodes[$0] }
            .filter { $0.attributes["type"] == "submit" }
        #expect(buttons.map { $0.attributes["name"] } == [nil, "look"])
        #expect(buttons.map(\.text) == ["Upload and read", "Preview"])
    }
}
