import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Times that name no day of their own")
struct ElapsedTimeTests {
    /// 13 March 2024, midnight, on the wall clock.
    private static let day = 1_710_288_000.0

    private func read(
        _ lines: [String], name: String = "x.csv", chunkSize: Int? = nil
    ) throws -> (schema: FileSchema, times: [Double]) {
        let place = try TemporaryFolder()
        let text = lines.joined(separator: "\n") + "\n"
        try place.put("set/\(name)", text)
        let url = place.folder.raw.appending(path: "set/\(name)")
        var options = ReadOptions()
        if let chunkSize { options.chunkSize = chunkSize }
        let schema = try SchemaInference.infer(url: url, options: options)
        var times: [Double] = []
        _ = try CSVReader(url: url, schema: schema, options: options).read { times += $0.times }
        return (schema, times)
    }

    private func clock(_ minute: Int) -> String {
        let (hour, rest) = (minute / 60 % 24, minute % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    private func rows(_ count: Int, _ time: (Int) -> String) -> [String] {
        (0..<count).map { "\(time($0)),\(20 + $0 % 7).5" }
    }

    @Test("A day above the rows is that of their times of day, and midnight begins the next one")
    func dayAboveRows() throws {
        let head = ["124", "13/03/2024", "Address 53", "Time,Power (kW)"]
        let found = try read(head + rows(300) { clock(600 + 5 * $0) })
        #expect(found.times.first == Self.day + 36_000)
        #expect(found.times.last == Self.day + 36_000 + 299 * 300)
        #expect(found.schema.notes.contains(.startTaken(column: "Time", start: Self.day)))
    }

    @Test("The file's name gives the day where no line does, however the file is cut")
    func dayInName() throws {
        let lines = ["Time,Power (kW)"] + rows(900) { clock(600 + 5 * $0) }
        let whole = try read(lines, name: "log_20240313.csv")
        #expect(whole.times.first == Self.day + 36_000)
        let cut = try read(lines, name: "log_20240313.csv", chunkSize: 4_096)
        #expect(cut.times == whole.times)
    }

    @Test("Two days in the lines above are no day, and times of day go on from the first row")
    func twoDays() throws {
        let head = ["First: 2024-03-13", "Second: 2024-03-14", "Time,Power (kW)"]
        let found = try read(head + rows(60) { clock(600 + 5 * $0) })
        #expect(found.schema.time == .cycle(0))
        #expect(found.times.first == 36_000)
    }

    @Test("Seconds go on from the time of the trigger")
    func secondsFromTrigger() throws {
        let head = [
            "Trigger Time,'24-03-13 09:45:00", "Channel,2", "", "Time (s),Power (kW),State",
        ]
        let lines = (0..<40).map { "\(Double($0) / 2),\(20 + $0 % 7).5,\($0 % 2)" }
        let found = try read(head + lines)
        #expect(found.times.first == Self.day + 35_100)
        #expect(found.times.last == Self.day + 35_100 + 19.5)
    }

    @Test("A day without a time of day is no start: seconds count from the first row")
    func dayIsNoStart() throws {
        let head = ["Date,13/03/2024", "Channel,2", "", "Time (s),Power (kW),State"]
        let lines = (0..<40).map { "\(Double($0) / 2),\(20 + $0 % 7).5,\($0 % 2)" }
        let found = try read(head + lines)
        #expect(found.schema.time == .cycle(0))
        #expect(found.times.last == 19.5)
    }

    @Test("A column may name its own epoch")
    func epochInName() throws {
        let head = ["time (hours since 1900-01-01 00:00),Power (kW)"]
        let found = try read(head + rows(40) { "\(1_088_832 + $0)" })
        #expect(found.times.first == Double(1_088_832 * 3_600) - 2_208_988_800)
    }

    @Test("Durations beyond a day count from the first row")
    func durations() throws {
        let found = try read(["Elapsed,Power (kW)"] + rows(40) { "\($0):30:00" })
        #expect(found.schema.time == .cycle(0))
        #expect(found.times.last == 142_200.0)
        #expect(found.schema.shape == .telemetry)
    }

    @Test("A date that stands only in the first row of a day holds for those below")
    func dateHolds() throws {
        let lines = (0..<96).map { row in
            let date = row % 48 == 0 ? "\(13 + row / 48).03.2024" : ""
            return "\(date);\(clock(30 * (row % 48)));\(20 + row % 7),5"
        }
        let found = try read(["Datum;Uhrzeit;Leistung (kW)"] + lines)
        #expect(found.times.count == 96)
        #expect(found.times.last == Self.day + 86_400 + 84_600)
    }

    @Test("The beginning is read of an interval in one cell")
    func interval() throws {
        let head = ["MTU (CET/CEST),Load (MW)"]
        let found = try read(
            head + rows(23) { "13.03.2024 \(clock(60 * $0)) - 13.03.2024 \(clock(60 * $0 + 60))" })
        #expect(found.schema.facts.timeZone == "Europe/Berlin")
        #expect(found.times.count == 23)
        #expect(found.times[1] - found.times[0] == 3_600)
    }

    @Test("Years of the Buddhist era are 543 before ours")
    func buddhistYears() throws {
        let found = try read(["Date,Power (kW)"] + rows(40) { "13/3/2567 \(clock(5 * $0)):00" })
        #expect(found.times.first == Self.day)
    }

    @Test(
        "Durations as text",
        arguments: [
            ("49:40:00", 178_800.0), ("0:00:05.25", 5.25), ("1d 02:03:04.00", 93_784),
            ("2.03:04:05", 183_845), ("0:05", 300),
        ])
    func text(text: String, seconds: Double) {
        let bytes = Array(text.utf8)
        #expect(ElapsedText.seconds(bytes.span) == seconds)
    }

    @Test("Other texts are no durations", arguments: ["", "5", "1:2", "1:99", "a:00", "1:00:00x"])
    func otherText(text: String) {
        let bytes = Array(text.utf8)
        #expect(ElapsedText.seconds(bytes.span) == nil)
    }
}
