import Testing
@testable import Analysis

/// Engines that are switched between conditions, made so that it is known which row is in which.
@Suite("Operating regimes")
struct OperatingRegimesTests {
    private let devices = 12
    private let rows = 90

    private struct Fleet {
        var altitude: [Double] = []
        var throttle: [Double] = []
        var temperature: [Double] = []
        var wear: [Double] = []
        var condition: [Int] = []
        var devices: [Range<Int>] = []
    }

    /// Three altitudes, at the highest with two throttles: four conditions that follow no order.
    private func fleet() -> Fleet {
        var random = SeededGenerator(seed: 7)
        var fleet = Fleet()
        for device in 0..<devices {
            fleet.devices.append(device * rows..<(device + 1) * rows)
            for row in 0..<rows {
                let condition = random.integer(below: 4)
                let altitude = [0, 10, 25, 25][condition]
                fleet.condition.append(condition)
                fleet.altitude.append(Double(altitude) + 0.002 * random.normal())
                fleet.throttle.append(condition == 3 ? 60 : 100)
                let wear = Double(row) / Double(rows)
                fleet.temperature.append(
                    [500, 450, 420, 380][condition] + 4 * wear + random.normal())
                fleet.wear.append(wear + 0.05 * random.normal())
            }
        }
        return fleet
    }

    @Test("are the combinations of the set points' levels, whatever the columns' order")
    func found() throws {
        let fleet = fleet()
        let regimes = try #require(
            OperatingRegimes(
                columns: [fleet.temperature, fleet.throttle, fleet.wear, fleet.altitude],
                devices: fleet.devices))
        #expect(Set(regimes.setPoints) == [1, 3])
        #expect(regimes.centres.count == 4)
        let pairs = Set(zip(fleet.condition, regimes.regimes).map { [$0, $1 ?? -1] })
        #expect(pairs.count == 4, "each condition is one regime")
    }

    @Test("are none where nothing is commanded, or where a level is reached once and stays")
    func none() {
        let fleet = fleet()
        #expect(
            OperatingRegimes(columns: [fleet.temperature, fleet.wear], devices: fleet.devices)
                == nil)
        // A fault that comes with wear explains the temperature, and is no command.
        let fault = fleet.wear.map { $0 > 0.7 ? 1.0 : 0 }
        let hot = zip(fleet.wear, fault).map { $0 + 20 * $1 }
        #expect(OperatingRegimes(columns: [hot, fault], devices: fleet.devices) == nil)
    }

    @Test("are not the whole degrees of a restless reading")
    func quantised() {
        let fleet = fleet()
        var random = SeededGenerator(seed: 9)
        let exact = fleet.wear.map { _ in 80 + 1.2 * random.normal() }
        let whole = exact.map { $0.rounded() }
        let other = exact.map { 3 * $0 + 0.1 * random.normal() }
        #expect(OperatingRegimes(columns: [whole, other], devices: fleet.devices) == nil)
    }

    @Test("leave out a switch that moves no reading, and values off every level")
    func idle() throws {
        var fleet = fleet()
        var random = SeededGenerator(seed: 3)
        let light = fleet.wear.map { _ in Double(random.integer(below: 2)) }
        fleet.altitude[5] = 17
        let regimes = try #require(
            OperatingRegimes(
                columns: [light, fleet.altitude, fleet.throttle, fleet.temperature],
                devices: fleet.devices))
        #expect(!regimes.setPoints.contains(0))
        #expect(regimes.regimes[5] == nil)
    }
}
