import Foundation
import Testing
import Values
@testable import Telemetry

/// Rows as texts, for comparing.
private func texts(_ table: SentTable?) -> [[String]] {
    (table?.rows ?? []).map { $0.map { String(decoding: $0, as: UTF8.self) } }
}

private func csv(_ text: String) throws -> SentRows {
    try SentForm.csv.rows(in: Array(text.utf8))
}

@Suite("Rows sent as CSV")
struct CSVRowsTests {
    @Test("Cells, quotes and line ends are those of RFC 4180")
    func cells() throws {
        let rows = try csv("\u{FEFF}time, b ,\"c,d\"\r\n1,\"x \"\"y\"\", z\",\r\n\n2,\"a\nb\",é\n3")
        #expect(rows.tables.map(\.columns) == [["time", "b", "c,d"]])
        #expect(texts(rows.tables.first) == [["1", "x \"y\", z", ""], ["2", "a\nb", "é"], ["3"]])
        #expect(rows.refused.isEmpty)
        #expect(rows.tables.map(\.stream) == ["rows"])
    }

    @Test("The header tells what stands between cells", arguments: [",", ";", "\t"])
    func delimiters(_ mark: String) throws {
        let rows = try csv("a\(mark)b\n1\(mark)\"2\(mark)3\"\n")
        #expect(texts(rows.tables.first) == [["1", "2\(mark)3"]])
    }

    @Test("A row that cannot be taken is named by its place and reason, the others are taken")
    func refused() throws {
        let long = String(repeating: "x", count: 65_537)
        let rows = try csv(
            "a,b\n1,2\n1,2,3\n4,5,,\n,\n\"open,6\n7,8\n\"x\"y,9\n\(long),1\n\u{0},1\n10,11\n")
        #expect(texts(rows.tables.first) == [["1", "2"], ["4", "5"], ["7", "8"], ["10", "11"]])
        #expect(rows.refused.map(\.index) == [1, 3, 4, 6, 7, 8])
        #expect(
            rows.refused.map(\.reason) == [
                "has 3 cells, but the header 2", "is empty",
                "has a quote that does not end, or text behind one that ends",
                "has a quote that does not end, or text behind one that ends",
                "a cell is longer than 65536 bytes", "a cell holds a zero byte",
            ])
        let latin = Array("a,b\n1,".utf8) + [0xE9, 0x0A] + Array("2,3\n".utf8)
        let mixed = try SentForm.csv.rows(in: latin)
        #expect(mixed.refused == [RefusedRow(index: 0, reason: "is not UTF-8")])
        #expect(mixed.count == 1)
    }

    @Test(
        "A header that cannot be used is said to be wrong",
        arguments: [
            ("", "There is no header line."), ("\n\r\n", "There is no header line."),
            ("a,,b\n1,2,3\n", "The header line cannot be used: a name is empty."),
            ("a,b,a\n", "The header line cannot be used: a name stands twice."),
            ("a,\"b\n1,2\n", "The header line cannot be used: it has a broken quote."),
            (
                "a,\"b\nc\"\n1,2\n",
                "The header line cannot be used: a name has a control character."
            ),
            (
                Array(repeating: "", count: 1_001).indices.map { "c\($0)" }.joined(separator: ","),
                "The header line cannot be used: it names more than 1000 columns."
            ),
        ])
    func header(text: String, detail: String) {
        #expect { try csv(text) } throws: { ($0 as? SentRowsFault)?.detail == detail }
    }
}

@Suite("Rows sent as JSON lines")
struct JSONRowsTests {
    private func rows(_ text: String) throws -> SentRows {
        try SentForm.jsonLines.rows(in: Array(text.utf8))
    }

    @Test("Values are kept as they were written, names become columns as they come")
    func values() throws {
        let rows = try rows(
            """
            {"time":"2024-01-01T00:00:00Z","v":1.50,"ok":true,"none":null}

             { "time" : "x\\n\\"\\u00e9\\ud83d\\ude80\\/" , "new" : -0.1E+5 , "v":12345678901234567890}\r
            """)
        #expect(rows.tables.map(\.columns) == [["time", "v", "ok", "none", "new"]])
        #expect(
            texts(rows.tables.first) == [
                ["2024-01-01T00:00:00Z", "1.50", "true", ""],
                ["x\n\"é🚀/", "12345678901234567890", "", "", "-0.1E+5"],
            ])
        #expect(rows.refused.isEmpty)
    }

    @Test(
        "What is no flat object is refused with its reason",
        arguments: [
            ("[1]", "is no JSON: expected an object at byte 1"),
            ("{\"a\":1", "is no JSON: expected a comma or the object's end at byte 7"),
            ("{\"a\":1} x", "is no JSON: expected the line's end at byte 9"),
            ("{\"a\":NaN}", "is no JSON: expected a value at byte 6"),
            ("{\"a\":01}", "is no JSON: expected a value at byte 6"),
            ("{\"a\":1.}", "is no JSON: expected a digit at byte 8"),
            ("{\"a\":.5}", "is no JSON: expected a value at byte 6"),
            ("{\"a\":1e}", "is no JSON: expected a digit at byte 8"),
            (
                "{\"a\":{\"b\":1}}",
                "has an object as a; expected a number, a text, true, false or null"
            ),
            ("{\"a\":[1]}", "has an array as a; expected a number, a text, true, false or null"),
            ("{\"a\":1,\"a\":2}", "has the name a twice"),
            ("{\"\":1}", "a name is empty"), ("{}", "is empty"), ("{\"a\":null}", "is empty"),
            ("{\"a\":\"x", "ends within a text"), ("{\"a\":\"\\", "ends within a text"),
            ("{\"a\":\"\\x\"}", "has an unknown escape in a text"),
            ("{\"a\":\"\\ud800\"}", "has half a character in a text"),
            ("{\"a\":\"\\ud800\\u0041\"}", "has half a character in a text"),
            ("{\"a\":\"\\udc00\"}", "has half a character in a text"),
            ("{\"a\":\"\\u12\"}", "has a broken escape in a text"),
            ("{\"a\":\"\\u+123\"}", "has a broken escape in a text"),
            ("{\"a\":\"\u{1}\"}", "has a control character in a text"),
            ("{a:1}", "is no JSON: expected a name in quotes at byte 2"),
        ])
    func refused(line: String, reason: String) throws {
        let rows = try rows("{\"v\":1}\n\(line)\n{\"v\":2}\n")
        #expect(rows.refused == [RefusedRow(index: 1, reason: reason)])
        #expect(texts(rows.tables.first) == [["1"], ["2"]])
    }

    @Test("A table has 1,000 columns at most, whatever rows bring")
    func columns() throws {
        let rows = try rows((0..<1_005).map { "{\"c\($0)\":1}" }.joined(separator: "\n"))
        #expect(rows.tables[0].columns.count == 1_000)
        #expect(rows.refused.map(\.index) == [1_000, 1_001, 1_002, 1_003, 1_004])
        #expect(rows.refused.first?.reason == "would make more than 1000 columns")
    }
}

@Suite("Rows sent in InfluxDB's line protocol")
struct LineProtocolTests {
    private func rows(_ text: String, unit: Int = 1, now: Int = 0) throws -> SentRows {
        try SentForm.lineProtocol(unit: unit, now: now).rows(in: Array(text.utf8))
    }

    @Test("Each measurement is a table: time, tags, fields under its name")
    func tables() throws {
        let rows = try rows(
            """
            # a comment
            cpu,host=a,cpu=cpu0 usage_idle=98.5,n=3i,big=18446744073709551615u 1700000000000000000
            mem,host=a used=1i,note="a \\"b\\", c\\\\d",ok=t 1700000000123000000
            temperature,device=d1 value=-1.5e3 1700000000123456789

            cpu,host=b usage_idle=1 1700000000000000001
            """)
        #expect(rows.tables.map(\.stream) == ["cpu", "mem", "temperature"])
        #expect(
            rows.tables.map(\.columns) == [
                ["time", "host", "cpu", "cpu_usage_idle", "cpu_n", "cpu_big"],
                ["time", "host", "mem_used", "mem_note", "mem_ok"],
                ["time", "device", "temperature"],
            ])
        #expect(
            texts(rows.tables[0]) == [
                ["2023-11-14T22:13:20Z", "a", "cpu0", "98.5", "3", "18446744073709551615"],
                ["2023-11-14T22:13:20.000000001Z", "b", "", "1"],
            ])
        #expect(
            texts(rows.tables[1]) == [
                ["2023-11-14T22:13:20.123Z", "a", "1", "a \"b\", c\\d", "true"]
            ])
        #expect(texts(rows.tables[2]) == [["2023-11-14T22:13:20.123456789Z", "d1", "-1.5e3"]])
        #expect(rows.refused.isEmpty)
    }

    @Test("Backslashes escape commas, spaces and equals signs in names, and nothing else")
    func escapes() throws {
        let rows = try rows(#"my\ pump\,1,the\ tag=a\=b\,c,p=x\y f\=g=1 0"# + "\r\n")
        #expect(rows.tables.map(\.stream) == ["my pump,1"])
        #expect(rows.tables.map(\.columns) == [["time", "the tag", "p", "my pump,1_f=g"]])
        #expect(texts(rows.tables[0]) == [["1970-01-01T00:00:00Z", "a=b,c", #"x\y"#, "1"]])
    }

    @Test(
        "Times count in the unit asked for; without one it is now",
        arguments: [
            ("5", 1_000_000_000, "1970-01-01T00:00:05Z"),
            ("-1", 1_000_000, "1969-12-31T23:59:59.999Z"),
            ("2", 3_600_000_000_000, "1970-01-01T02:00:00Z"), ("", 1, "2001-09-09T01:46:40Z"),
            ("9223372036854775807", 1, "2262-04-11T23:47:16.854775807Z"),
            ("-9223372036854775808", 1, "1677-09-21T00:12:43.145224192Z"),
        ])
    func times(time: String, unit: Int, written: String) throws {
        let rows = try rows("m v=1 \(time)", unit: unit, now: 1_000_000_000_000_000_000)
        #expect(texts(rows.tables.first).first?.first == written)
    }

    @Test(
        "A line that is wrong is refused with its reason",
        arguments: [
            ("cpu", "has no fields"), ("cpu,host=a", "has no fields"),
            ("cpu 1700", "has no value for 1700"),
            (",host=a v=1", "has no measurement"),
            ("cpu,host v=1", "has a tag without a value: host"),
            ("cpu,host= v=1", "has a tag that is not KEY=VALUE: host"),
            ("cpu,a=b=c v=1", "has a tag that is not KEY=VALUE: a"),
            ("cpu v=abc", "has abc as v; expected a number, a text in quotes or a truth"),
            ("cpu v=nan", "has nan as v; expected a number, a text in quotes or a truth"),
            ("cpu v=0x10", "has 0x10 as v; expected a number, a text in quotes or a truth"),
            ("cpu v=1.5i", "has 1.5i as v; expected a number, a text in quotes or a truth"),
            ("cpu v=", "has  as v; expected a number, a text in quotes or a truth"),
            ("cpu v=1e999", "has 1e999 as v; expected a number, a text in quotes or a truth"),
            ("cpu v=\"x", "has a text whose quote does not end"),
            ("cpu v=1 x", "has x as its time; expected a whole number"),
            ("cpu v=1 1 2", "goes on behind its time"),
            (
                "cpu v=1 99999999999999999999",
                "has 99999999999999999999 as its time; expected a whole number"
            ),
            ("cpu,time=x v=1", "has a tag or field named time, as the time itself is"),
        ])
    func refused(line: String, reason: String) throws {
        let rows = try rows("m v=1 1\n\(line)\n# no row\nm v=2 2\n")
        let isOpen = line.contains("\"")
        #expect(rows.refused.map(\.reason) == [reason])
        #expect(rows.refused.map(\.index) == [1])
        #expect(texts(rows.tables.first).count == (isOpen ? 2 : 2))
        let late = try self.rows("m v=1 9223372036854775807", unit: 1_000)
        #expect(late.refused.map(\.reason) == ["has a time beyond the year 2262"])
    }
}

@Suite("Damaged rows of programs")
struct SentRowsMutationTests {
    private static let seeds: [(SentForm, String)] = [
        (.csv, "time,device,\"a b\"\n2024-01-01,\"x\"\"y\",1\n2024-01-02,\"l\nm\",2\n"),
        (.jsonLines, "{\"a\":\"\\u00e9\\ud83d\\ude80\",\"b\":-1.5e3,\"c\":null}\n{\"a\":true}\n"),
        (
            .lineProtocol(unit: 1_000, now: 5),
            "cpu\\ x,host=a\\,b v=1i,w=\"q\\\"\",t=T 1700000000\n# c\nm v=2\n"
        ),
    ]

    @Test(
        "Whatever bytes come, rows are taken or refused, each once, and written so that they can be read"
    )
    func mutations() throws {
        var generator = Generator(state: 17)
        for (form, text) in Self.seeds {
            for _ in 0..<1_500 {
                var bytes = Array(text.utf8)
                for _ in 0..<(1 + generator.next() % 5) where !bytes.isEmpty {
                    let at = Int(generator.next() % UInt64(bytes.count))
                    switch generator.next() % 5 {
                    case 0: bytes[at] = UInt8(truncatingIfNeeded: generator.next())
                    case 1: bytes.remove(at: at)
                    case 2:
                        bytes.insert(
                            Array(",\"\\\n\r={}#: \0".utf8)[Int(generator.next() % 12)], at: at)
                    case 3: bytes = Array(bytes[..<at])
                    default: bytes += bytes[at...]
                    }
                }
                guard let rows = try? form.rows(in: bytes) else { continue }
                #expect(Set(rows.refused.map(\.index)).count == rows.refused.count)
                for table in rows.tables { try roundTrip(table) }
            }
        }
    }

    /// What is written is read back as the same cells.
    private func roundTrip(_ table: SentTable) throws {
        #expect(!table.rows.isEmpty && Set(table.columns).count == table.columns.count)
        var text: [UInt8] = []
        CSVLine.append(table.columns, to: &text)
        for row in table.rows {
            #expect(row.count <= table.columns.count)
            CSVLine.append(row, width: table.columns.count, to: &text)
        }
        let again = try SentForm.csv.rows(in: text)
        #expect(again.tables.first?.columns == table.columns)
        #expect(again.refused.isEmpty)
        let padded = table.rows.map { row in
            row.map { Array($0) } + Array(repeating: [], count: table.columns.count - row.count)
        }
        #expect(again.tables.first?.rows.map { $0.map { Array($0) } } == padded)
    }
}
