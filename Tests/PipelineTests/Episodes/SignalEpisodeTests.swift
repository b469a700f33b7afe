import Reports
import Testing
import Values

@testable import Pipeline

/// From files to what their readings show.
@Suite("Episodes of readings")
struct SignalEpisodeTests {
    /// Hourly readings that follow the day, with something added.
    private func told(
        devices: Int = 12, hours: Int = 720, add: (_ device: Int, _ hour: Int) -> Double
    ) throws -> [Episode] {
        let lines =
            ["time,device,temp [°C]"]
            + (0..<hours).flatMap { hour in
                (0..<devices).map { device in
                    let day = [0.0, 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2][hour % 24 / 2]
                    let value = 40 + day + MadeSet.scatter(device, hour) + add(device, hour)
                    return
                        "\(MadeSet.moment(Double(hour))),pump-\(device),\((value * 100).rounded() / 100)"
                }
            }
        return try MadeSet(["t.csv": lines]).troubles()
    }

    @Test("Devices that do as they always do are left alone")
    func quiet() throws { #expect(try told { _, _ in 0 }.isEmpty) }

    @Test("A level that jumped is told of its device, from its hour on, with both levels")
    func step() throws {
        let episodes = try told { device, hour in device == 4 && hour >= 500 ? 8 : 0 }
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .step && one.isOpen)
        #expect(one.devices.map(\.name) == ["pump-4"])
        #expect(one.subjects.map(\.name) == ["temp"])
        #expect((495...505).contains(MadeSet.hours(one.from)))
        #expect((one.actual ?? 0) - (one.expected ?? 0) > 6)
    }

    @Test("A device that is too hot all along is told with its level and that of the others")
    func apart() throws {
        let episodes = try told { device, _ in device == 7 ? 9 : 0.1 * Double(device) }
        let one = try #require(episodes.first)
        #expect(one.kind == .apart)
        #expect(one.devices.map(\.name) == ["pump-7"])
        #expect((one.actual ?? 0) - (one.expected ?? 0) > 7)
    }

    @Test("A recording alone is told of by its own windows")
    func recording() throws {
        let lines =
            ["row,value"]
            + (0..<3_000).map { row in
                let phase = Double(row % 50) / 50
                let usual = phase < 0.5 ? phase : 1 - phase
                let value = (1_500..<1_600).contains(row) ? 0.25 : usual
                return
                    "\(row),\(((value + 0.02 * MadeSet.scatter(1, row)) * 1_000).rounded() / 1_000)"
            }
        let episodes = try MadeSet(["r.csv": lines]).troubles()
        let one = try #require(episodes.first)
        #expect((1_450...1_550).contains(one.from))
        #expect((1_550...1_650).contains(one.to ?? 0))
    }
}
