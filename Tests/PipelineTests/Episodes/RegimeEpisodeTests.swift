import Reports
import Testing
import Values

@testable import Pipeline

/// Machines that are switched between three loads at almost every reading.
@Suite("Episodes of machines that change their regime")
struct RegimeEpisodeTests {
    private func told(
        add: (_ device: Int, _ hour: Int) -> Double
    ) throws -> [Episode] {
        let lines =
            ["time,device,load,temp [°C],pressure"]
            + (0..<480).flatMap { hour in
                (0..<12).map { device in
                    let regime = Int(clamping: 3 * MadeSet.scatter(device * 31, hour * 17 + 5))
                    let load = [20.0, 55, 100][regime] + 0.01 * MadeSet.scatter(device, hour + 9)
                    let temp =
                        [40.0, 62, 75][regime] + MadeSet.scatter(device, hour) + add(device, hour)
                    let pressure = [3.0, 5, 9][regime] + 0.2 * MadeSet.scatter(device + 50, hour)
                    return
                        "\(MadeSet.moment(Double(hour))),press-\(device),\(load),\(temp),\(pressure)"
                }
            }
        return try MadeSet(["t.csv": lines]).troubles()
    }

    @Test("Changes of the regime are none")
    func quiet() throws { #expect(try told { _, _ in 0 }.isEmpty) }

    @Test(
        "A level that moves within every regime is told, though regimes lie ten times as far apart")
    func step() throws {
        let one = try #require(
            try told { device, hour in device == 4 && hour >= 300 ? 3 : 0 }.first)
        #expect(one.devices.map(\.name) == ["press-4"])
        #expect(one.subjects.map(\.name) == ["temp"])
        #expect((290...310).contains(MadeSet.hours(one.from)))
        #expect(one.isOpen)
    }
}
