import Dashboard
import Wording
import Reports
import Samples
import Testing
import Values

@Suite("Questions about a file")
struct QuestionCardTests {
    @Test("are forms that send set, file and the key of the answer that is pressed")
    func forms() throws {
        let document = try Rendered(kind: .hostile, page: .importFiles).document()
        let forms = document.all { $0.attributes["action"] == "/import/answer" }
        let questions = Sample.questions(Sample.markup)
        #expect(forms.count == questions.count)
        for (form, question) in zip(forms, questions) {
            #expect(document.nodes[form].attributes["method"] == "post")
            let nodes = document.below(form).map { document.nodes[$0] }
            let hidden = nodes.filter { $0.attributes["type"] == "hidden" }
            #expect(hidden.map { $0.attributes["name"] } == ["set", "file"])
            let buttons = nodes.filter { $0.name == "button" }
            #expect(
                buttons.map { $0.attributes["value"] } == question.answers.map(question.key))
            #expect(buttons.allSatisfy { $0.attributes["name"] == "answer" })
            #expect(buttons.map { $0.attributes["aria-current"] != nil }.first == true)
            #expect(buttons.filter { $0.attributes["aria-current"] != nil }.count == 1)
        }
    }

    @Test("stand before all else of the file, behind what was not understood")
    func order() throws {
        let document = try Rendered(kind: .hostile, page: .importFiles).document()
        let cards = document.classed("card").compactMap {
            document.nodes[$0].attributes["aria-labelledby"]
        }
        let place = try #require(cards.firstIndex(of: "h-odd"))
        #expect(cards[place...].prefix(3) == ["h-odd", "h-ask", "h-role"])
        let odd = document.all { $0.attributes["aria-labelledby"] == "h-odd" }[0]
        #expect(document.below(odd).contains { document.nodes[$0].attributes["class"] == "notice" })
    }

    @Test("are counted in the head of every page, until none is left", arguments: Page.allCases)
    func mark(_ page: Page) throws {
        var input = Sample(.rich).input()
        #expect(try mark(input, page) == nil)
        input.snapshot?.imports.load.files[1].schema.questions = [Sample.questions("")[1]]
        let mark = try #require(try mark(input, page))
        #expect(mark.text == "1 question about a file")
        #expect(mark.link == "/import?file=PdM_errors.csv#h-ask")
        input.query.language = .ru
        #expect(try self.mark(input, page)?.text == "1 вопрос о файле")
    }

    private func mark(_ input: PageInput, _ page: Page) throws -> (text: String, link: String)? {
        let html = String(decoding: PageRenderer.render(page, input), as: UTF8.self)
        let document = try Document(html)
        guard let node = document.classed("ask").first else { return nil }
        let text = document.text(node).replacing("\u{A0}", with: " ")
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let link = document.nodes[node].attributes["href"] ?? ""
        return (words, link.replacing("lang=ru&", with: "").replacing("?lang=ru", with: ""))
    }

    @Test("choose the file that Import shows, and its answer mentions them")
    func file() throws {
        var input = Sample(.rich).input()
        input.snapshot?.imports.load.files[1].schema.questions = [Sample.questions("")[1]]
        let html = String(decoding: PageRenderer.render(.importFiles, input), as: UTF8.self)
        let document = try Document(html)
        let answer = document.text(document.classed("a")[0])
        #expect(answer.contains("1 question about a file needs your answer."))
        let ask = document.all { $0.attributes["aria-labelledby"] == "h-ask" }[0]
        #expect(document.text(ask).contains("4 Mar 2024 or 3 Apr 2024?"))
        #expect(document.text(ask).contains("PdM_errors.csv"))
    }

    @Test("on the command line each answer has the flag that settles it")
    func plain() {
        var file = Sample(.rich).imports.load.files[0]
        file.schema.questions = [Sample.questions("")[1]]
        let text = PlainPhrases().report(file) { answer in
            answer.correction.dialect?.dayFirst == false ? "--date-order month" : nil
        }
        #expect(
            text.contains(
                """
                  ? Is the first date of “date” 4 Mar 2024 or 3 Apr 2024? No value in the column settles it.
                    - 4 Mar 2024 (day first) (used now)
                    - 3 Apr 2024 (month first): --date-order month
                """))
    }
}
