import Reports
import Testing
import Values

@testable import Pipeline

/// What followed earlier troubles like the one that is open.
@Suite("What happened the last times")
struct AftermathTests {
    /// Twelve pumps, hourly for 40 days. Four ran hot for two days, of which three failed at its end;
    /// the fifth is hot now.
    private func report() throws -> DiagnosticReport? {
        let hot: [Int: Range<Int>] = [
            1: 100..<148, 2: 220..<268, 3: 340..<388, 4: 460..<508, 5: 880..<960,
        ]
        let lines =
            ["time,device,temp [°C]"]
            + (0..<960).flatMap { hour in
                (0..<12).map { device in
                    let rise = hot[device]?.contains(hour) ?? false ? 9.0 : 0
                    let value = 40 + MadeSet.scatter(device, hour) + rise
                    return "\(MadeSet.moment(Double(hour))),pump-\(device),\(value)"
                }
            }
        let failures =
            ["time,device,failure"]
            + (1...3).map { device in
                "\(MadeSet.moment(Double(hot[device]?.upperBound ?? 0) + 1)),pump-\(device),seal"
            }
        let pipeline = try MadeSet(["telemetry.csv": lines, "failures.csv": failures]).pipeline
        return try pipeline.diagnose("pump-5", in: try pipeline.run(Choice())) { _ in
            ModelPanel(runtime: .missing, entries: [])
        }
    }

    @Test(
        "counts troubles that have become part of the failure they ended in, and those that passed")
    func counted() throws {
        let aftermath = try #require(try report()?.aftermath)
        #expect(aftermath.examples.map(\.device.name) == ["pump-4", "pump-3", "pump-2", "pump-1"])
        #expect(aftermath.failureDelays.count == 3)
        #expect(aftermath.failureDelays.allSatisfy { (45 * 3_600...53 * 3_600).contains($0) })
        #expect(aftermath.examples.first?.sequel == .nothing)
        #expect(aftermath.repaired == 0)
    }
}
