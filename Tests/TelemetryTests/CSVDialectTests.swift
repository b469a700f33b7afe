import Testing
import Values
@testable import Telemetry

@Suite("Guessing the dialect")
struct CSVDialectTests {
    private func dialect(_ text: String) throws -> CSVDialect {
        try dialect(Array(text.utf8))
    }

    private func dialect(_ bytes: [UInt8]) throws -> CSVDialect {
        let sample = try TextSample(bytes: bytes, name: "x.csv", correction: nil)
        return SchemaInference.dialect(of: sample, correction: nil)
    }

    @Test(
        "Every usual delimiter is found",
        arguments: [
            (0x2C, "t,a,b\n1,2,3\n4,5,6\n"), (0x3B, "t;a;b\n1;2,5;3\n4;5,5;6\n"),
            (0x09, "t\ta\tb\n1\t2\t3\n4\t5\t6\n"), (0x7C, "t|a|b\n1|2|3\n4|5|6\n"),
            (0x3A, "city:region:population\nBoston:MA:9686\nSalem:OR:15000\n"),
            (0x20, "1 2 0.5  \n1 3 0.7  \n2 1 0.1  \n"),
        ] as [(UInt8, String)])
    func delimiter(byte: UInt8, text: String) throws {
        #expect(try dialect(text).delimiter == byte)
    }

    @Test("Even counts of decimal commas do not beat a delimiter that gives numbers")
    func decimalCommas() throws {
        let header = "Date;Time;CO;S1;C6H6;S2;NOx;S3;NO2;S4;S5;T;RH;AH;;\n"
        let row =
            "10/03/2004;18.00.00;2,6;1360;11,9;1046;166;1056;113;1692;1268;13,6;48,9;0,7578;;\n"
        let found = try dialect(header + String(repeating: row, count: 20))
        #expect(found.delimiter == 0x3B)
        #expect(found.hasHeader)
    }

    @Test("A column of timestamps alone is not cut at their spaces or colons")
    func singleColumn() throws {
        let found = try dialect(
            "when\n2015-01-01 07:00:00\n2015-01-01 08:00:00\n2015-01-01 09:30:00\n")
        #expect(found.reasons.contains(.singleColumn))
    }

    @Test("A `sep=` line names the delimiter and is skipped")
    func separatorLine() throws {
        let found = try dialect("sep=;\na;b\n1;2\n")
        #expect(found.delimiter == 0x3B)
        #expect(found.skippedLines == 1)
        #expect(found.reasons.contains(.separatorLine))
    }

    @Test("Preamble, comments and units are placed")
    func placing() throws {
        let text = "Logger 7\nSite: north\n\ntime,temp,speed\n-,°C,rpm\n"
        let rows = (0..<9).map { "2015-01-0\($0 + 1) 07:00:00,2\($0).5,1\($0)00\n" }.joined()
        let found = try dialect(text + rows)
        #expect(found.skippedLines == 3)
        #expect(found.hasHeader && found.hasUnitsRow)
        let commented = try dialect("# made by x\na;b\n1;3\n# more\n6;7\n")
        #expect(commented.comment == 0x23)
        #expect(commented.head.names == 1 && commented.head.firstRow == 2)
    }

    @Test("A single `#` line with all names is the header")
    func markedHeader() throws {
        let found = try dialect("#time,a,b\n1,2,3\n2,3,4\n3,4,5\n")
        #expect(found.comment == nil)
        #expect(found.hasHeader)
    }

    @Test(
        "A header is told from a row",
        arguments: [
            ("a,b\n1,2\n", true), ("1,2\n3,4\n", false), ("123|T4|x\n345|T4|y\n567|T4|z\n", false),
            ("name,city\nAnn,Rome\nBob,Oslo\n", true),
            ("\"Dec 8, 2022\"\n\"Sep 26, 2022\"\n", false),
        ])
    func header(text: String, isThere: Bool) throws {
        #expect(try dialect(text).hasHeader == isThere)
    }

    @Test(
        "Line ends are recognised outside of quotes",
        arguments: [
            ("a,b\n1,2\n", .lf), ("a,b\r\n1,2\r\n", .crlf), ("a,b\r1,2\r", .cr),
            ("a,b\r\n1,2\n3,4\n", .mixed), ("a,b\n\"x\ry\",2\n", .lf),
        ] as [(String, CSVDialect.LineEnd)])
    func lineEnds(text: String, kind: CSVDialect.LineEnd) throws {
        #expect(try dialect(text).lineEnd == kind)
    }

    @Test("Encodings are recognised by marks, zeros and letters")
    func encodings() throws {
        let text = "name,value\nöl,1\nluft,2\n"
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try dialect([0xEF, 0xBB, 0xBF] + text.utf8).hasByteOrderMark)
        #expect(try dialect(text).encoding == .utf8)
        #expect(try dialect([0xFF, 0xFE] + utf16).encoding == .utf16LittleEndian)
        #expect(try dialect(utf16).encoding == .utf16LittleEndian)
        let latin = Array("name,value\n".utf8) + [0xF6] + Array("l,1\n".utf8)
        #expect(try dialect(latin).encoding == .windows1252)
        let cyrillic = Array("a,b\n".utf8) + [0xED, 0xE0, 0xF1, 0xEE, 0xF1] + Array(",1\n".utf8)
        #expect(try dialect(cyrillic).encoding == .windows1251)
    }

    @Test("Code pages and UTF-16 become the same text")
    func decoding() throws {
        let cyrillic = Array("имя;n\n".unicodeScalars).map { scalar in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x0410 + 0xC0)
        }
        let row = Array("насос;1\n".unicodeScalars).map { scalar in
            scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x0410 + 0xC0)
        }
        let table = try CSVTable.cells(bytes: cyrillic + row, fileName: "x.csv")
        #expect(table.header == ["имя", "n"])
        #expect(table.rows == [["насос", "1"]])
    }

    @Test(
        "What is no text is named",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0], "ZIP"), (Array("PAR1".utf8), "Parquet"),
            ([0x1F, 0x8B, 8], "gzip"), ([UInt8](repeating: 1, count: 100), nil),
        ] as [([UInt8], String?)])
    func binary(bytes: [UInt8], name: String?) {
        #expect(throws: LoadError.notText(file: "x.csv", looksLike: name)) {
            try SchemaInference.infer(bytes: bytes, fileName: "x.csv")
        }
    }

    @Test("No bytes and no rows are errors of their own")
    func nothing() {
        #expect(throws: LoadError.empty(file: "x.csv")) {
            try SchemaInference.infer(bytes: [], fileName: "x.csv")
        }
        #expect(throws: LoadError.noRows(file: "x.csv")) {
            try SchemaInference.infer(bytes: Array("a,b\n".utf8), fileName: "x.csv")
        }
    }

    @Test("A person's corrections win")
    func corrections() throws {
        let bytes = Array("a;b\n1,5;2\n2,5;3\n".utf8)
        let correction = SchemaCorrection(
            dialect: DialectCorrection(delimiter: 0x2C, hasHeader: false))
        let schema = try SchemaInference.infer(
            bytes: bytes, fileName: "x.csv", correction: correction)
        #expect(schema.dialect.delimiter == 0x2C)
        #expect(!schema.dialect.hasHeader)
    }
}
