import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Long tables: each row names its signal")
struct LongTableTests {
    /// Rows of two pumps, once an hour.
    private func rows(
        _ count: Int = 60, head: String,
        _ row: (_ i: Int, _ time: String, _ pump: String) -> [String]
    ) -> String {
        var text = head + "\n"
        for i in 0..<count {
            let time = "\(1_772_323_200 + 3_600 * i)"
            for pump in ["p1", "p2"] { text += row(i, time, pump).joined(separator: "\n") + "\n" }
        }
        return text
    }

    private func load(_ text: String, correction: SchemaCorrection? = nil) throws -> LoadedDataset {
        let place = try TemporaryFolder()
        try place.put("set/data.csv", text)
        if let correction {
            let json = try JSONEncoder().encode(correction)
            try place.put("set/data.csv.schema.json", String(decoding: json, as: UTF8.self))
        }
        return try DataLoader.load(try place.folder.dataset("set"))
    }

    private var usual: String {
        rows(head: "time,device,metric,value,unit") { i, time, pump in
            [
                "\(time),\(pump),temperature,\(50 + i),°C", "\(time),\(pump),vibration,\(i),mm/s",
            ]
        }
    }

    @Test("Values are sorted by their signal, with units and their own counts")
    func usualTable() throws {
        let loaded = try load(usual)
        let catalog = loaded.source.catalog
        #expect(catalog.metrics.map(\.name) == ["temperature", "vibration"])
        #expect(catalog.metrics.map(\.unit) == ["°C", "mm/s"])
        #expect(catalog.devices.map(\.name) == ["p1", "p2"])
        let totals = loaded.source.totals(Filter()).metrics
        #expect(totals.map(\.count) == [120, 120])
        #expect(totals.map(\.mean) == [79.5, 29.5])
        #expect(totals.map(\.minimum) == [50, 0])
        let report = try #require(loaded.report.files.first)
        #expect(report.signals.map(\.missing) == [0, 0])
        #expect(report.schema.columns.map(\.role) == [.time, .device, .signal, .metric, .ignore])
        #expect(report.schema.notes.contains(.signalsInRows(column: "metric", signals: 2)))
        #expect(report.schema.shape == .telemetry)
    }

    @Test("Names of quantities tell signals from devices")
    func sensors() throws {
        let signals = rows(head: "time,sensor,value") { i, time, _ in
            ["\(time),temperature,\(20 + i % 3)", "\(time),humidity,\(i % 7)"]
        }
        let loaded = try load(signals)
        #expect(loaded.source.catalog.metrics.map(\.name) == ["temperature", "humidity"])
        #expect(loaded.source.catalog.devices.map(\.name) == ["data"])
        let devices = rows(head: "time,sensor,value") { i, time, pump in ["\(time),\(pump),\(i)"] }
        let other = try load(devices)
        #expect(other.source.catalog.devices.map(\.name) == ["p1", "p2"])
        #expect(other.source.catalog.metrics.map(\.name) == ["value"])
    }

    @Test("A column between device and value is one where rows of a time differ by it alone")
    func structure() throws {
        let text = rows(head: "time,device,item,value") { i, time, pump in
            ["\(time),\(pump),ax,\(i)", "\(time),\(pump),bx,\(2 * i)"]
        }
        #expect(try load(text).source.catalog.metrics.map(\.name) == ["ax", "bx"])
        // One row a time: a state of the device, no signal.
        let single = rows(head: "time,device,item,value") { i, time, pump in
            ["\(time),\(pump),\(i % 2 == 0 ? "ax" : "bx"),\(i)"]
        }
        #expect(try load(single).source.catalog.metrics.map(\.name) == ["value"])
    }

    @Test("Rows of signals that the sample did not show are reported, not mixed in")
    func unknown() throws {
        let count = 12_000
        let text = rows(count, head: "time,device,metric,value") { i, time, pump in
            // Between the places that are looked at.
            let name = i == 3_000 ? "rare" : "temperature"
            return ["\(time),\(pump),\(name),\(i % 5)", "\(time),\(pump),vibration,1"]
        }
        let loaded = try load(text)
        let report = try #require(loaded.report.files.first)
        #expect(loaded.source.catalog.metrics.map(\.name) == ["temperature", "vibration"])
        #expect(report.cellsRefused == 2)
        #expect(report.issues.map(\.reason) == [.unknownSignal, .unknownSignal])
        #expect(report.issues.map(\.value) == ["rare", "rare"])
        #expect(loaded.source.totals(Filter()).metrics[0].count == 2 * count - 2)
    }

    @Test("A person's choice wins, both ways")
    func corrections() throws {
        let merged = try load(usual, correction: SchemaCorrection(roles: ["metric": .ignore]))
        #expect(merged.source.catalog.metrics.map(\.name) == ["value"])
        let text = rows(head: "time,device,what,value") { i, time, pump in
            ["\(time),\(pump),\(i % 2 == 0 ? "ax" : "bx"),\(i)"]
        }
        let split = try load(text, correction: SchemaCorrection(roles: ["what": .signal]))
        #expect(split.source.catalog.metrics.map(\.name) == ["ax", "bx"])
    }

    @Test("A value that is no number is refused under its own signal")
    func refused() throws {
        let text = usual.replacing("p1,vibration,7,", with: "p1,vibration,broken,")
        let report = try #require(try load(text).report.files.first)
        #expect(report.signals.map(\.refused) == [0, 1])
        #expect(report.signals.map(\.missing) == [0, 0])
        #expect(report.issues.map(\.value) == ["broken"])
    }
}
