import Dashboard
import Wording
import Foundation
import Markup
import Reports
import Samples
import Testing
import Values

@Suite("Links")
struct LinksTests {
    static let filter = PageQuery([
        ("set", "azure_pdm"), ("period", "4w"), ("device", "2"), ("device", "3"),
        ("code", "error1"), ("theme", "dark"), ("refresh", "60"),
    ])
    static let kept = "set=azure_pdm&period=4w&device=2&device=3&code=error1&refresh=60&theme=dark"

    @Test("to pages keep the filter", arguments: Page.allCases)
    func tabs(_ page: Page) throws {
        let document = try Rendered(kind: .rich, page: page, query: Self.filter).document()
        let tabs = document.nodes[document.classed("tabs")[0]].children
        let links = tabs.map { document.nodes[$0].attributes["href"] ?? "" }
        #expect(
            links == ["/", "/clusters", "/trends", "/diagnostics"].map { $0 + "?" + Self.kept })
    }

    @Test("to devices keep the filter and name the device")
    func devices() throws {
        let document = try Rendered(kind: .rich, page: .overview, query: Self.filter).document()
        let links = document.named("a").compactMap { document.nodes[$0].attributes["href"] }
        #expect(
            links.contains {
                $0.hasPrefix("/diagnostics?" + Self.kept.replacing("&refresh", with: "&refresh"))
                    && $0.contains("&focus=1")
            })
    }

    @Test("to the whole record ask for all of it, not for the usual 91 days")
    func wholeRecord() throws {
        let document = try Rendered(kind: .rich, page: .diagnostics).document()
        let links = document.named("a").compactMap { document.nodes[$0].attributes["href"] }
        #expect(links.contains { $0.contains("window=all") })
        let query = PageQuery([("window", "all")])
        #expect(query.window?.length(on: .time(zone: "UTC", isStated: true)) == .infinity)
        #expect(PageQuery([("window", "7d")]).window == .last(Stretch(7, .days)))
        #expect(PageQuery().window == nil)
        #expect(PageQuery([("window", "soon")]).ignored.map(\.name) == ["window"])
    }

    @Test("to raw rows lead to the page, from excursions and from the chart's table")
    func rows() throws {
        let document = try Rendered(kind: .rich, page: .diagnostics).document()
        for id in ["h-sig", "h-exc"] {
            let card = document.all { $0.attributes["aria-labelledby"] == id }[0]
            let cells = document.below(card).filter { document.nodes[$0].name == "th" }
            let links = cells.flatMap(document.below)
                .compactMap { document.nodes[$0].attributes["href"] }
            #expect(!links.isEmpty, "\(id)")
            for link in links {
                #expect(link.hasPrefix("/rows?"), "\(id)")
                #expect(link.contains("focus=") && link.contains("since="), "\(id)")
            }
        }
    }

    @Test("from a trouble lead to the same page with the period around it, all else kept")
    func zoom() throws {
        let link = { (page: Page, query: PageQuery) throws -> URLComponents? in
            let document = try Rendered(kind: .rich, page: page, query: query).document()
            let link = document.classed("zoom").first.flatMap {
                document.nodes[$0].attributes["href"]
            }
            return link.flatMap { URLComponents(string: $0) }
        }
        for page in [Page.overview, .diagnostics] {
            var query = Self.filter
            query.focus = "1"
            let components = try #require(try link(page, query))
            #expect(components.path == (page == .overview ? "/" : "/diagnostics"))
            let items = components.queryItems ?? []
            let value = { (name: String) in items.first { $0.name == name }?.value }
            #expect(value("set") == "azure_pdm" && value("theme") == "dark")
            #expect(value("period") == nil && value("focus") == (page == .overview ? nil : "1"))
            // The sample's trouble goes on: what follows it is shown to the end.
            #expect(value("from") != nil && value("to") == nil)
            let own = PageQuery(items.map { ($0.name, $0.value ?? "") })
            let again = try link(page, own)
            #expect(
                again?.queryItems?.contains(items.first { $0.name == "from" } ?? items[0]) != true)
        }
    }

    @Test("to downloads lead to files, also where a page has the same name")
    func downloads() {
        #expect(PageQuery().link(downloading: .rows).text == "/export/rows.csv")
        #expect(PageQuery().link(downloading: .clusters).text == "/export/clusters.csv")
        #expect(PageQuery().link(to: .rows).text == "/rows")
        #expect(PageQuery().link(to: .clusters).text == "/clusters")
    }

    @Test("of the theme keep the place in a table")
    func theme() throws {
        var query = Self.filter
        query.page = 2
        let document = try Rendered(kind: .rich, page: .clusters, query: query).document()
        let themes = document.classed("seg").first.map { document.nodes[$0].children } ?? []
        let links = themes.map { document.nodes[$0].attributes["href"] ?? "" }
        #expect(links.count == 3)
        #expect(links.allSatisfy { $0.contains("page=2") && $0.contains("period=4w") })
    }

    @Test("of the language keep the place, and a language of the address stays in all others")
    func language() throws {
        var query = Self.filter
        query.page = 2
        let document = try Rendered(kind: .rich, page: .clusters, query: query).document()
        let links = document.classed("lang").map { document.nodes[$0] }
        #expect(links.map(\.text) == ["Русский"])
        #expect(links.map { $0.attributes["hreflang"] } == ["ru"])
        let link = links.first?.attributes["href"] ?? ""
        #expect(link.contains("page=2") && link.contains("period=4w") && link.contains("lang=ru"))
        query.language = .ru
        let russian = try Rendered(kind: .rich, page: .clusters, query: query).document()
        let tabs = russian.nodes[russian.classed("tabs")[0]].children
        #expect(
            tabs.allSatisfy { russian.nodes[$0].attributes["href"]?.contains("lang=ru") == true })
        let hidden = russian.all { $0.attributes["name"] == "lang" }
        #expect(!hidden.isEmpty)
        #expect(hidden.allSatisfy { russian.nodes[$0].attributes["value"] == "ru" })
        #expect(russian.classed("lang").map { russian.nodes[$0].text } == ["English"])
    }

    @Test("the filter's form carries along what it does not show", arguments: Page.allCases)
    func form(_ page: Page) throws {
        var query = Self.filter
        query.clusters.k = 5
        query.focus = "3"
        let document = try Rendered(kind: .rich, page: page, query: query).document()
        let form = document.all { $0.attributes["id"] == "f" }[0]
        var sent: [(String, String)] = []
        for index in document.below(form) {
            let node = document.nodes[index]
            guard let name = node.attributes["name"] else { continue }
            if node.name == "input" { sent.append((name, node.attributes["value"] ?? "")) }
            if node.name == "select" {
                let chosen = node.children.map { document.nodes[$0] }.first {
                    $0.attributes["selected"] != nil
                }
                sent.append((name, chosen?.attributes["value"] ?? ""))
            }
        }
        sent.append(("refresh", "60"))
        var again = PageQuery(sent)
        #expect(again.ignored.isEmpty)
        // The form joins devices in one field.
        #expect(again.devices == ["2, 3"])
        again.devices = query.devices
        if page != .diagnostics && page != .rows { again.focus = query.focus }
        #expect(again == query)
    }

    @Test("a table of 10,000 devices is cut into pages")
    func pages() throws {
        var query = PageQuery()
        query.page = 3
        let document = try Rendered(kind: .manyDevices, page: .overview, query: query).document()
        let card = document.all { $0.attributes["aria-labelledby"] == "h-worst" }[0]
        let text = document.text(card)
        #expect(text.contains("51 to 100 of 10,000"))
        let rows = document.below(card).filter { document.nodes[$0].name == "tr" }
        #expect(rows.count == 51)
        let members = try Rendered(kind: .manyDevices, page: .clusters, query: query).document()
        #expect(members.text(0).contains("101 to 150 of 10,000"))
    }
}
