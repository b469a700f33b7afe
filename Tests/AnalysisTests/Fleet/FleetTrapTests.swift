import Analysis
import Testing
import Values

@Suite("What a fleet does that is no trouble")
struct FleetTrapTests {
    @Test("Healthy fleets have none but for the one in twenty whose device lies apart by chance")
    func healthy() {
        let alarms = (21...40).map { MadeFleet(seed: $0).troubles() }
        #expect(alarms.count { !$0.isEmpty } <= 2)
        #expect(alarms.joined().allSatisfy { $0.kind == .apart })
    }

    @Test("A healthy device without peers has none", arguments: 1...6)
    func healthyAlone(seed: UInt64) {
        #expect(MadeFleet(devices: 1, seed: seed).troubles().isEmpty)
    }

    @Test("A holiday of all devices is nobody's trouble")
    func holiday() {
        var fleet = MadeFleet()
        for device in fleet.values.indices {
            for signal in 0..<3 {
                fleet.change(device, signal, 400..<472) { value, _ in
                    value - [8.0, 6, 40][signal] * 0.5
                }
            }
        }
        #expect(fleet.troubles().isEmpty)
    }

    @Test("The peers of a device that jumps stay where they are, whatever their levels")
    func otherLevels() {
        var fleet = MadeFleet(devices: 6)
        for device in fleet.values.indices {
            fleet.change(device, 0, 0..<960) { value, _ in value + 3 * Double(device) }
        }
        fleet.change(3, 0, 600..<960) { value, _ in value + 15 }
        #expect(fleet.troubles().map(\.kind) == [.step])
        #expect(fleet.troubles().map(\.devices) == [[3]])
    }

    @Test("What all devices did at once is told, as nobody's trouble", arguments: [2, 3, 12])
    func sharedStep(devices: Int) throws {
        var fleet = MadeFleet(devices: devices)
        for device in fleet.values.indices {
            fleet.change(device, 0, 600..<960) { value, _ in value - 6 }
        }
        let shared = try #require(fleet.episodes().first { $0.devices.count == devices })
        #expect(shared.kind == .step && shared.severity < 25 && shared.to == nil)
        #expect(shared.signals == [0] && abs(shared.from - 600) <= 3)
        let (actual, expected) = (try #require(shared.actual), try #require(shared.expected))
        #expect(abs(actual - expected + 6) < 1)
        #expect(devices < 12 || fleet.troubles().isEmpty)
        let others = MadeFleet(devices: devices, seed: 31).episodes()
        #expect(others.allSatisfy { $0.devices.count == 1 })
    }

    @Test("Devices jump and creep no more than usual when another one joins them")
    func joins() {
        let alarms = (51...70).map { (seed: UInt64) -> [FleetEpisode] in
            var fleet = MadeFleet(devices: 5, seed: seed)
            for device in fleet.values.indices {
                for signal in 0..<3 {
                    fleet.change(device, signal, 0..<960) { value, _ in
                        value + [1.0, 0.5, 4][signal] * Double(device)
                    }
                }
            }
            for signal in 0..<3 { fleet.change(4, signal, 0..<500) { _, _ in .infinity } }
            return fleet.troubles()
        }
        #expect(alarms.count { !$0.isEmpty } <= 2)
        #expect(alarms.joined().allSatisfy { $0.kind != .step && $0.kind != .drift })
    }

    @Test(
        "A reading that is there twice, in other units, explains nothing of itself",
        arguments: [false, true])
    func otherUnits(isRounded: Bool) {
        let written = { (value: Double) in isRounded ? (value * 10).rounded() / 10 : value }
        let copied = { (fleet: MadeFleet) in
            var fleet = fleet
            for device in fleet.values.indices {
                let copy = fleet.values[device][0].map { written(1.8 * $0 + 32) }
                fleet.values[device][0] = fleet.values[device][0].map(written)
                fleet.values[device].append(copy)
            }
            fleet.names.append("temperature in °F")
            return fleet
        }
        let alarms = (41...50).map { copied(MadeFleet(seed: $0)).troubles() }
        #expect(alarms.count { !$0.isEmpty } <= 1)
        var fleet = MadeFleet()
        fleet.change(4, 0, 500..<960) { value, place in value + 6 * place }
        let found = copied(fleet).troubles()
        #expect(!found.isEmpty && found.allSatisfy { $0.devices == [4] && $0.kind == .drift })
    }

    @Test("A changed set-point moves all readings of a device together")
    func setPoint() {
        var fleet = MadeFleet(dailyShare: 0.4)
        for signal in 0..<3 {
            fleet.change(4, signal, 500..<960) { value, _ in
                value + [8.0, 6, 40][signal] * 0.3
            }
        }
        #expect(fleet.troubles().isEmpty)
    }

    @Test("A new sensor's level is a remark where the work is known, else a step")
    func sensorReplaced() {
        var fleet = MadeFleet()
        fleet.change(4, 1, 500..<960) { value, _ in value + 5 }
        let work = [FleetWork(device: 4, slot: 501, signal: 1)]
        #expect(fleet.troubles(work: work).isEmpty)
        #expect(fleet.episodes(work: work).map(\.kind) == [.step])
        #expect(fleet.troubles().map(\.kind) == [.step])
    }

    @Test("Hours without any row, of one device and of all, are not the readings' trouble")
    func outage() {
        var fleet = MadeFleet()
        for device in fleet.values.indices {
            for signal in 0..<3 {
                let slots = device == 3 ? 300..<500 : 420..<430
                fleet.change(device, signal, slots) { _, _ in .infinity }
            }
        }
        #expect(fleet.troubles().isEmpty)
    }

    @Test("A new device and a retired one are judged by what they sent")
    func serviceLife() {
        var fleet = MadeFleet()
        for signal in 0..<3 {
            fleet.change(1, signal, 0..<400) { _, _ in .infinity }
            fleet.change(2, signal, 350..<960) { _, _ in .infinity }
        }
        #expect(fleet.troubles().isEmpty)
    }

    @Test("Counters and states are not looked at")
    func counters() {
        var fleet = MadeFleet()
        var total = 0.0
        for device in fleet.values.indices {
            total = 0
            fleet.change(device, 1, 0..<960) { value, _ in
                total += value
                return total
            }
            fleet.change(device, 2, 0..<960) { value, _ in value > 220 ? 1 : 0 }
        }
        fleet.change(5, 1, 480..<960) { value, _ in value - 1000 }
        #expect(fleet.troubles().isEmpty)
    }

    @Test("Too little to learn from, constant and missing readings have no trouble")
    func degenerate() {
        let empty = FleetReadings(
            start: 0, step: 60, slotCount: 0, hasDates: false, signals: [], devices: [])
        #expect(FleetEngine(empty).episodes().isEmpty)
        var fleet = MadeFleet(devices: 3)
        for device in 0..<3 {
            fleet.change(device, 0, 0..<960) { _, _ in 5 }
            fleet.change(device, 1, 0..<960) { _, _ in .nan }
        }
        #expect(fleet.troubles().isEmpty)
    }

    @Test("The same readings give the same episodes")
    func deterministic() {
        var fleet = MadeFleet()
        fleet.change(3, 0, 600..<960) { value, _ in value + 6 }
        let (first, second) = (fleet.episodes(), fleet.episodes())
        #expect(first.map(\.severity) == second.map(\.severity))
        #expect(first.map(\.from) == second.map(\.from))
    }
}
