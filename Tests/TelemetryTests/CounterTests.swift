import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Counters")
struct CounterTests {
    /// Two meters with a level each quarter of an hour: 4 kW and 8 kW, the second reset in the middle.
    private func text(_ column: String, step: (Int) -> Double = { _ in 1 }) -> String {
        var levels = [18_204.0, 950.0]
        var lines = ["time,meter,\(column)"]
        for index in 0..<60 {
            let time = CivilTime(secondsSince1970: 1_709_510_400 + Double(index) * 900)
            for meter in 0..<2 {
                lines.append("\(time.isoText(withTime: true)),m\(meter),\(levels[meter])")
                levels[meter] += Double(meter + 1) * step(index)
            }
            if index == 30 { levels[1] = 0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func read(_ text: String) throws -> (report: FileReport, values: [Double]) {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "counter-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let schema = try SchemaInference.infer(url: url)
        var values: [Double] = []
        let report = try CSVReader(
            url: url, schema: schema, options: ReadOptions(chunkSize: 4_096)
        ).read { values += $0.metrics[0] }
        return (report, values)
    }

    @Test("The rise in an hour is the reading, across chunks; a reset has none and is counted")
    func rates() throws {
        let (report, values) = try read(text("energy_kwh"))
        #expect(report.schema.columns[2].isCounter)
        #expect(report.schema.readings.map(\.unit) == ["kW"])
        let first = stride(from: 0, to: 120, by: 2).map { values[$0] }
        let second = stride(from: 1, to: 120, by: 2).map { values[$0] }
        #expect(first[0].isNaN && first.dropFirst().allSatisfy { $0 == 4 })
        #expect(second[31].isNaN && second[30] == 8 && second[32] == 8)
        #expect(report.counterResets == 1)
        #expect(report.signals[0].unit == "kWh" && report.signals[0].maximum == 18_263)
    }

    @Test("A level that also falls is none, nor one that only rises and does not add up")
    func levels() throws {
        let wavy = text("energy_kwh") { $0 % 3 == 0 ? -0.5 : 1 }
        #expect(try !read(wavy).report.schema.columns[2].isCounter)
        #expect(try !read(text("crack_mm")).report.schema.columns[2].isCounter)
    }

    @Test("A person who wants the level gets it")
    func corrected() throws {
        let schema = try SchemaInference.infer(
            bytes: Array(text("energy_kwh").utf8), fileName: "x.csv",
            correction: SchemaCorrection(roles: ["energy_kwh": .metric]))
        #expect(!schema.columns[2].isCounter && schema.columns[2].role == .metric)
    }

    @Test(
        "Units of a rise in an hour",
        arguments: [
            ("kWh", "kW"), ("Ah", "A"), ("h", "h/h"), ("m³", "m³/h"), ("", "1/h"), ("GB", "GB/h"),
        ])
    func units(unit: String, rate: String) {
        #expect(UnitGrammar.ratePerHour(unit.isEmpty ? nil : unit) == rate)
    }
}
