import Charts
import Dashboard
import Wording
import Reports
import Samples
import Testing
import Values

/// The cards on the life of parts: sentence, chart, tables and file agree.
@Suite("The life of parts on Trends")
struct PartLivesPageTests {
    private func card(_ id: String, in document: Document) throws -> Int {
        try #require(document.all { $0.attributes["aria-labelledby"] == id }.first)
    }

    private func lives() throws -> PartLives { try #require(Sample(.rich).partLives) }

    @Test("the sentence names the code that is drawn, and gives the figures of its row")
    func sentence() throws {
        let document = try Rendered(kind: .rich, page: .trends).document()
        let chart = try card("h-life", in: document)
        let say = try #require(
            document.below(chart).first { document.nodes[$0].attributes["class"] == "say" })
        let strong = document.nodes[say].children.map(document.text)
        let lives = try lives()
        let worn = try #require(lives.codes.first { $0.ageing == .wears })
        #expect(strong.first == "\(worn.code.name) wears out")
        #expect(strong.contains("38 to 52 failures of \(worn.code.name)"))
        #expect(document.text(say).contains("14 of 98 parts in service are past that age"))
        let rows = try rows(of: "h-lives", document)
        let own = try #require(rows.first { $0.first?.hasPrefix(worn.code.name) == true })
        #expect(
            own.dropFirst() == [
                "68", "204", "2.1 (1.8 to 2.5)", "63 days (58 to 70)", "14", "45 (38 to 52)",
                "47 (41 to 55)",
            ])
        #expect(rows.count == lives.codes.count)
    }

    @Test("each code has a panel, and the share at its end is the last of the curve")
    func chart() throws {
        let document = try Rendered(kind: .rich, page: .trends).document()
        let texts = document.below(try card("h-life", in: document)).filter {
            document.nodes[$0].name == "text"
        }.map(document.text)
        for life in try lives().codes {
            #expect(texts.contains(life.code.name))
            let last = try #require(life.curve.last).survival.value
            #expect(texts.contains("\(Int(clamping: (last * 100).rounded())) %"))
        }
    }

    @Test("the parts at risk stand by falling probability, the first in the sentence, with a file")
    func risks() throws {
        let document = try Rendered(kind: .rich, page: .trends).document()
        let rows = try rows(of: "h-parts", document)
        let first = try #require(try lives().risks.first)
        #expect(rows.first?[1] == first.code.name && rows.first?[3].hasPrefix("64 %") == true)
        let all = document.text(try card("h-parts", in: document))
        #expect(all.contains("\(first.code.name) of device 1 is the most likely to fail"))
        #expect(all.contains("64 % (51 % to 77 %) within 30 days"))
        let links = document.below(try card("h-parts", in: document)).compactMap {
            document.nodes[$0].attributes["href"]
        }
        #expect(links.contains { $0.hasPrefix("/export/parts.csv") })
    }

    @Test("without failures there is no card, and Diagnostics gives the parts of its device")
    func elsewhere() throws {
        let cycles = try Rendered(kind: .cycles, page: .trends).document()
        #expect(cycles.all { $0.attributes["id"] == "h-life" }.isEmpty)
        let rows = try rows(of: "h-age", Rendered(kind: .rich, page: .diagnostics).document())
        let codes = Set(try lives().codes.map(\.code.name))
        #expect(codes.isSubset(of: Set(rows.compactMap(\.first))))
    }

    /// The texts of the cells of a card's tables, row by row.
    private func rows(of id: String, _ document: Document) throws -> [[String]] {
        document.below(try card(id, in: document)).filter { document.nodes[$0].name == "tr" }
            .map { row in
                document.nodes[row].children.map { cell in
                    document.text(cell).split(separator: " ").joined(separator: " ")
                }
            }.filter { !$0.isEmpty }.dropFirst().map { $0 }
    }
}
