import Foundation
import Testing
import Values

@testable import Telemetry

/// Numbered rows: a recording, or a list of things.
@Suite("The order of numbered rows")
struct OrderTests {
    private func scatter(_ place: Int) -> Double {
        Double((place &* 7_919 &+ place &* place &* 31) % 997) / 997
    }

    private func schema(_ values: (Int) -> [String], head: String) throws -> FileSchema {
        let lines = [head] + (0..<400).map { ([String($0)] + values($0)).joined(separator: ",") }
        return try SchemaInference.infer(
            bytes: Array(lines.joined(separator: "\n").utf8), fileName: "x.csv")
    }

    @Test("Values near those of the row before are a recording that the number orders")
    func recording() throws {
        let found = try schema(
            { row in [String(format: "%.3f", 5 * sin(Double(row) / 9) + 0.2 * scatter(row))] },
            head: "row,value")
        #expect(found.shape == .telemetry)
        #expect(found.time == .cycle(0))
    }

    @Test("Values without order are things, each in a row")
    func things() throws {
        let found = try schema(
            { row in
                [String(format: "%.3f", scatter(row)), String(format: "%.2f", scatter(row + 3))]
            },
            head: "row,width,height")
        #expect(found.shape == .table)
        #expect(found.time == .rowNumber)
    }

    @Test("A name in each row makes things of them, whatever their order")
    func named() throws {
        let found = try schema(
            { row in ["part-\(row)", String(format: "%.3f", 5 * sin(Double(row) / 9))] },
            head: "row,part,width")
        #expect(found.shape != .telemetry)
    }

    @Test("Several readings at uneven times are telemetry, and never failures")
    func jitter() throws {
        let lines =
            ["time,truck,battery_v,coolant_c,rssi_dbm"]
            + (0..<600).map { row in
                let seconds = row * 40 + Int(40 * scatter(row))
                let time = Date(timeIntervalSince1970: 1_700_000_000 + Double(seconds))
                    .formatted(.iso8601)
                let volts = String(format: "%.2f", 12.5 + 0.3 * scatter(row + 1))
                return "\(time),t\(row % 4),\(volts),\(78 + row % 3),\(-70 + row % 9)"
            }
        let found = try SchemaInference.infer(
            bytes: Array(lines.joined(separator: "\n").utf8), fileName: "telemetry.csv")
        #expect(found.shape == .telemetry)
        #expect(found.columns.count { $0.role == .metric } == 3)
    }
}
