import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Slots without long times in which nothing was recorded")
struct RecordedSlotsTests {
    private static let week = 168

    private func device(_ slots: [Range<Int32>]) -> DeviceReadings {
        let all = slots.flatMap(Array.init)
        return DeviceReadings(device: 0, slots: all, rows: all.map { _ in 1 }, values: [])
    }

    @Test("Whole weeks are left out, and each slot finds its way there and back")
    func places() {
        let devices = [device([10..<30, 2_000..<2_300]), device([20..<40, 2_010..<2_200])]
        let recorded = RecordedSlots(devices, in: 10..<2_310, step: 3_600)
        let removed = 2_300 - recorded.count
        #expect(removed == 10 * Self.week, "of 1,960 hours at least a week stays")
        #expect(recorded.place(of: 29) == 29 && recorded.slot(at: 29) == 29)
        #expect(recorded.place(of: 1_990) == 1_990 - removed)
        #expect(recorded.place(of: 100) == 30, "left out: the end of what came before")
        for place in 0..<recorded.count {
            #expect(recorded.place(of: recorded.slot(at: place)) == place)
        }
        #expect(
            recorded.places(of: [10, 39, 2_000, 2_299], from: 10)
                == [0, 29, Int32(1_990 - removed), Int32(2_289 - removed)])
    }

    @Test("Pauses of up to two weeks, and of few rows, stay", arguments: [3_600.0, 86_400])
    func short(step: Double) {
        let gap = Int32(step == 3_600 ? 14 * 24 : 50)
        let devices = [device([0..<100, 100 + gap..<500])]
        #expect(RecordedSlots(devices, in: 0..<500, step: step).count == 500)
    }

    @Test(
        "A jump and a drift are found whatever was recorded months before", arguments: [1, 4, 100])
    func earlier(rows: Int) throws {
        let (gap, length) = (6_000, 480)
        let lines =
            ["time,device,temp [°C],current [A]"]
            + (Array(0..<rows) + (gap..<gap + length)).flatMap { hour in
                (0..<6).map { device in
                    let noise = { 2 * MadeSet.scatter(device + $0, hour) }
                    let day = [0.0, 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2][hour % 24 / 2]
                    let jump = device == 1 && hour >= gap + 320 ? 9.0 : 0
                    let drift = device == 5 ? max(0, Double(hour - gap - 200)) / 25 : 0
                    let values = [40 + day + noise(10) + jump, 20 + noise(20) + drift]
                    let cells = values.map { "\(($0 * 100).rounded() / 100)" }
                    return ([MadeSet.moment(Double(hour)), "pump-\(device)"] + cells)
                        .joined(separator: ",")
                }
            }
        let episodes = try MadeSet(["t.csv": lines]).troubles().filter { $0.kind != .silent }
        #expect(Set(episodes.map { $0.devices.first?.name }) == ["pump-1", "pump-5"])
        let step = try #require(episodes.first { $0.devices.first?.name == "pump-1" })
        #expect(step.kind == .step && step.subjects.map(\.name) == ["temp"])
        #expect(abs(MadeSet.hours(step.from) - Double(gap + 320)) <= 5)
    }
}
