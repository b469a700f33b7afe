import Dashboard
import Wording
import Samples
import Testing
import Values

@Suite("Text of the user")
struct EscapingTests {
    @Test("never becomes markup", arguments: Page.allCases, Language.allCases)
    func hostile(_ page: Page, _ language: Language) throws {
        var query = PageQuery([
            ("device", Sample.markup), ("code", Sample.markup), ("from", Sample.markup),
            ("file", Sample.markup), ("focus", Sample.markup), ("set", Sample.markup),
        ])
        query.language = language
        query.devices.append("2" + Sample.markup)
        var input = Sample(.hostile).input(query: query)
        input.datasets.append(Sample.markup)
        input.notices = [
            .upload(
                .refused([
                    .init(
                        file: Sample.markup,
                        error: .notText(file: Sample.markup, looksLike: Sample.markup))
                ])),
            .schemaSaved(file: Sample.markup),
        ]
        let html = String(decoding: PageRenderer.render(page, input), as: UTF8.self)
        #expect(!html.contains("<script>alert"))
        #expect(!html.contains("<b>\"x"))
        let document = try Document(html)
        #expect(document.named("script").count == 1)
        #expect(document.text(0).contains(Sample.markup), "the text itself is shown")
    }

    @Test("does not break an error page", arguments: Language.allCases)
    func problem(_ language: Language) throws {
        let bytes = PageRenderer.renderProblem(
            .noSuchPage(path: "/" + Sample.markup), status: 404,
            PageInput(languageDefault: language))
        let document = try Document(String(decoding: bytes, as: UTF8.self))
        #expect(document.text(0).contains(Sample.markup))
    }
}
