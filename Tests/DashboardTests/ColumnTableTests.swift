import Markup
import Samples
import Testing
import Wording

@testable import Dashboard

@Suite("The table whose columns a person chooses")
struct ColumnTableTests {
    private struct Row: Equatable {
        var name: String
        var heat: Double
    }

    private let rows = [
        Row(name: "pump 10", heat: 40), Row(name: "Pump 2", heat: .nan),
        Row(name: "fan 1", heat: 55), Row(name: "", heat: 40),
    ]

    private func table(_ change: (inout TableChoice) -> Void = { _ in }) -> ColumnTable<Row> {
        var input = Sample(.rich).input()
        change(&input.query.table)
        return ColumnTable(
            page: PageContext(page: .overview, input: input), fragment: "h-worst",
            columns: [
                .init(
                    key: "name", heads: [.init(title: "Name")], value: { .text($0.name) },
                    cells: { row, _ in [.init(row.name)] }),
                .init(
                    key: "heat",
                    heads: [.init(title: "Heat", isNumber: true), .init(title: "")],
                    largestFirst: true, value: { .number($0.heat) },
                    cells: { row, id in [.init("\(row.heat)"), .init(id)] }),
                .init(
                    key: "hidden", heads: [.init(title: "Hidden")], isUsual: false,
                    value: { .number(-$0.heat) }, cells: { _, _ in [.init("x")] }),
            ], choice: input.query.table)
    }

    private func names(_ table: ColumnTable<Row>) -> [String] {
        table.chosen(rows, text: \.name).map(\.name)
    }

    @Test("is as the page has it where nobody has chosen")
    func usual() {
        let table = table()
        #expect(names(table) == rows.map(\.name))
        #expect(table.shown.map(\.key) == ["name", "heat"])
        let drawn = table.table(rows, caption: "c")
        #expect(drawn.columns.map(\.title) == ["Name", "Heat", ""])
        #expect(drawn.rows[2].map(\.text) == ["fan 1", "55.0", "w2"])
        #expect(drawn.columns.allSatisfy { $0.order == nil })
    }

    @Test("has the columns of the address in its order; unknown and repeated ones are passed over")
    func columns() {
        let table = table { $0.columns = ["hidden", "no such", "heat", "hidden", "name"] }
        #expect(table.shown.map(\.key) == ["name", "hidden", "heat"])
    }

    @Test("sorts names as people number things and figures by size, what is missing last")
    func sorting() {
        #expect(
            names(table { $0.sort = .init("name") }) == ["fan 1", "Pump 2", "pump 10", ""])
        #expect(
            names(table { $0.sort = .init("-name") }) == ["pump 10", "Pump 2", "fan 1", ""])
        #expect(names(table { $0.sort = .init("heat") }) == ["pump 10", "", "fan 1", "Pump 2"])
        #expect(names(table { $0.sort = .init("-heat") }) == ["fan 1", "pump 10", "", "Pump 2"])
        #expect(names(table { $0.sort = .init("no such") }) == rows.map(\.name))
    }

    @Test("a heading sorts by its column, figures from the largest, and turns round at the next")
    func headings() {
        func links(_ table: ColumnTable<Row>) -> [String] {
            table.table(rows, caption: "c").columns.compactMap { $0.sorting?.text }
        }
        #expect(links(table()) == ["/?sort=name#h-worst", "/?sort=-heat#h-worst"])
        let down = table {
            $0.sort = .init("-heat")
            $0.search = "pump"
        }
        #expect(links(down) == ["/?sort=name&find=pump#h-worst", "/?sort=heat&find=pump#h-worst"])
        #expect(down.table(rows, caption: "c").columns[1].order == .descending)
    }

    @Test("finds rows that contain every word, in any case")
    func search() {
        #expect(names(table { $0.search = " PUMP  1 " }) == ["pump 10"])
        #expect(names(table { $0.search = "pump" }) == ["pump 10", "Pump 2"])
        #expect(names(table { $0.search = "none" }).isEmpty)
    }

    @Test("shows its usual columns where the address has none of its own")
    func foreign() {
        let table = table { $0.columns = ["no such"] }
        #expect(table.shown.map(\.key) == ["name", "heat"])
    }

    private func page(_ change: (inout PageQuery) -> Void) throws -> Document {
        var query = PageQuery()
        change(&query)
        return try Rendered(kind: .rich, page: .overview, query: query).document()
    }

    private func links(_ document: Document, to path: String) -> [String] {
        document.nodes.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix(path) }
    }

    @Test("what the page shows is found, and is all that is said above it")
    func said() throws {
        let found = try page { $0.table.search = "device 13" }
        let card = found.all { $0.attributes["aria-labelledby"] == "h-worst" }[0]
        #expect(found.text(card).contains("1 of 100"))
        let calm = try Rendered(
            kind: .constant, page: .overview,
            query: {
                var query = PageQuery()
                query.page = 999
                return query
            }()
        ).document()
        let list = calm.all { $0.attributes["aria-labelledby"] == "h-worst" }[0]
        #expect(!calm.text(list).contains("No device needs attention"))
        #expect(calm.text(list).contains("100 of 100"))
    }

    @Test("reports and charts are of the set, whatever the list shows")
    func reports() throws {
        let document = try page {
            $0.table.sort = .init("-health")
            $0.table.search = "1"
            $0.devices = ["1", "2"]
        }
        let reports = links(document, to: "/report.html")
        #expect(!reports.isEmpty)
        #expect(reports.allSatisfy { !$0.contains("sort=") && $0.contains("device=1") })
        let address = ChartAddress(page: .overview, name: "rate", format: .svg)
        var query = PageQuery()
        query.table.sort = .init("-health")
        #expect(address.reference(query).text == "/chart/overview/rate.svg")
    }

    @Test("who gives up the last choice stays in the list of all")
    func usualAgain() throws {
        let document = try page { $0.table.columns = ["errors"] }
        #expect(links(document, to: "/?page=2#h-worst").count == 1)
        let pages = document.all {
            $0.attributes["name"] == "page" && $0.attributes["type"] == "hidden"
        }
        #expect(pages.map { document.nodes[$0].attributes["value"] } == ["2", "2"])
    }

    @Test("all devices are listed, sorted and found over the address")
    func overview() throws {
        var query = PageQuery()
        query.table.sort = .init("-errors")
        query.table.columns = ["status", "errors"]
        let document = try Rendered(kind: .rich, page: .overview, query: query).document()
        let heads = document.named("th").filter { document.nodes[$0].attributes["scope"] == "col" }
        let own = heads.filter { document.nodes[$0].attributes["aria-sort"] == "descending" }
        #expect(own.map { document.text($0).split(separator: " ") } == [["Errors"]])
        let boxes = document.all { $0.attributes["type"] == "checkbox" }
        let chosen = boxes.filter { document.nodes[$0].attributes["checked"] != nil }
        #expect(
            chosen.map { document.nodes[$0].attributes["value"] ?? "" } == ["status", "errors"])
        #expect(
            boxes.contains {
                document.nodes[$0].attributes["value"]?.hasPrefix("reading:") == true
            })
    }
}
