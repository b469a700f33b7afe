import Foundation
import Programs
import Testing

@testable import App

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Whole pages as workbooks: the page's sentences first, then its tables with typed cells.
@Suite(
    "Pages as workbooks", .serialized,
    .enabled(if: Python.hasOpenpyxl, "needs python3 with openpyxl"))
struct PageWorkbookTests {
    private static let set = "sample-fleet"
    private static let pages = ["overview", "clusters", "trends", "diagnostics", "rows", "import"]

    private func lines(
        _ running: Running, _ path: String, _ script: String
    ) async throws -> [String] {
        let url = try #require(URL(string: running.address + path))
        let (data, response) = try await URLSession.shared.data(from: url)
        #expect((response as? HTTPURLResponse)?.statusCode == 200, "\(path)")
        let file = running.root.appending(path: "page.xlsx")
        try data.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try #require(Python.run(script, [file.path]), "\(path)")
    }

    @Test("begin with the question, the answer and each card's sentence, as the page's JSON")
    func sentences() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady(Self.set)
        let script = """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book.worksheets[0]
            assert sheet.freeze_panes == 'A2'
            for row in sheet.iter_rows(values_only=True):
                print(' | '.join(str(cell) for cell in row[:2]))
            """
        for page in Self.pages {
            let text = try await lines(running, "/\(page).xlsx", script).joined(separator: "\n")
            let json = try await running.get("/\(page).json").text
            let answer = try #require(
                try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            let cards = answer["cards"] as? [[String: Any]] ?? []
            for card in cards {
                let sentence = card["sentence"] as? String ?? ""
                #expect(sentence.isEmpty || text.contains(sentence), "\(sentence)")
            }
            #expect(text.contains(try #require(answer["question"] as? String)))
            #expect(text.contains(try #require(answer["answer"] as? String)))
        }
        #expect(running.litter.isEmpty)
    }

    @Test("hold numbers as numbers, moments as dates and shares in percent")
    func types() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady(Self.set)
        let script = """
            import sys, openpyxl, datetime
            book = openpyxl.load_workbook(sys.argv[1])
            for sheet in book.worksheets[1:]:
                kinds = set()
                for row in sheet.iter_rows(min_row=2):
                    kinds |= {(cell.data_type, '%' in cell.number_format) for cell in row}
                    assert all(cell.data_type != 'f' for cell in row)
                rows = [row for row in sheet.iter_rows(min_row=2, values_only=True)]
                head = [cell.value for cell in sheet[1]]
                print(sheet.title, '|', len(rows), '|', sorted(kinds), '|', rows[0])
            """
        let overview = try await lines(running, "/overview.xlsx", script)
        #expect(overview.contains { $0.contains("('d', False)") }, "dates")
        #expect(overview.contains { $0.contains("('n', True)") }, "shares")
        #expect(overview.contains { $0.contains("('n', False)") }, "numbers")
        let russian = try await lines(running, "/overview.xlsx?lang=ru", script)
        #expect(russian.count == overview.count)
        // Nothing but names differs: the same types and numbers of rows.
        let kinds = { (line: String) in line.split(separator: "|").dropFirst().prefix(2).joined() }
        #expect(russian.map(kinds) == overview.map(kinds))
    }

    @Test("are 404 for a set that is not there")
    func missing() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady(Self.set)
        #expect(try await running.get("/trends.xlsx?set=nothing").status == 404)
    }
}
