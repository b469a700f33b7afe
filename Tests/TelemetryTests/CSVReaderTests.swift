import Foundation
import Testing
import Values
@testable import Telemetry

/// A file that exists while a test runs.
final class TemporaryFile {
    let url: URL

    init(_ bytes: [UInt8], name: String = "data.csv") throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("telemetry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
    }

    convenience init(_ text: String, name: String = "data.csv") throws {
        try self.init(Array(text.utf8), name: name)
    }

    func append(_ text: String) throws {
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    deinit {
        try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }
}

/// All batches of a file put together.
struct WholeFile: Equatable {
    var lines: [Int] = []
    var times: [Double] = []
    var devices: [String] = []
    var metrics: [[Double?]] = []
    var codes: [[String]] = []
    var severities: [String] = []
    var labels: [Bool] = []

    mutating func append(_ batch: RecordBatch) {
        lines += batch.lines
        times += batch.times
        devices += batch.devices.texts
        if metrics.isEmpty { metrics = batch.metrics.map { _ in [] } }
        for (index, values) in batch.metrics.enumerated() {
            metrics[index] += values.map { $0.isNaN ? nil : $0 }
        }
        if codes.isEmpty { codes = batch.codes.map { _ in [] } }
        for (index, column) in batch.codes.enumerated() { codes[index] += column.texts }
        severities += batch.severity?.texts ?? []
        labels += batch.labels ?? []
    }
}

extension DictionaryColumn {
    var texts: [String] { indices.map { names[Int($0)] } }
}

@Suite("Reading files")
struct CSVReaderTests {
    private func read(
        _ file: TemporaryFile, options: ReadOptions = ReadOptions(),
        correction: SchemaCorrection? = nil
    ) throws -> (WholeFile, FileReport) {
        let schema = try SchemaInference.infer(
            url: file.url, correction: correction, options: options)
        var whole = WholeFile()
        let report = try CSVReader(url: file.url, schema: schema, options: options).read {
            whole.append($0)
        }
        return (whole, report)
    }

    private func fleet(_ rows: Int, quoted: Bool = false) -> String {
        "time,device,error_code,severity,temp_c,ok\n"
            + (0..<rows).map { row in
                let minute = row % 60
                let hour = row / 60 % 24
                let time =
                    "2024-05-01 \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
                let device = quoted ? "\"pump \(row % 3),\nhall\"" : "pump \(row % 3)"
                return
                    "\(time),\(device),\(row % 9 == 0 ? "E\(row % 2)" : ""),\(row % 9 == 0 ? "error" : "info"),\(row % 50).\(row % 10),\(row % 2 == 0)\n"
            }.joined()
    }

    @Test("Typed columns hold what the cells say")
    func typed() throws {
        let file = try TemporaryFile(fleet(100))
        let (whole, report) = try read(file)
        #expect(report.rowsRead == 100 && report.rowsKept == 100 && report.issueCount == 0)
        #expect(whole.times[1] - whole.times[0] == 60)
        #expect(whole.devices[4] == "pump 1")
        #expect(whole.metrics[0][13] == 13.3)
        #expect(whole.metrics[1][0] == 1 && whole.metrics[1][1] == 0)
        #expect(whole.codes[0][0] == "E0" && whole.codes[0][1] == "")
        #expect(whole.severities[0] == "error")
        #expect(whole.lines == Array(2...101))
        #expect(report.medianStep == 180)
        #expect(report.preview.count == 21)
        #expect(report.signals.map(\.name) == ["temp_c", "ok"])
        #expect(report.signals[0].unit == "°C" && report.signals[0].count == 100)
    }

    @Test(
        "The number of workers and the size of chunks change nothing",
        arguments: [false, true], [(1, 4096), (2, 5000), (4, 1 << 20)])
    func chunks(quoted: Bool, way: (workers: Int, size: Int)) throws {
        let file = try TemporaryFile(fleet(2_000, quoted: quoted))
        let (whole, report) = try read(file)
        var options = ReadOptions()
        options.workers = way.workers
        options.chunkSize = way.size
        let (other, otherReport) = try read(file, options: options)
        #expect(whole == other)
        #expect(report.contentHash == otherReport.contentHash)
        #expect(report.duplicateRows == otherReport.duplicateRows)
        #expect(report.resume == otherReport.resume)
        if quoted { #expect(whole.devices[0] == "pump 0,\nhall" && whole.lines[1] == 4) }
    }

    @Test("Bad rows and cells are told with line, column and value; the good ones survive")
    func issues() throws {
        let rows = (10..<60).map { "2024-05-01 00:00:\($0),a,\($0).5\n" }.joined()
        let bad =
            "2024-05-01 00:02:00,a,oops\n2024-05-01 00:02:01,a\n2024-05-01 00:02:02,a,1,2\n"
            + "yesterday,a,3\n,a,4\n2024-05-01 00:02:05,,5\n2024-05-01 00:02:06,a,1e999\n,,\n"
            + "2024-05-01 00:02:08,a,7,,\n"
        let file = try TemporaryFile("time,device,value\n" + rows + bad)
        let (whole, report) = try read(file)
        #expect(report.rowsRead == 58)
        #expect(report.rowsKept == 53)
        #expect(report.rowsRefused == 5)
        #expect(report.cellsRefused == 2)
        #expect(whole.metrics[0].suffix(3) == [nil, nil, 7])
        #expect(
            report.issues == [
                RowIssue(
                    line: 52, column: "value", value: "oops", reason: .notANumber, refusesRow: false
                ),
                RowIssue(
                    line: 53, column: nil, value: "2024-05-01 00:02:01,a",
                    reason: .tooFewFields(expected: 3, found: 2), refusesRow: true),
                RowIssue(
                    line: 54, column: nil, value: "2024-05-01 00:02:02,a,1,2",
                    reason: .tooManyFields(expected: 3, found: 4), refusesRow: true),
                RowIssue(
                    line: 55, column: "time", value: "yesterday", reason: .notATime,
                    refusesRow: true),
                RowIssue(
                    line: 56, column: "time", value: "", reason: .missingTime, refusesRow: true),
                RowIssue(
                    line: 57, column: nil, value: "", reason: .missingDevice, refusesRow: true),
                RowIssue(
                    line: 58, column: "value", value: "1e999", reason: .numberOutOfRange,
                    refusesRow: false),
            ])
    }

    @Test("An open quote costs its own row only")
    func openQuote() throws {
        let rows = (10..<60).map { "2024-05-01 00:00:\($0),a,\($0).5\n" }.joined()
        let file = try TemporaryFile("time,device,value\n2024-05-01 00:00:00,\"a,1\n" + rows)
        let (whole, report) = try read(file)
        #expect(whole.times.count == 50)
        #expect(report.issues.map(\.reason) == [.openQuote])
        #expect(report.issues[0].line == 2)
    }

    @Test("Times without a zone are taken in the given one, doubtful ones are told")
    func zones() throws {
        let text = """
            time,v
            2024-03-31 01:30:00,1
            2024-03-31 02:30:00,2
            2024-03-31 03:30:00,3
            2024-10-27 02:30:00,4
            2024-12-01 12:00:00,5

            """
        let file = try TemporaryFile(text)
        let (whole, report) = try read(file, options: ReadOptions(timeZone: "Europe/Berlin"))
        #expect(whole.times[0] == 1_711_845_000)
        #expect(whole.times[2] == 1_711_848_600)
        #expect(whole.times[4] == 1_733_050_800)
        #expect(report.issues.map(\.reason) == [.clockChange, .clockChange])
        #expect(report.issues.map(\.line) == [3, 5])
        #expect(report.rowsKept == 5)
        #expect(throws: LoadError.unknownTimeZone("Mars/Base")) {
            try read(file, options: ReadOptions(timeZone: "Mars/Base"))
        }
    }

    @Test("`1.0` and `1` name the same device, 007 another than 7")
    func deviceNames() throws {
        let file = try TemporaryFile(
            "time,machineID,v\n"
                + (10..<40).map { "2024-05-01 00:00:\($0),\($0 % 3).0,\($0)\n" }.joined())
        let (whole, _) = try read(file)
        #expect(Set(whole.devices) == ["0", "1", "2"])
        #expect(DeviceNames.normalised("7.0") == "7")
        #expect(DeviceNames.normalised("007") == nil)
        #expect(DeviceNames.normalised("10.50") == nil)
    }

    @Test("A device called NA stays a device")
    func deviceNA() throws {
        let file = try TemporaryFile(
            "time,device,v\n"
                + (10..<40).map { "2024-05-01 00:00:\($0),\($0 % 2 == 0 ? "NA" : "EU"),NA\n" }
                .joined()
                + "2024-05-01 00:01:00,EU,5\n")
        let (whole, _) = try read(file)
        #expect(whole.devices[0] == "NA")
        #expect(whole.metrics[0][0] == nil)
    }

    @Test("A file that grew is continued where it ended")
    func resume() throws {
        let file = try TemporaryFile(fleet(100))
        let (whole, report) = try read(file)
        let point = try #require(report.resume)
        let reader = CSVReader(url: file.url, schema: report.schema)
        #expect(reader.canResume(from: point))
        try file.append("2024-05-02 00:00:00,pump 1,,info,5.5,true\n")
        #expect(reader.canResume(from: point))
        var more = WholeFile()
        let next = try reader.read(from: point) { more.append($0) }
        #expect(more.times.count == 1 && next.rowsRead == 1)
        #expect(more.lines == [102])
        #expect(more.metrics[0] == [5.5])
        var all = WholeFile()
        let again = try reader.read { all.append($0) }
        #expect(all.times.count == whole.times.count + 1)
        #expect(again.contentHash == next.contentHash)
    }

    @Test("A file that was rewritten, or whose last row was unfinished, is not continued")
    func noResume() throws {
        let file = try TemporaryFile("time,v\n2024-05-01 00:00:00,1\n2024-05-01 00:00:10,2")
        let (_, report) = try read(file)
        let point = try #require(report.resume)
        #expect(point.endsInsideRow)
        let reader = CSVReader(url: file.url, schema: report.schema)
        #expect(reader.canResume(from: point))
        try file.append("5\n")
        #expect(!reader.canResume(from: point))
        let other = try TemporaryFile("time,v\n2024-05-01 00:00:00,1\n2024-05-01 00:00:10,3\n")
        #expect(!CSVReader(url: other.url, schema: report.schema).canResume(from: point))
    }

    @Test("Repeats of a row and steps back are counted, across chunks too")
    func order() throws {
        var text = "time,device,v\n"
        for row in 0..<400 {
            let minute = row % 60 < 10 ? "0\(row % 60)" : "\(row % 60)"
            text += "2024-05-01 0\(row / 60):\(minute):00,a,\(row).5\n"
            if row % 50 == 0 { text += "2024-05-01 0\(row / 60):\(minute):00,a,\(row).5\n" }
        }
        text += "2024-05-01 00:00:00,a,1\n"
        let file = try TemporaryFile(text)
        var options = ReadOptions()
        options.chunkSize = 4096
        let (_, report) = try read(file, options: options)
        #expect(report.duplicateRows == 8)
        #expect(report.outOfOrderRows == 1)
    }

    @Test("Rows behind a mark come as written")
    func rawRows() throws {
        let file = try TemporaryFile(fleet(300))
        let schema = try SchemaInference.infer(url: file.url)
        let reader = CSVReader(url: file.url, schema: schema)
        let page = try reader.rawRows(
            where: { time, device in device == "pump 2" && time >= 1_714_521_600 + 3600 },
            offset: 1,
            limit: 2)
        #expect(page.total == 80)
        #expect(page.header == ["time", "device", "error_code", "severity", "temp_c", "ok"])
        #expect(page.rows.map(\.line) == [67, 70])
        #expect(
            page.rows[0].cells == ["2024-05-01 01:05:00", "pump 2", "", "info", "15.5", "false"])
    }

    @Test("UTF-16 and code pages are read like UTF-8")
    func encodings() throws {
        let text =
            "time,Gerät,v\n"
            + (10..<50).map { "2024-05-01 00:00:\($0),Säge \($0 % 2),\($0).5\n" }.joined()
        let (plain, _) = try read(try TemporaryFile(text))
        let units = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + units
        let (utf16, report) = try read(try TemporaryFile(wide))
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let (windows, _) = try read(try TemporaryFile(latin))
        #expect(utf16 == plain && windows == plain)
        #expect(plain.devices[0] == "Säge 0")
        #expect(report.resume?.offset == wide.count)
    }

    @Test("No row at all, and no usable row, are errors")
    func nothing() throws {
        let file = try TemporaryFile("time,v\nx,1\ny,2\n")
        let schema = try SchemaInference.infer(
            url: file.url, correction: SchemaCorrection(roles: ["time": .time]))
        var bad = schema
        bad.time = .column(0)
        bad.columns[0].type = .time(TimeFormat(form: .yearFirst, pattern: ""))
        #expect(throws: LoadError.self) {
            try CSVReader(url: file.url, schema: bad).read { _ in }
        }
        #expect(throws: LoadError.cannotOpen(path: "/nonexistent/x.csv", errno: 2)) {
            try SchemaInference.infer(url: URL(fileURLWithPath: "/nonexistent/x.csv"))
        }
    }

    @Test("What the receiver throws comes through")
    func throwing() throws {
        struct Stop: Error {}
        let file = try TemporaryFile(fleet(500))
        let schema = try SchemaInference.infer(url: file.url)
        #expect(throws: Stop.self) {
            try CSVReader(url: file.url, schema: schema, options: ReadOptions(chunkSize: 4096)).read
            { _ in
                throw Stop()
            }
        }
    }
}
