import Reports
import Samples
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

    @Test("With semicolons numbers have decimal commas, and cells with semicolons are quoted")
    func semicolons() {
        var writer = CSVWriter()
        writer.form = .semicolons
        writer.row([.number(0.5), .text("a;b"), .text("a,b"), .written("1.25"), .written("v1.2")])
        // A negative number is one in this form too, and no formula.
        writer.row([.written("-1.25"), .written("-1.25+x"), .number(-0.5)])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "0,5;\"a;b\";a,b;1,25;v1.2\r\n-1,25;'-1.25+x;-0,5\r\n")
    }

    @Test("Times are dates on the clock of the set, and numbers of other axes")
    func moments() throws {
        let berlin = try #require(Zone(named: "Europe/Berlin"))
        let cells: [TableCell] = [.moment(1_420_268_400), .moment(.nan)]
        func text(_ axis: TimeKind) -> String {
            var writer = CSVWriter()
            writer.form = CSVForm.commas.dated(axis, berlin)
            writer.row(cells)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
        #expect(
            text(.time(zone: "Europe/Berlin", isStated: true)) == "2015-01-03 08:00:00,\r\n")
        #expect(text(.cycle) == "1420268400,\r\n")
        #expect(
            CSVForm.commas.dated(.time(zone: "UTC", isStated: true), .utc).moment(0.25)
                == "1970-01-01 00:00:00.250")
    }

    @Test("Devices tell their attributes and the last value of each reading")
    func devices() throws {
        let sample = Sample(.rich)
        var report = sample.overview
        report.attributes = ["site"]
        report.devices = Array(report.devices.prefix(1))
        report.devices[0].attributes = ["North"]
        report.devices[0].latest = sample.context.metrics.indices.map { Double($0) + 0.5 }
        let text = String(
            decoding: try CSVExport(DevicesExport(report, sample.context)).content(),
            as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 2)
        let names = sample.context.metrics.map { "latest_" + $0.name }
        #expect(lines[0].hasSuffix((["attribute_site"] + names).joined(separator: ",")))
        #expect(lines[1].contains(",North,0.5,1.5"))
    }

    @Test("Rows keep their cells as written and name their line")
    func rows() throws {
        let page = RowPage(
            file: "a.csv", header: ["t", "v"],
            rows: [.init(line: 7, cells: ["2026-01-01", "007"])], total: 1, files: ["a.csv"])
        let text = String(decoding: try CSVExport(RowsExport(page)).content(), as: UTF8.self)
        #expect(text == "line,t,v\r\n7,2026-01-01,007\r\n")
    }

    @Test("Parts have a line each; what is not known is empty")
    func parts() throws {
        let code = CodeRef(index: 0, kind: .failure, name: "comp1", rank: 0)
        let lives = PartLives(
            end: 1_000, horizon: 100, span: 300, codes: [], tooFew: [],
            risks: [
                .init(
                    device: DeviceRef(index: 0, name: "7"), code: code, age: 250,
                    probability: .init(value: 0.5, low: 0.25, high: 0.75), isPastLife: true),
                .init(
                    device: DeviceRef(index: 1, name: "8"), code: code, age: 50, probability: nil,
                    isPastLife: false),
            ])
        let lines = String(decoding: try CSVExport(PartsExport(lives)).content(), as: UTF8.self)
            .split(separator: "\r\n")
        #expect(lines.count == 3 && lines[0].hasPrefix("device,code,as_of,age,within,probability"))
        #expect(lines[1] == "7,comp1,1000,250,100,0.5,0.25,0.75,1")
        #expect(lines[2] == "8,comp1,1000,50,100,,,,0")
        #expect(try CSVExport(PartsExport(nil)).content().count == lines[0].utf8.count + 2)
    }

    private func text(of cells: [String]) -> String {
        var writer = CSVWriter()
        writer.row(cells.map { .text($0) })
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
