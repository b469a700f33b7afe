import Analysis
import Testing
import Values

@Suite("Troubles of a fleet: kind, device, begin and end")
struct FleetTroubleTests {
    /// The only trouble of a fleet.
    private func only(_ fleet: MadeFleet) throws -> FleetEpisode {
        let troubles = fleet.troubles()
        #expect(troubles.count == 1, "\(troubles.map(\.kind)) \(troubles.map(\.devices))")
        return try #require(troubles.first)
    }

    private func expect(
        _ episode: FleetEpisode, _ kinds: Set<EpisodeKind>, device: Int, signal: Int = 0,
        from: Int, to: Int?, within slots: Int = 24
    ) {
        #expect(kinds.contains(episode.kind), "\(episode.kind)")
        #expect(episode.devices == [device])
        #expect(episode.signals == [signal])
        #expect(abs(episode.from - from) <= slots, "\(episode.from)")
        if let to {
            #expect(abs((episode.to ?? .max) - to) <= slots, "\(String(describing: episode.to))")
        } else {
            #expect(episode.to == nil)
        }
    }

    @Test("A level that changed and stayed is a step, with what it was and would have been")
    func step() throws {
        var fleet = MadeFleet()
        fleet.change(3, 0, 600..<960) { value, _ in value + 6 }
        let episode = try only(fleet)
        expect(episode, [.step], device: 3, from: 600, to: nil, within: 4)
        let actual = try #require(episode.actual)
        let expected = try #require(episode.expected)
        #expect(abs(actual - expected - 6) < 1)
    }

    @Test("A reading that creeps is a drift from where it began")
    func drift() throws {
        var fleet = MadeFleet()
        fleet.change(5, 0, 500..<960) { value, place in value + 9 * place }
        expect(try only(fleet), [.drift], device: 5, from: 500, to: nil, within: 110)
    }

    @Test("A drift that a repair ended is told with its end")
    func repairedDrift() throws {
        var fleet = MadeFleet()
        fleet.change(5, 0, 300..<560) { value, place in value + 9 * place }
        expect(
            try only(fleet), [.drift, .efficiency], device: 5, from: 300, to: 560, within: 80)
    }

    @Test("An excursion of hours that recovered is an event")
    func event() throws {
        var fleet = MadeFleet()
        fleet.change(8, 1, 400..<409) { value, _ in value + 6 }
        expect(try only(fleet), [.event], device: 8, signal: 1, from: 400, to: 409, within: 2)
    }

    @Test("Single wild rows in one stretch are spikes")
    func spikes() throws {
        var fleet = MadeFleet()
        for slot in stride(from: 420, to: 560, by: 14) {
            fleet.change(2, 0, slot..<(slot + 1)) { value, _ in value + (slot % 28 == 0 ? 9 : -9) }
        }
        expect(try only(fleet), [.spikes], device: 2, from: 420, to: 560, within: 20)
    }

    @Test("More noise than before is a change of variance")
    func variance() throws {
        var fleet = MadeFleet()
        var random = SeededGenerator(seed: 3)
        fleet.change(7, 0, 500..<720) { value, _ in value + random.normal(standardDeviation: 3) }
        let episode = try only(fleet)
        expect(episode, [.variance], device: 7, from: 500, to: 720)
        let (actual, expected) = (try #require(episode.actual), try #require(episode.expected))
        #expect(actual > 2 * expected && expected > 0, "scatter, not levels")
    }

    @Test("Noise that is gone for good is a change of variance since then")
    func lessVariance() throws {
        var fleet = MadeFleet()
        var random = SeededGenerator(seed: 3)
        fleet.change(7, 0, 0..<500) { value, _ in value + random.normal(standardDeviation: 3) }
        let episode = try only(fleet)
        expect(episode, [.variance], device: 7, from: 500, to: nil)
        let (actual, expected) = (try #require(episode.actual), try #require(episode.expected))
        #expect(expected > 2 * actual && actual > 0)
    }

    @Test("A reading that swings is an oscillation")
    func oscillation() throws {
        var fleet = MadeFleet()
        for slot in 500..<600 {
            let place = slot % 10
            let swing = [0, 3, 4.8, 4.8, 3, 0, -3, -4.8, -4.8, -3][place]
            fleet.change(1, 0, slot..<(slot + 1)) { value, _ in value + swing }
        }
        expect(try only(fleet), [.oscillation], device: 1, from: 500, to: 600, within: 12)
    }

    @Test("A value that stands still is frozen")
    func frozen() throws {
        var fleet = MadeFleet()
        let still = fleet.values[4][2][700]
        fleet.change(4, 2, 700..<960) { _, _ in still }
        expect(try only(fleet), [.frozen], device: 4, signal: 2, from: 700, to: nil, within: 1)
    }

    @Test("A reading that is missing while its device goes on is a dead sensor")
    func deadSensor() throws {
        var fleet = MadeFleet()
        fleet.change(6, 1, 300..<420) { _, _ in .nan }
        expect(
            try only(fleet), [.sensorDead], device: 6, signal: 1, from: 300, to: 420, within: 1)
    }

    @Test("A reading that no longer goes along with the load is decoupled")
    func decoupled() throws {
        var fleet = MadeFleet()
        let source = fleet.values[9][2]
        fleet.change(10, 2, 450..<700) { value, _ in value }
        for slot in 450..<700 {
            fleet.values[10][2][slot] = source[(slot * 7 + 311) % 960]
        }
        let episode = try only(fleet)
        expect(
            episode, [.decoupled, .variance, .phase], device: 10, signal: 2, from: 450, to: 700)
    }

    @Test("A reading that falls short of what its load asks for, more and more, is less efficient")
    func efficiency() throws {
        var fleet = MadeFleet()
        fleet.change(6, 1, 480..<960) { value, place in value * (1 - 0.15 * min(1, 2 * place)) }
        expect(try only(fleet), [.efficiency], device: 6, signal: 1, from: 480, to: nil, within: 60)
    }

    @Test("The day's course at another time is a change of phase")
    func phase() throws {
        var fleet = MadeFleet()
        let own = fleet.values[2][2]
        for slot in 500..<800 { fleet.values[2][2][slot] = own[slot - 6] }
        expect(try only(fleet), [.phase], device: 2, signal: 2, from: 500, to: 800)
    }

    @Test("A device away from its peers all along is apart")
    func apart() throws {
        var fleet = MadeFleet(devices: 20)
        fleet.change(11, 0, 0..<960) { value, _ in value + 7 }
        expect(try only(fleet), [.apart], device: 11, from: 0, to: nil)
    }

    @Test("Devices of one site that moved at once have one cause")
    func common() throws {
        var fleet = MadeFleet(devices: 20)
        fleet.attributes["site"] = (0..<20).map { $0 % 4 == 1 ? "north" : "south" }
        for device in stride(from: 1, to: 20, by: 4) {
            fleet.change(device, 0, 650..<960) { value, _ in value + 5 }
        }
        let episode = try only(fleet)
        #expect(episode.group?.value == "north")
        #expect(episode.devices == [1, 5, 9, 13, 17])
        #expect(abs(episode.from - 650) <= 6)
        #expect(episode.to == nil)
    }

    @Test("A single device without peers is judged by its own past")
    func alone() throws {
        var fleet = MadeFleet(devices: 1)
        fleet.change(0, 0, 600..<760) { value, _ in value + 9 }
        expect(try only(fleet), [.step], device: 0, from: 600, to: 760, within: 6)
    }

    @Test("The gravest is told first: larger, and still going on")
    func order() throws {
        var fleet = MadeFleet()
        fleet.change(1, 0, 300..<308) { value, _ in value + 6 }
        fleet.change(9, 0, 700..<960) { value, _ in value + 9 }
        let troubles = fleet.troubles()
        #expect(troubles.map(\.devices) == [[9], [1]])
        #expect(troubles.map(\.severity) == troubles.map(\.severity).sorted(by: >))
    }
}
