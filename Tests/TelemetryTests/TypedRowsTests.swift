import Foundation
import Testing
import Values

@testable import Telemetry

@Suite("Rows as a table of a database holds them")
struct TypedRowsTests {
    private struct Table {
        var layout: TypedLayout
        var rows: TypedRows
        var report: FileReport
    }

    private func table(
        _ text: String, name: String = "rows.csv", correction: SchemaCorrection = SchemaCorrection()
    ) throws -> Table {
        let file = try TemporaryFile(Array(text.utf8), name: name)
        let schema = try SchemaInference.infer(url: file.url, correction: correction)
        let layout = try TypedLayout(schema)
        var read: [TypedRows] = []
        let report = try CSVReader(url: file.url, schema: schema)
            .readTyped(layout, device: "rows") { read.append($0) }
        return Table(layout: layout, rows: try #require(read.first), report: report)
    }

    private func texts(_ cells: TypedRows.Cells) -> [String] {
        guard case .texts(let column) = cells else { return [] }
        return column.indices.map { column.names[Int($0)] }
    }

    private func numbers(_ cells: TypedRows.Cells) -> [Double] {
        guard case .numbers(let values) = cells else { return [] }
        return values
    }

    @Test("keep counters as they stand, flags and codes as written, and refuse what files refuse")
    func wide() throws {
        let rows = (0..<60).map { row in
            "2025-01-01 00:\(row / 10)\(row % 10):00,p\(row % 2),\(20 + row % 7).5,\(1_000 + row * 3),\(row == 5 ? "E7" : ""),\(row % 9 == 0 ? "yes" : "no")\n"
        }
        let text = "time,device,temperature,energy_total,error_code,is_open\n" + rows.joined()
        let table = try table(text + "never,p1,20,1200,,no\n")
        #expect(table.rows.count == 60)
        #expect(table.report.rowsRefused == 1)
        #expect(
            table.layout.columns.map(\.name) == [
                "time", "device", "temperature", "energy_total", "error_code", "is_open",
            ])
        #expect(table.layout.columns[0].kind == .moment)
        #expect(table.layout.device == [1] && table.layout.time == 0)
        #expect(numbers(table.rows.columns[0])[1] == 1_735_689_660)
        #expect(texts(table.rows.columns[1])[..<3] == ["p0", "p1", "p0"])
        #expect(numbers(table.rows.columns[3])[..<3] == [1_000, 1_003, 1_006])
        #expect(texts(table.rows.columns[4])[5] == "E7")
    }

    @Test("put long tables together again")
    func long() throws {
        let values = (0..<90).map { Double($0 * 7_919 % 101) / 4 }
        let rows = values.enumerated().map { row, value in
            "2025-01-01 00:\(row / 30)\(row / 3 % 10):00,p1,\(["heat", "speed", "load"][row % 3]),\(value)\n"
        }
        let table = try table("time,device,signal,value\n" + rows.joined())
        let column = try #require(table.layout.columns.firstIndex { $0.name == "value" })
        #expect(numbers(table.rows.columns[column]) == values)
        let names = try #require(table.layout.columns.firstIndex { $0.name == "signal" })
        #expect(texts(table.rows.columns[names])[..<3] == ["heat", "speed", "load"])
    }

    @Test("keep numbers that nobody uses as numbers, and lists of devices without times")
    func lists() throws {
        let unused = try table(
            "time,device,load,row\n"
                + (0..<50).map {
                    "2025-01-01 00:00:\($0 / 10)\($0 % 10),p1,\($0 * 37 % 11).5,\($0)\n"
                }
                .joined(), correction: SchemaCorrection(roles: ["row": .ignore]))
        #expect(unused.layout.columns[3].kind == .number)
        #expect(numbers(unused.rows.columns[3]) == (0..<50).map(Double.init))
        let list = try table(
            "device,model,site\n" + (1...30).map { "pump-\($0),m\($0 % 3),s\($0 % 2)\n" }.joined(),
            name: "pumps.csv")
        #expect(list.layout.time == nil)
        #expect(list.layout.columns.map(\.kind) == [.text, .text, .text])
        #expect(list.rows.count == 30)
    }

    @Test("have one column of times, and the file's name where rows name no device")
    func made() throws {
        let rows = (0..<50).map { row in
            "01.02.2025,00:\(row / 10)\(row % 10),\(row),\(row % 5)\n"
        }
        let table = try table(
            "date,clock,pressure,device\n" + rows.joined(),
            correction:
                SchemaCorrection(roles: ["device": .metric]))
        #expect(table.layout.columns.map(\.name) == ["time", "device_", "pressure", "device"])
        #expect(numbers(table.rows.columns[0])[1] == 1_738_368_060)
        #expect(Set(texts(table.rows.columns[1])) == ["rows"])
    }

    @Test("keep numbers that mean missing, long numbers as text, and free names")
    func exact() throws {
        let rows = (0..<60).map { row in
            "2025-01-01 00:00:\(row / 10)\(row % 10),p1,\(row % 20 == 3 ? "-9999" : "\(row * 37 % 11).5"),\(9_007_199_254_740_993 + row * 1_000_003)\n"
        }
        let file = try TemporaryFile("time,device,load,serial\n" + rows.joined())
        let schema = try SchemaInference.infer(
            url: file.url, correction: SchemaCorrection(roles: ["serial": .ignore]))
        let layout = try TypedLayout(schema, reserved: "load")
        #expect(layout.columns.map(\.name) == ["time", "device", "load_", "serial"])
        #expect(layout.columns[3].kind == .text)
        var read: [TypedRows] = []
        _ = try CSVReader(url: file.url, schema: schema).readTyped(layout, device: "") {
            read.append($0)
        }
        let first = try #require(read.first)
        #expect(numbers(first.columns[2])[3] == -9_999)
        #expect(texts(first.columns[3])[0] == "9007199254740993")
        #expect(Set(first.hashes).count > 50)
    }

    @Test("are refused where only their order tells them apart")
    func noKeys() throws {
        let rows = (0..<50).map { "\($0 % 7).5,\($0 % 11)\n" }
        #expect(throws: TypedLayout.Refusal.noKeys) {
            try table("pressure,flow\n" + rows.joined())
        }
    }
}
