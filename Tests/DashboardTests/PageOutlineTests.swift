import Dashboard
import Reports
import Samples
import Testing
import Values
import Wording

@Suite("The outline of a page")
struct PageOutlineTests {
    @Test("tells what stands on the page, in its order", arguments: Rendered.all)
    func page(_ rendered: Rendered) throws {
        let input = Sample(rendered.kind).input(query: rendered.query)
        let outline = PageRenderer.outline(rendered.page, input)
        let document = try rendered.document()
        checkHead(outline, document)
        let sections = document.classed("card").filter { document.nodes[$0].name == "section" }
        #expect(
            outline.cards.map(\.id)
                == sections.map { document.nodes[$0].attributes["aria-labelledby"] ?? "" })
        for (card, section) in zip(outline.cards, sections) { check(card, section, document) }
        let names = outline.charts.map(\.name)
        #expect(Set(names).count == names.count, "a chart's name is its own")
    }

    private func checkHead(_ outline: PageOutline, _ document: Document) {
        #expect(outline.answer.plain == Self.said(document.classed("a")[0], document))
        #expect(!outline.question.isEmpty)
        #expect(Self.said(document.classed("q")[0], document).hasPrefix(outline.question))
        #expect(
            outline.figures.map(\.words.label)
                == document.classed("kpi").map { kpi in
                    document.below(kpi).first { document.nodes[$0].attributes["class"] == "l" }
                        .map(document.text) ?? ""
                })
    }

    private func check(_ card: PageOutline.Card, _ section: Int, _ document: Document) {
        let below = document.below(section)
        func count(_ name: String) -> Int {
            Set(document.classed(name)).intersection(below).count
        }
        let title = below.first { document.nodes[$0].name == "h2" }.map(document.text)
        #expect(card.title == title)
        #expect(card.charts.count == count("plot"), "charts of \(card.id)")
        #expect(card.tables.count == count("scroll"), "tables of \(card.id)")
        let details = below.filter { document.nodes[$0].name == "details" }
        #expect(card.tables.count(where: \.isOfChart) <= details.count)
        let items = below.filter { document.nodes[$0].attributes["class"] == "news" }
            .flatMap { document.nodes[$0].children }
        #expect(card.items.count == items.count, "sentences of \(card.id)")
        for (item, node) in zip(card.items, items) {
            #expect(Self.said(node, document).contains(item.sentence.plain))
        }
    }

    @Test("gives text of cells with links and drawings in them, also of hostile names")
    func cells() throws {
        let outline = PageRenderer.outline(.overview, Sample(.hostile).input())
        let table = try #require(outline.card("h-worst")?.tables.first?.table)
        let names = table.rows.compactMap(\.first?.text)
        let known = Sample(.hostile).overview.devices.map(\.device.name)
        #expect(!names.isEmpty)
        for name in names {
            #expect(known.contains { name.contains($0) || $0.contains(name) }, "\(name)")
        }
    }

    /// The text in the order in which it is read.
    private static func said(_ node: Int, _ document: Document) -> String {
        document.nodes[node].content.map { part in
            switch part {
            case .text(let text): text
            case .node(let child): said(child, document)
            }
        }.joined()
    }
}
