import Foundation
import Programs
import Testing
import Values

@testable import Containers

@Suite("Written workbooks")
struct WorkbookWriterTests {
    /// 4 March 2024, 05:06:07 on the wall.
    private static let moment = 1_709_528_767.0

    private static func write(
        _ url: URL, _ body: (WorkbookWriter) throws -> Void
    ) throws -> WorkbookCuts {
        let book = try WorkbookWriter(replacing: url.path)
        try body(book)
        try book.endSheet()
        let cuts = book.cuts
        try book.finish()
        return cuts
    }

    /// The sheets as our own reader has them.
    private static func read(_ url: URL) throws -> [String: String] {
        try Scratch.with { folder in
            let files = try Unpacker().unpack(url.path, name: "b.xlsx", into: folder)
            return try Dictionary(
                uniqueKeysWithValues: files.map { file in
                    let data = try Data(contentsOf: folder.appending(path: file.place))
                    return (file.name, String(decoding: data, as: UTF8.self))
                })
        }
    }

    @Test("are read back: numbers, dates, texts that look like formulas, controls and escapes")
    func roundTrip() throws {
        try Scratch.with { folder in
            let url = folder.appending(path: "b.xlsx")
            let cuts = try Self.write(url) { book in
                try book.begin("Devices", header: ["name", "value", "when"])
                try book.append([.text("=cmd()"), .number(0.1), .moment(Self.moment)])
                try book.append([.text("<b>&\"x\u{1}\r\n_x0041_"), .count(-3), .moment(0.25)])
                try book.append([.empty, .number(.nan), .flag(true)])
            }
            #expect(cuts.isEmpty)
            let text = try Self.read(url)["b-Devices.csv"]
            #expect(
                text == "name,value,when\n=cmd(),0.1,2024-03-04 05:06:07\n"
                    + "\"<b>&\"\"x\u{1}\r\n_x0041_\",-3,1970-01-01 00:00:00.250\n,,TRUE\n")
        }
    }

    @Test("Names of sheets are valid, short and different")
    func names() {
        var names = SheetNames()
        let long = String(repeating: "я", count: 40)
        let given = ["a/b", "A/B", "", "'x'", "History", long, long, "🚰" + long, "=1"]
        let made = given.map { names.add($0) }
        #expect(
            made == [
                "a_b", "A_B (2)", "Sheet", "x", "History (2)", String(repeating: "я", count: 31),
                String(repeating: "я", count: 27) + " (2)",
                "🚰" + String(repeating: "я", count: 29), "=1",
            ])
    }

    @Test("Text of 32,768 units is shortened and counted; columns beyond the last are left out")
    func limits() throws {
        try Scratch.with { folder in
            let url = folder.appending(path: "b.xlsx")
            let cuts = try Self.write(url) { book in
                try book.begin("wide", header: (0..<16_400).map { "c\($0)" })
                try book.append([.text(String(repeating: "x", count: 32_768)), .count(1)])
                try book.append([.text(String(repeating: "x", count: 32_767)), .count(1)])
            }
            #expect(cuts.wideSheets == ["wide": 16_400] && cuts.longTexts == 1)
            let lines = try #require(try Self.read(url)["b-wide.csv"]).split(separator: "\n")
            #expect(lines[0].split(separator: ",").count == 16_384)
            #expect(lines[1].hasPrefix(String(repeating: "x", count: 32_766) + "…,1"))
            #expect(lines[2].hasPrefix(String(repeating: "x", count: 32_767) + ",1"))
        }
    }

    @Test("What workbooks cannot count as a date or a number is text")
    func outside() throws {
        try Scratch.with { folder in
            let url = folder.appending(path: "b.xlsx")
            _ = try Self.write(url) { book in
                try book.begin("s", header: ["a", "b"])
                try book.append([.moment(-2_208_988_800), .count(1 << 53 + 1)])
                try book.append([.moment(253_402_300_800), .count(1 << 53)])
            }
            let text = try #require(try Self.read(url)["b-s.csv"])
            #expect(text.contains("1900-01-01T00:00,\(1 << 53 + 1)\n"))
            // The reader gives 15 digits, as spreadsheets show them.
            #expect(text.contains("9999-12-31T23:59:59,9.00719925474099e+15\n"))
        }
    }

    @Test("A full sheet goes on in another one with the same header")
    func fullSheet() throws {
        try Scratch.with { folder in
            let url = folder.appending(path: "b.xlsx")
            _ = try Self.write(url) { book in
                try book.begin("s", header: ["a", "b"])
                for _ in 1..<WorkbookLimits.rows { try book.append([]) }
                try book.append([.count(7), .flag(true)])
            }
            let archive = try ZipArchive(try SourceFile(path: url.path), limits: UnpackLimits())
            let sheets = archive.entries.filter { $0.name.contains("worksheets/") }
            #expect(sheets.count == 2)
            #expect(sheets.last?.size ?? 0 < 2_000, "one row with its header")
        }
    }

    @Test(
        "openpyxl finds the values, their types, the format of dates and the frozen, bold header",
        .enabled(if: Python.hasOpenpyxl, "needs python3 with openpyxl"))
    func openpyxl() throws {
        try Scratch.with { folder in
            let url = folder.appending(path: "b.xlsx")
            _ = try Self.write(url) { book in
                try book.begin("Насосы: 1", header: ["name", "value", "when", "n", "ok"])
                try book.append([
                    .text("=1+1"), .number(0.1 + 0.2), .moment(Self.moment), .count(7), .flag(true),
                ])
                try book.append([.text("007"), .number(1e-300), .empty, .count(-1), .flag(false)])
                try book.begin("Насосы: 1", header: [])
            }
            let script = """
                import sys, openpyxl
                book = openpyxl.load_workbook(sys.argv[1])
                print(ascii(book.sheetnames))
                s = book.worksheets[0]
                print(s.freeze_panes, s['A1'].font.b, s['A2'].font.b, s.column_dimensions['C'].width)
                for row in s.iter_rows(min_row=2):
                    for c in row: print(c.data_type, repr(c.value), c.number_format)
                """
            #expect(
                Python.run(script, [url.path]) == [
                    #"['\u041d\u0430\u0441\u043e\u0441\u044b_ 1', '\u041d\u0430\u0441\u043e\u0441\u044b_ 1 (2)']"#,
                    "A2 True False 21.0",
                    "s '=1+1' General", "n 0.30000000000000004 General",
                    #"d datetime.datetime(2024, 3, 4, 5, 6, 7) yyyy\-mm\-dd\ hh:mm:ss"#,
                    "n 7 General", "b True General",
                    "s '007' General", "n 1e-300 General", "n None General", "n -1 General",
                    "b False General",
                ])
        }
    }
}
