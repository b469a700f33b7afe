import Testing
import Values

@testable import Analysis

/// A fleet in which hardly any device is healthy all along.
@Suite("What healthy is, among devices that fail again and again")
struct FailingFleetTests {
    /// Each pump fails some times; for a day and a half before, its temperature climbs by five times its
    /// noise.
    private func fleet(failures: [Int]) -> MadeFleet {
        var fleet = MadeFleet()
        for device in fleet.values.indices {
            let own = failures.map { $0 + 19 * device }
            fleet.failures[device] = own
            for failure in own {
                fleet.change(device, 0, failure - 36..<failure) { $0 + 4 * $1 }
            }
        }
        return fleet
    }

    /// How many troubles begin near a failure of their device.
    private func found(_ fleet: MadeFleet, _ truth: MadeFleet? = nil) -> Int {
        fleet.troubles().count { episode in
            ((truth ?? fleet).failures[episode.devices[0]] ?? []).contains {
                abs(episode.from - $0) <= 60
            }
        }
    }

    @Test("what precedes failures in all devices is not taken for healthy")
    func repeated() {
        let fleet = fleet(failures: [90, 320, 550])
        var blind = fleet
        blind.failures = [:]
        #expect(found(fleet) >= 24, "\(found(fleet)) of 36")
        #expect(found(fleet) > found(blind, fleet), "\(found(blind, fleet))")
    }

    @Test(
        "the time before failures counts as a twentieth each, and as two fifths of the record at most"
    )
    func share() {
        let device = { (failures: [Int]) in
            FleetReadings.Device(name: "", slots: [], values: [], failures: failures)
        }
        #expect(!device([]).isFailing(slotCount: 100).contains(true))
        let one = device([50]).isFailing(slotCount: 100)
        #expect(one.indices.filter { one[$0] } == Array(45...50))
        let many = device((1...50).map { 19 * $0 }).isFailing(slotCount: 1000)
        #expect((300...450).contains(many.count { $0 }))
        #expect(device([-4, 2, 5_000]).isFailing(slotCount: 10).count { $0 } == 1)
    }

    @Test("a few devices that stand out do not raise the limit for the others")
    func clipped() {
        var fleet = MadeFleet(devices: 20)
        for device in 0..<7 {
            fleet.change(device, 0, 500 + 20 * device..<540 + 20 * device) { value, _ in value + 2.4
            }
        }
        let devices = Set(fleet.troubles().flatMap(\.devices))
        #expect(devices.isSubset(of: Set(0..<7)) && devices.count >= 6, "\(devices)")
    }
}
