import Foundation
import Testing
import Values

@testable import Telemetry

/// Columns of times in many writings, from `Tests/Reference/telemetry/times.py`.
@Suite("Times by what stands in the cells")
struct TimeGrammarTests {
    struct Case: Decodable, CustomTestStringConvertible {
        var name: String
        var cells: [String]
        /// Epoch or wall seconds, by Python.
        var values: [Double]
        var open: Bool?
        var zone: String?
        var year: Int?
        var count: String?
        var tolerance: Double?

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let url = SharedData.package.appendingPathComponent("Tests/Reference/telemetry/times.json")
        guard let data = try? Data(contentsOf: url) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test("Each writing gives the moments that Python gives", arguments: cases)
    func values(of example: Case) throws {
        let cells = example.cells.map { Array($0.utf8) }
        let found = try #require(
            TimeFormatInference(cells, filled: cells.count, named: true, dayFirst: nil))
        let wrong = zip(found.values, example.values).filter {
            !(abs($0 - $1) <= example.tolerance ?? 1e-4)
        }
        #expect(wrong.isEmpty, "\(found.format.pattern) \(wrong.prefix(3))")
        #expect(found.isAmbiguous == (example.open ?? false))
        #expect(found.format.assumedYear == example.year)
        if let zone = example.zone { #expect(found.format.zoneName == zone) }
        if let count = example.count { #expect(found.format.form.rawValue == count) }
        // What was found is what rows are read by.
        let parser = TimestampParser(found.format)
        for (cell, value) in zip(cells, found.values) {
            #expect(parser.parse(cell.span)?.seconds == value)
        }
    }

    @Test("The cases are all there")
    func count() {
        #expect(Self.cases.count > 100)
    }
}

/// Times of whole files.
@Suite("Times in a file's schema")
struct TimeSchemaTests {
    private func schema(_ text: String) throws -> FileSchema {
        try SchemaInference.infer(bytes: Array(text.utf8), fileName: "a.csv")
    }

    private func text(_ header: String, _ rows: [String]) -> String {
        ([header] + rows).joined(separator: "\n") + "\n"
    }

    @Test("Hours and minutes as one number stand beside a date of digits")
    func clockNumbers() throws {
        let clocks = ["0000", "0930", "1345", "2400"]
        let rows = clocks.map { "20240313,\($0),\(20 + $0.count).5" }
        let text = text("Date,Time,Temperature", rows)
        let schema = try schema(text)
        #expect(schema.time == .dateAndTime(date: 0, time: 1))
        let table = try CSVTable.cells(bytes: Array(text.utf8), fileName: "a.csv")
        let times = try table.typed().first { $0.name == "Time" }?.values
        #expect(times == [0, 34_200, 49_500, 86_400])
    }

    @Test("A counter, bytes and serial numbers are no times")
    func noTimes() throws {
        let header = "id,bytes_sent,serial,ratio"
        let rows = (1...30).map {
            "\($0 * 7),\(1_400_000_000 + $0 * 977),10.0.0.\($0),\($0):\($0 + 12)"
        }
        let schema = try schema(text(header, rows))
        for column in schema.columns {
            if case .time = column.type { Issue.record("\(column.name) is taken for a time") }
        }
    }

    @Test("Seconds that have passed are no days of Excel")
    func elapsed() throws {
        let rows = (0..<50).map { "\(30_000 + Double($0) / 8),\($0 % 7)" }
        let schema = try schema(text("Time,Temperature", rows))
        #expect(schema.time != .column(0))
    }

    @Test("Whole days as Excel counts them are dates under a name that says so, else a counter")
    func wholeDays() throws {
        let rows = (0..<40).map { "\(45_294 + $0),\($0 % 7).5" }
        let dates = try schema(text("Date,Temperature", rows))
        guard case .time(let format) = dates.columns[0].type else {
            Issue.record("no time")
            return
        }
        #expect(format.form == .excelSerial1900)
        let counter = try schema(text("Time,Temperature", rows))
        if case .time = counter.columns[0].type { Issue.record("a counter is taken for a time") }
    }

    @Test("A time of a calendar that is not known is named, not passed over")
    func notUnderstood() throws {
        let rows = (10..<40).map { "1402/12/23 09:\($0 + 10),\($0).5" }
        let schema = try schema(text("Timestamp,Temperature", rows))
        let notes = schema.notes.filter {
            if case .timeNotUnderstood("Timestamp", _) = $0 { true } else { false }
        }
        #expect(notes.count == 1)
    }

    @Test("A year that no row names is said")
    func yearNotNamed() throws {
        let rows = (10..<40).map { "Mar 13 09:\($0),\($0).5" }
        let schema = try schema(text("Timestamp,Temperature", rows))
        #expect(schema.notes.contains(.yearNotNamed(column: "Timestamp", year: 2000)))
    }

    @Test("A schema that was stored before keeps its meaning")
    func stored() throws {
        let old = #"{"form":"yearFirst","hasZone":false,"pattern":"YYYY-MM-DD"}"#
        let format = try JSONDecoder().decode(TimeFormat.self, from: Data(old.utf8))
        #expect(format == TimeFormat(form: .yearFirst, pattern: "YYYY-MM-DD"))
    }

    @Test("The zone that the rows name without an offset is theirs, summer time included")
    func ianaZone() throws {
        let rows = [
            "2024-03-13 09:50 Europe/Berlin,1.5", "2024-07-13 09:50 Europe/Berlin,2.5",
            "2024-12-13 09:50 Europe/Berlin,3.5",
        ]
        let text = text("Timestamp,Temperature", rows)
        let table = try CSVTable.cells(bytes: Array(text.utf8), fileName: "a.csv")
        // 08:50, 07:50 and 08:50 UTC.
        #expect(
            try table.typed().first?.values == [1_710_319_800, 1_720_857_000, 1_734_079_800])
        #expect(!table.schema.notes.contains(.naiveTimes))
    }

    @Test("Rows are read as the sample was, over the ends of chunks and New Year")
    func reading() throws {
        // 30 December 2023, 23:00 and on, without the year: 1999 and 2000 stand for the two.
        let rows = (0..<72).map { hour in
            let day = 30 + (23 + hour) / 24
            let month = day > 31 ? "Jan \(day - 31)" : "Dec \(day)"
            let clock = (23 + hour) % 24
            return "\(month) \(clock < 10 ? "0" : "")\(clock):00:00,\(hour).5"
        }
        let file = try TemporaryFile(text("Timestamp,Temperature", rows))
        let schema = try SchemaInference.infer(url: file.url)
        var times: [Double] = []
        let report = try CSVReader(
            url: file.url, schema: schema, options: ReadOptions(chunkSize: 256)
        ).read { times += $0.times }
        // 946594800 is 1999-12-30 23:00 UTC.
        #expect(times == (0..<72).map { 946_594_800 + Double($0) * 3_600 })
        #expect(report.issueCount == 0)
    }

    @Test("Counts from other epochs are read with a decimal point or comma, others are said")
    func counts() throws {
        // 45364 is 2024-03-13; one row every five minutes from 09:50.
        let days = (0..<60).map { 45_364 + Double(35_400 + $0 * 300) / 86_400 }
        let cells = days.map { String(format: "%.10f", $0) } + ["x", "-5"]
        let rows = cells.enumerated().map { "\($1.replacing(".", with: ","));\($0),5" }
        let file = try TemporaryFile(text("Zeit;Temperatur", rows))
        let schema = try SchemaInference.infer(url: file.url)
        var times: [Double] = []
        let report = try CSVReader(url: file.url, schema: schema).read { times += $0.times }
        #expect(times == (0..<60).map { 1_710_323_400 + Double($0) * 300 })
        #expect(report.issueCount == 2)
    }
}
