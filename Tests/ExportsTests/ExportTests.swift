import Telemetry
import Testing
import Values
@testable import Exports

@Suite("Exports")
struct ExportTests {
    @Test(
        "Text that a spreadsheet would run gets an apostrophe; numbers and plain text do not",
        arguments: [
            ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-12.5", "-12.5"), ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"), ("pump-1", "pump-1"), ("", ""), ("1e5", "1e5"),
        ])
    func formulas(value: String, expected: String) {
        #expect(text(of: [value]) == expected + "\r\n")
    }

    @Test("Cells with commas, quotes and line ends are quoted")
    func quoting() {
        #expect(text(of: ["a,b", "say \"x\"", "1\n2"]) == "\"a,b\",\"say \"\"x\"\"\",\"1\n2\"\r\n")
    }

    @Test("A missing number is an empty cell, a whole number has no decimals")
    func numbers() {
        var writer = CSVWriter()
        writer.row([.number(.nan), .number(3), .number(0.1), .number(.infinity)])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == ",3,0.1,\r\n")
    }

    @Test("Rows keep their cells as written and name their line")
    func rows() {
        let page = RowPage(
            file: "a.csv", header: ["t", "v"],
            rows: [.init(line: 7, cells: ["2026-01-01", "007"])], total: 1, files: ["a.csv"])
        let text = String(decoding: RowsCSV(page).content(), as: UTF8.self)
        #expect(text == "line,t,v\r\n7,2026-01-01,007\r\n")
    }

    private func text(of cells: [String]) -> String {
        var writer = CSVWriter()
        writer.row(cells.map { .text($0) })
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
