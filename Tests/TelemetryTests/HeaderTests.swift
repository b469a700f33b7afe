import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Names, units and facts above the rows")
struct HeaderTests {
    private func schema(_ lines: [String], name: String = "x.csv") throws -> FileSchema {
        try SchemaInference.infer(
            bytes: Array((lines.joined(separator: "\n") + "\n").utf8), fileName: name)
    }

    private func rows(_ count: Int, _ make: (Int) -> String) -> [String] { (0..<count).map(make) }

    private func time(_ index: Int) -> String { "2024-03-04 0\(index / 6):\(index % 6)0:00" }

    @Test("A logger's four lines: station, names, units, aggregation")
    func tableOfCampbell() throws {
        let head = [
            "\"TOA5\",\"Weir 3\",\"CR300\",\"1234\",\"CR300.Std.10\",\"CPU:w.cr3\",\"99\",\"Ten\"",
            "\"TIMESTAMP\",\"RECORD\",\"Level_Avg\"", "\"TS\",\"RN\",\"m\"", "\"\",\"\",\"Avg\"",
        ]
        let found = try schema(head + rows(20) { "\"\(time($0))\",\($0),1.\($0 + 10)" })
        #expect(found.columns.map(\.name) == ["TIMESTAMP", "RECORD", "Level_Avg"])
        #expect(found.dialect.head == HeadLines(names: 1, units: 2, firstRow: 4))
        #expect(found.facts.device == "Weir 3")
        #expect(found.time == .column(0))
    }

    @Test(
        "Names in the last comment line, cut by the rows' delimiter", arguments: [",", "\t", ";"])
    func namesInComment(delimiter: String) throws {
        let head = [
            "# Exported by the archive", "# Turbine: North 4", "# Time zone: UTC+2", "#",
            "# "
                + ["Date and time", "Wind speed (m/s)", "Power (kW)"].joined(separator: delimiter),
        ]
        let found = try schema(
            head + rows(20) { [time($0), "7.\($0)", "40\($0)"].joined(separator: delimiter) })
        #expect(found.columns.map(\.name) == ["Date and time", "Wind speed (m/s)", "Power (kW)"])
        #expect(found.facts == FileFacts(device: "North 4", timeZone: "GMT+0200"))
    }

    @Test("Units above the names, types between")
    func otherOrder() throws {
        let head = ["-,°C,bar", "datetime,double,double", "stamp,inlet,outlet"]
        let found = try schema(head + rows(20) { "\(time($0)),2\($0).5,1.\($0)" })
        #expect(found.columns.map(\.name) == ["stamp", "inlet", "outlet"])
        #expect(found.columns.map(\.unit) == [nil, "°C", "bar"])
        #expect(found.dialect.head.firstRow == 3)
    }

    @Test("Names that come again below groups are both")
    func groups() throws {
        let head = [",Hall 1,,Hall 2,", "time,T,RH,T,RH"]
        let found = try schema(head + rows(20) { "\(time($0)),2\($0).5,40,19.\($0),5\($0)" })
        #expect(
            found.columns.map(\.name) == ["time", "Hall 1 T", "Hall 1 RH", "Hall 2 T", "Hall 2 RH"])
    }

    @Test("A table within the preamble is not the table")
    func tableInPreamble() throws {
        let head = [
            "Vendor,ACME", "Channel,Name,Range,Unit", "CH1,inlet,20,mV", "CH2,outlet,50,mV",
            "No.,stamp,inlet,outlet", "NO.,time,mV,mV",
        ]
        let found = try schema(head + rows(30) { "\($0 + 1),\(time($0)),+  0.\($0 + 10),1.\($0)" })
        #expect(found.columns.map(\.name) == ["No.", "stamp", "inlet", "outlet"])
        #expect(found.columns.map(\.role)[1...] == [.time, .metric, .metric])
        #expect(found.columns[2].unit == "mV")
    }

    @Test("A first row whose time does not exist is a row all the same")
    func damagedFirstRow() throws {
        let found = try schema(
            ["time,a", "2024-02-30 00:00:00,1"] + rows(20) { "\(time($0)),\($0)" })
        #expect(found.dialect.head == HeadLines(names: 0, firstRow: 1))
    }

    @Test(
        "Zones in a name or a preamble",
        arguments: [
            ("Date Time, GMT-07:00", "GMT-0700"), ("Time (UTC)", "UTC"),
            ("time [UTC+1]", "GMT+0100"),
            ("timestamp (Europe/Berlin)", "Europe/Berlin"), ("Time (s)", nil), ("date", nil),
        ] as [(String, String?)])
    func zones(name: String, zone: String?) throws {
        let found = try schema(
            ["\"\(name)\",temp"] + rows(20) { "\(time($0)),2\($0).5" })
        #expect(found.facts.timeZone == zone)
    }
}

@Suite("Several tables in one file")
struct TableSectionsTests {
    private func read(
        _ lines: [String], table: Int? = nil
    ) throws -> (schema: FileSchema, rows: [[String]]) {
        let correction = SchemaCorrection(dialect: DialectCorrection(table: table))
        let cells = try CSVTable.cells(
            bytes: Array((lines.joined(separator: "\n") + "\n").utf8), fileName: "x.csv",
            correction: correction)
        return (cells.schema, cells.rows)
    }

    private let mixed =
        ["$COL,GYRO,time,wx,wy", "$COL,AIR,time,pressure"]
        + (0..<20).flatMap { index in
            ["$GYRO,\(index).5,0.\(index),1.\(index)"]
                + (index % 2 == 0 ? ["$AIR,\(index).6,99\(index)"] : [])
        }

    @Test("Records told apart by their first cell: the larger table, or the one asked for")
    func recordTypes() throws {
        let larger = try read(mixed)
        #expect(
            larger.schema.dialect.sections
                == TableSections(
                    kind: .recordType, names: ["$GYRO", "$AIR"], rows: [20, 10], taken: 0))
        #expect(larger.rows.count == 20)
        #expect(larger.schema.columns.map(\.name) == ["GYRO", "time", "wx", "wy"])
        let other = try read(mixed, table: 1)
        #expect(other.rows.count == 10)
        #expect(other.schema.columns.map(\.name) == ["AIR", "time", "pressure"])
    }

    private let stacked =
        ["host;time;rpm"] + (0..<6).map { "a;2024-03-04 00:0\($0):00;130\($0)" }
        + ["", "host;time;degC;limit"] + (0..<9).map { "a;2024-03-04 00:0\($0):00;4\($0).5;80" }
        + ["host;time;volt"] + (0..<4).map { "a;2024-03-04 00:0\($0):00;11.\($0)" }

    @Test("Tables below names of their own")
    func stackedTables() throws {
        let larger = try read(stacked)
        #expect(larger.schema.dialect.sections?.names == ["rpm", "degC, limit", "volt"])
        #expect(larger.schema.dialect.sections?.taken == 1)
        #expect(larger.rows.count == 9)
        let first = try read(stacked, table: 0)
        #expect(first.rows.map(\.count) == Array(repeating: 3, count: 6))
        #expect(first.schema.columns.map(\.name) == ["host", "time", "rpm"])
    }

    @Test("Names that come again begin no other table; a word of error is no name")
    func oneTable() throws {
        let rows = (0..<8).map { "a,2024-03-04 00:0\($0):00,1\($0).5" }
        let again = ["host,time,temp"] + rows + ["host,time,temp"] + rows
        #expect(try read(again).schema.dialect.sections == nil)
        let damaged = ["host,time,temp"] + rows + ["a,overflow,ERROR"] + rows
        #expect(try read(damaged).schema.dialect.sections == nil)
    }

    @Test("Only the rows of the table are read from the file, under the file's own lines")
    func reading() throws {
        let text = stacked.joined(separator: "\r\n")
        let url = FileManager.default.temporaryDirectory.appending(
            path: "sections-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let schema = try SchemaInference.infer(url: url)
        var lines: [Int] = []
        let report = try CSVReader(url: url, schema: schema).read { batch in
            lines += (0..<batch.count).map { batch.lines[$0] }
        }
        #expect(report.rowsRead == 9 && report.rowsRefused == 0)
        #expect(lines == Array(10...18))
    }
}
