import Foundation
import Learning
import Models
import Telemetry
import Testing
import Values

@testable import App
@testable import Pipeline

/// Small fleets that once ended the program, or of which it told numbers that are none. Most were
/// found by `perfmon bench fleets` and made smaller by it.
@Suite("Odd fleets", .serialized)
struct OddFleetTests {
    /// Takes the files the whole way, in this process, and gives what was wrong.
    private func faults(_ files: [String: String]) async throws -> [WalkFault] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-odd-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let place = folder.appending(path: "files")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: place.appending(path: name))
        }
        var faults: [WalkFault] = []
        var isDone = false
        let diary = WalkDiary(answers: nil) { event in
            if case .fault(let fault) = event { faults.append(fault) }
            if case .done = event { isDone = true }
        }
        try await FleetWalk(folder, diary).run()
        #expect(isDone)
        return faults
    }

    /// Rows of some devices every hour, each with the cells that it gives.
    private func hourly(
        _ columns: String, _ devices: [String], hours: Int, _ cells: (String, Int) -> String
    ) -> String {
        var text = "time,device,\(columns)\n"
        for hour in 0..<hours {
            let time = TimeShape.stamp(1_700_000_000 + hour * 3_600)
            for device in devices { text += "\(time),\(device),\(cells(device, hour))\n" }
        }
        return text
    }

    @Test("Kinds of devices that report nothing in common are grouped")
    func kindsApart() async throws {
        let devices = ["fan-1", "fan-2", "fan-3", "heater-1", "heater-2", "heater-3"]
        let text = hourly("vibration_mm_s,temperature_c", devices, hours: 24) { device, hour in
            let noise = Double((hour * 7 + device.count) % 5) / 10
            return device.hasPrefix("fan") ? "\(2 + noise)," : ",\(80 + noise)"
        }
        #expect(try await faults(["fleet.csv": text]).isEmpty)
    }

    @Test("Loggers with other columns are one set")
    func loggersApart() async throws {
        let one = hourly("speed", ["a", "b", "c"], hours: 24) { "\($0.utf8.first ?? 0).\($1)" }
        let other = hourly("level,flow", ["d", "e", "f"], hours: 24) { _, hour in "\(hour),7.5" }
        #expect(try await faults(["one.csv": one, "other.csv": other]).isEmpty)
    }
}

/// A recipe comes in a model's file, which anybody can make.
@Suite("Recipes of strangers")
struct StrangeRecipeTests {
    @Test("that ask for more lines than can be made are refused")
    func steps() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-recipe-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "a.csv")
        let rows = (0..<48).map { "\(TimeShape.stamp($0 * 3_600)),p,\($0 * 7 % 11)" }
        try Data(("time,device,x\n" + rows.joined(separator: "\n")).utf8).write(to: file)
        let source = try DataLoader.load(try Dataset(name: "a", files: [file])).source
        let samples = { (step: String) in
            let json = """
                {"task":"failure","horizon":3600,"step":\(step),"windows":\(Array(1...60)),\
                "metrics":["x"],"codes":[],"attributes":[],"isCalendar":true}
                """
            let recipe = try #require(PredictionRecipe(metadata: ["recipe": json]))
            return try PredictionSamples(recipe, source: source, devices: [0]).times.count
        }
        #expect(try samples("3600") == 47)
        #expect(try samples("1e-300") == 0)
        #expect(throws: ModelError.unsupported(.inputTooLarge(name: "recipe"))) {
            try samples("0.04")
        }
    }
}
