import Charts
import Reports
import Samples
import Testing
import Values
@testable import Dashboard
@testable import Wording

@Suite("Languages of pages")
struct PageLanguageTests {
    @Test("the address comes before what was chosen before", arguments: Language.allCases)
    func address(_ language: Language) throws {
        var query = PageQuery()
        query.language = language
        for other in Language.allCases {
            var input = Sample(.rich).input(query: query)
            input.languageDefault = other
            let html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
            let document = try Document(html)
            let root = document.nodes[document.named("html")[0]]
            #expect(root.attributes["lang"] == language.rawValue)
        }
    }

    @Test("what a form sends back keeps its point")
    func fields() throws {
        var query = PageQuery([("algorithm", "dbscan"), ("eps", "2.5"), ("lang", "ru")])
        query.clusters.minSamples = 4
        let document = try Rendered(kind: .rich, page: .clusters, query: query).document()
        let fields = document.all { $0.attributes["name"] == "eps" }
        #expect(!fields.isEmpty)
        #expect(fields.allSatisfy { document.nodes[$0].attributes["value"] == "2.5" })
    }
}
