import Foundation
import Testing
import Values
@testable import Telemetry

/// Texts of tables for the tests below: rows of several devices at each of some moments.
private enum Text {
    static func time(_ index: Int) -> String {
        let (hour, minute) = (index / 6, index % 6)
        return
            "2024-03-\(hour < 24 ? "04" : "05") \(hour % 24 < 10 ? "0" : "")\(hour % 24):\(minute)0:00"
    }

    static func panel(
        _ head: String, moments: Int = 20, _ rows: (Int) -> [String]
    ) -> [UInt8] {
        let body = (0..<moments).flatMap { moment in rows(moment).map { "\(time(moment)),\($0)" } }
        return Array(([head] + body).joined(separator: "\n").utf8)
    }
}

@Suite("Devices by what settles the rows of a moment")
struct DeviceEvidenceTests {
    private func schema(_ text: [UInt8], _ name: String = "x.csv") throws -> FileSchema {
        try SchemaInference.infer(bytes: text, fileName: name)
    }

    @Test("A constant plant does not name the device where a key makes rows unique")
    func constantPlant() throws {
        let text = Text.panel("time,plant_id,source,kw") { moment in
            (0..<6).map { "77,Qx\($0)f,\(20 + $0).\(moment)" }
        }
        let found = try schema(text)
        #expect(found.device == .column(2))
        #expect(found.questions.isEmpty)
    }

    @Test("Gaps between the pieces of a large file's sample make no bursts of its rows")
    func largeFile() throws {
        let place = try TemporaryFolder()
        var text = "time,device,kw\n"
        for minute in 0..<2_400 {
            let (day, hour) = (1 + minute / 1_440, minute / 60 % 24)
            let stamp =
                "2024-03-0\(day) \(hour < 10 ? "0" : "")\(hour):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00"
            for device in 0..<20 { text += "\(stamp),pump-\(device),\(20 + minute % 7).5\n" }
        }
        try place.put("set/large.csv", text)
        let found = try SchemaInference.infer(
            url: place.folder.raw.appending(path: "set/large.csv"))
        #expect(found.device == .column(1))
        #expect(found.questions == [])
    }

    /// As samples of tables are: rows of every minute, then some with a code from any time.
    @Test("Single rows far from the others make no bursts of these")
    func singleRows() throws {
        var text = "time,device,kw,error_code\n"
        for device in 0..<6 {
            for minute in 0..<160 {
                let (hour, rest) = (minute / 60, minute % 60)
                text +=
                    "2024-03-01 0\(hour):\(rest < 10 ? "0" : "")\(rest):00,pump-\(device),\(20 + minute % 7).5,\n"
            }
        }
        for row in 0..<60 {
            text +=
                "2024-03-\(10 + row / 4) 1\(row % 4 * 3):17:00,pump-\(row % 6),21.5,E\(row % 4)\n"
        }
        let found = try schema(Array(text.utf8))
        #expect(found.device == .column(1))
        #expect(found.questions == [])
        #expect(found.columns[3].role == .code)
    }

    @Test("The same units under two sites are told apart by both columns")
    func sitesAndUnits() throws {
        let text = Text.panel("time,site,unit,kw") { moment in
            ["north", "south"].flatMap { site in
                (1...3).map { "\(site),\($0),\(20 + $0).\(moment)" }
            }
        }
        #expect(try schema(text).device == .composite([1, 2]))
    }

    @Test("Events that fall on one moment make no device of their codes")
    func events() throws {
        let text = Text.panel("time,machine,code") { moment in
            (0..<(1 + moment % 3)).map { "m\(moment % 4),E\(100 + $0)" }
        }
        let found = try schema(text, "errors.csv")
        #expect(found.device == .column(1))
        #expect(found.columns[2].role == .code)
    }

    @Test("Two columns that would both settle the rows are a question, and an answer settles it")
    func rivals() throws {
        let text = Text.panel("time,pump,motor,bar") { moment in
            // Which motor drives which pump changes from time to time.
            (0..<4).map { "p\($0),m\(($0 + moment / 5) % 4),\(2 + $0).\(moment)" }
        }
        let found = try schema(text)
        let question = try #require(found.questions.first { $0.subject == .device })
        #expect(
            question.answers.map(\.choice) == [
                .columns(["pump"], rowsPerMoment: 1), .columns(["motor"], rowsPerMoment: 1),
            ])
        let answered = try SchemaInference.infer(
            bytes: text, fileName: "x.csv", correction: question.answers[1].correction)
        #expect(answered.device == .column(2))
        #expect(answered.questions.isEmpty)
    }

    @Test("Where nothing settles the rows the program asks")
    func nothingSettles() throws {
        let text = Text.panel("time,line,kw") { moment in
            (0..<6).map { "L\($0 % 2),\(20 + $0).\(moment)" }
        }
        let question = try #require(try schema(text).questions.first { $0.subject == .device })
        #expect(question.answers.first?.choice == .columns(["line"], rowsPerMoment: 3))
    }
}

@Suite("What a table is, by its rows")
struct ShapeEvidenceTests {
    private func schema(_ text: [UInt8], _ name: String = "x.csv") throws -> FileSchema {
        try SchemaInference.infer(bytes: text, fileName: name)
    }

    /// Moments of a log: some minutes, then hours, then days apart.
    private func log(_ head: String, _ rows: Int = 60, _ row: (Int) -> String) -> [UInt8] {
        var seconds = 1_709_510_400.0
        let lines = (0..<rows).map { index in
            seconds +=
                [240, 3_700, 60, 91_000, 1_300, 17, 7_250][index % 7] * Double(1 + index % 5)
            return CivilTime(secondsSince1970: seconds).isoText(withTime: true) + "," + row(index)
        }
        return Array(([head] + lines).joined(separator: "\n").utf8)
    }

    @Test("Signals by ranges of their own; a position beside them is none")
    func signals() throws {
        let text = Text.panel("time,point,value,lat") { moment in
            zip(["PI1", "TI7", "FI3"], [2.0, 180, 41]).map {
                "\($0),\($1 + Double(moment % 5) / 10),47.\(moment)"
            }
        }
        let found = try schema(text)
        #expect(found.signals?.signals.map(\.name) == ["PI1", "TI7", "FI3"])
        #expect(found.columns[3].reason == .besideSignals)
    }

    @Test("Values of bad quality are missing", arguments: [("Good", "Bad"), ("192", "24")])
    func quality(good: String, bad: String) throws {
        let text = Text.panel("time,temp,quality") { moment in
            ["2\(moment % 9).5,\(moment % 5 == 0 ? bad : good)"]
        }
        let url = FileManager.default.temporaryDirectory.appending(
            path: "quality-\(UUID().uuidString).csv")
        try Data(text).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let schema = try SchemaInference.infer(url: url)
        #expect(schema.qualities == [RowQuality(column: 2, bad: [bad])])
        let report = try CSVReader(url: url, schema: schema).read { _ in }
        #expect(report.signals.map(\.missing) == [4] && report.signals.map(\.count) == [16])
    }

    @Test("Devices of one kind share a range: no signals")
    func devicesOfOneKind() throws {
        let text = Text.panel("time,point,value") { moment in
            (0..<5).map { "P\($0),\(40 + ($0 * 7 + moment * 3) % 11)" }
        }
        let found = try schema(text)
        #expect(found.signals == nil)
        #expect(found.device == .column(1))
    }

    @Test("A log of states at no rate is one of events, with the text that tells what happened")
    func statusLog() throws {
        let states = ["Ready", "Grid voltage low", "Manual stop", "Untwisting"]
        let found = try schema(
            log("stamp,state no,state text,remote,wind") { index in
                let state = (index * 5 + index / 3) % 4
                return
                    "\(state * 37),\(states[state]),\(index % 3 == 0),\(5 + index % 9).\(index % 10)"
            })
        #expect(found.shape == .events)
        #expect(found.columns(.code).map(\.name) == ["state text"])
        #expect(found.eventKind == .other)
    }

    @Test("Readings at no rate stay readings")
    func onChange() throws {
        let found = try schema(
            log("stamp,mode,temp,pressure") { index in
                "\(["auto", "manual"][index / 20 % 2]),2\(index % 9).\(index * 7 % 100),1.\(index * 13 % 97)"
            })
        #expect(found.shape == .telemetry)
        #expect(found.columns(.metric).map(\.name) == ["temp", "pressure"])
    }

    @Test("A column for each cause, one of them set in a row: codes")
    func causes() throws {
        let names = ["bearing", "seal", "winding", "unknown"]
        let found = try schema(
            log("date,unit," + names.joined(separator: ",")) { index in
                "u\(index % 7),"
                    + (0..<4).map { $0 == index * 3 % 4 ? "1" : "0" }.joined(separator: ",")
            }, "breakdowns.csv")
        #expect(found.shape == .events && found.eventKind == .failure)
        #expect(found.columns(.code).map(\.name) == names)
    }

    @Test("What lasts is counted from its beginning, a life at its end")
    func intervals() throws {
        let hour = { (index: Int) in
            CivilTime(secondsSince1970: 1_709_510_400 + Double(index) * 3_600).isoText(
                withTime: true)
        }
        let rows = (0..<20).map {
            "t\($0 % 3),\(hour($0 * 5)),\($0 == 19 ? "" : hour($0 * 5 + 2)),\($0 % 2 == 0 ? "Stop" : "Warning"),belt \($0 % 4)"
        }
        let alarms = try schema(
            Array((["turbine,start,end,status,message"] + rows).joined(separator: "\n").utf8))
        #expect(alarms.shape == .intervals && alarms.time == .column(1) && alarms.end == 2)
        #expect(alarms.columns(.severity).map(\.name) == ["status"])
        #expect(alarms.eventKind == .other)
        let lives = try schema(
            Array(
                (["disk,installed,removed,reason"]
                    + rows.dropLast().map {
                        $0.replacing(",Stop", with: "").replacing(",Warning", with: "")
                    })
                    .joined(separator: "\n").utf8))
        #expect(lives.shape == .intervals && lives.time == .column(2) && lives.end == nil)
    }

    @Test("Jobs are repairs, whatever their file is called")
    func workOrders() throws {
        let jobs = ["oil change", "belt replaced", "inspection"]
        let found = try schema(
            log("date,asset,work order,job,technician") { index in
                "A\(index % 5),W\(1_000 + index),\(jobs[index % 3]),T\(index % 4)"
            })
        #expect(found.shape == .events && found.eventKind == .repair)
    }

    @Test(
        "Severities of several languages, the gravest first",
        arguments: [
            ["Störung", "Warnung", "Hinweis"], ["авария", "предупреждение", "информация"],
            ["crítica", "advertencia", "informativo"], ["Critical", "Warning", "Info"],
        ])
    func severities(words: [String]) {
        #expect(words.map(SeverityWord.isError) == [true, false, false])
        #expect(words.map(SeverityWord.rank).sorted() == words.map(SeverityWord.rank))
        #expect(!SeverityWord.isKnown("error1") && SeverityWord.isKnown("[ERROR]"))
    }

    @Test("A comma file with decimal commas is refused with its numbers")
    func decimalCommas() {
        let rows = (0..<30).map { "\($0),0,1\($0 % 3 == 0 ? ",5" : ""),2" }
        let text = Array((["t,a,b,c"] + rows).joined(separator: "\n").utf8)
        #expect(throws: LoadError.decimalCommas(file: "x.csv", names: 4, fields: 5)) {
            try schema(text)
        }
    }
}
