import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Files of one set that say the same in different ways")
struct SpellingTests {
    private func text(_ names: [String], at hour: Int) -> String {
        (0..<24).reduce(into: "time,pump,bar\n") { text, step in
            for (place, name) in names.enumerated() {
                text +=
                    "2024-03-0\(hour) \(step < 10 ? "0" : "")\(step):00:00,\(name),\(place + step % 5).5\n"
            }
        }
    }

    private func load(_ place: TemporaryFolder) throws -> LoadedDataset {
        try DataLoader.load(try place.folder.dataset("set"))
    }

    @Test("Other spellings of devices are a question, whose answer makes them the same")
    func spellings() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", text(["PUMP-07", "PUMP-08", "PUMP-11"], at: 4))
        try place.put("set/b.csv", text(["pump 7", "pump 8", "pump 11"], at: 5))
        let apart = try load(place)
        #expect(apart.source.catalog.devices.count == 6)
        let question = try #require(
            apart.report.files.flatMap(\.schema.questions).first {
                $0.subject == .sameDevices(file: "a.csv")
            })
        let same = try #require(question.answers.last)
        #expect(same.correction.deviceNames?["pump 7"] == "PUMP-07")
        let data = try JSONEncoder().encode(same.correction)
        try place.put("set/b.csv.schema.json", String(decoding: data, as: UTF8.self))
        let joined = try load(place)
        #expect(joined.source.catalog.devices.map(\.name) == ["PUMP-07", "PUMP-08", "PUMP-11"])
        #expect(joined.report.files.flatMap(\.schema.questions) == [])
    }

    @Test("Other devices are no question")
    func others() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", text(["PUMP-07", "PUMP-08", "PUMP-11"], at: 4))
        try place.put("set/b.csv", text(["FAN-07", "FAN-08", "FAN-11"], at: 5))
        let files = try load(place).report.files
        #expect(files.flatMap(\.schema.questions) == [])
    }
}

@Suite("What stands beside the readings")
struct BesideTests {
    @Test("What a repair took and cost is no reading of the device")
    func details() throws {
        let lines = (0..<40).map { row in
            let (month, day) = (1 + row / 12, 1 + (row * 7 + row * row % 5) % 12 + row % 12)
            return
                "2024-0\(month)-\(day < 10 ? "0" : "")\(day) 0\(row % 9):1\(row * 3 % 7):00,m\(row % 4),\(["oil", "belt", "seal"][row * 7 % 3]),\(row % 6).5,\(40 + row * 31 % 97)"
        }
        let text = (["when,machine,work,took (h),price (€)"] + lines).joined(separator: "\n")
        let schema = try SchemaInference.infer(bytes: Array(text.utf8), fileName: "x.csv")
        #expect(schema.shape == .events)
        #expect(schema.columns.filter { $0.reason == .eventDetail }.map(\.index) == [3, 4])
    }

    @Test("Words of on and off name no device, and the seconds of a test are no reading")
    func statesAndSeconds() throws {
        let lines = (0..<40).map { row in
            let minute = row < 10 ? "0\(row)" : "\(row)"
            return
                "2024-03-04 06:\(minute):00,\(row % 9 < 5 ? "on" : "off"),\(row % 20 * 60).0,4\(row % 7).5"
        }
        let text = (["time,pump,step time (s),bar"] + lines).joined(separator: "\n")
        let schema = try SchemaInference.infer(bytes: Array(text.utf8), fileName: "x.csv")
        #expect(schema.device == .fileName)
        #expect(schema.columns[2].reason == .followsTime)
        #expect(schema.columns[3].role == .metric)
    }

    @Test("A status behind each reading is about that one")
    func statusPairs() throws {
        let lines = (0..<40).map {
            let minute = $0 < 10 ? "0\($0)" : "\($0)"
            return
                "2024-03-04 06:\(minute):00,4\($0 % 7).5,\($0 < 4 ? "Bad" : "Good"),9\($0 % 5).1,Good"
        }
        let text = (["time,a,a status,b,b status"] + lines).joined(separator: "\n")
        let schema = try SchemaInference.infer(bytes: Array(text.utf8), fileName: "x.csv")
        #expect(schema.qualities == [RowQuality(column: 2, bad: ["Bad"], value: 1)])
        #expect(schema.columns.filter { $0.role == .metric }.map(\.name) == ["a", "b"])
    }

    @Test(
        "A second time that ends what began at the first makes an interval, whatever it is called")
    func ends() throws {
        var lines: [String] = []
        var minute = 0
        for row in 0..<40 {
            minute += 37 + row * 53 % 211
            let stamp = { (minute: Int) in
                let (hour, rest) = (minute / 60, minute % 60)
                return
                    "2024-03-\(hour / 24 + 10) \(hour % 24 < 10 ? "0" : "")\(hour % 24):\(rest < 10 ? "0" : "")\(rest):00"
            }
            lines.append(
                "\(stamp(minute)),\(stamp(minute + 5 + row * 31 % 97)),m\(row % 3),\(["jam", "empty", "tool"][row * 7 % 3])"
            )
        }
        let text = (["first,second,machine,what"] + lines).joined(separator: "\n")
        let schema = try SchemaInference.infer(bytes: Array(text.utf8), fileName: "x.csv")
        #expect(schema.shape == .intervals)
        #expect(schema.end == 1)
    }
}
