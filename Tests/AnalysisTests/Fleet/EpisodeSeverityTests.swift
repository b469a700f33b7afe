import Testing
import Values

@testable import Analysis

@Suite("Severity of episodes")
struct EpisodeSeverityTests {
    @Test("What goes on, and what concerns more devices, is graver")
    func scale() {
        let ended = EpisodeSeverity.of(strength: 2, isOpen: false, devices: 1)
        #expect(ended == 50)
        #expect(EpisodeSeverity.of(strength: 2, isOpen: true, devices: 1) == 70)
        #expect(EpisodeSeverity.of(strength: 2, isOpen: true, devices: 10) == 80)
        let most = EpisodeSeverity.of(strength: 99, isOpen: true, devices: 9_999)
        #expect(most == 95)
        #expect(EpisodeSeverity.of(strength: -1, isOpen: false, devices: 0) == 30)
    }

    @Test("A rate counts by how many times as often, a few events of a rare code for less")
    func rates() {
        let strength = { (count: Double, expected: Double) in
            EpisodeSeverity.strength(count: count, expected: expected, prior: 5)
        }
        #expect(strength(700, 95) > strength(300, 95))
        #expect(strength(60, 0.1) > strength(9, 0.1))
        #expect(strength(9, 0) < 1)
        #expect(strength(3, 100) == 0)
    }

    @Test("A device apart is a warning within five spreads of its peers and critical beyond seven")
    func apart() {
        #expect(EpisodeSeverity.apart(distance: 4.5) < 50)
        #expect(EpisodeSeverity.apart(distance: 7.6) > 75)
        #expect(EpisodeSeverity.apart(distance: 1e9) <= 95)
    }

    @Test("What changed and goes on comes before what was modestly apart all along")
    func order() throws {
        var fleet = MadeFleet(devices: 20)
        fleet.change(11, 0, 0..<960) { value, _ in value + 4.5 }
        fleet.change(3, 1, 600..<960) { value, place in value + 8 * place }
        let troubles = fleet.troubles()
        #expect(troubles.map(\.kind) == [.drift, .apart])
    }

    @Test("A swing is as grave as a level as far away as it swings")
    func swing() throws {
        var level = MadeFleet()
        level.change(4, 0, 500..<640) { value, _ in value + 8 }
        var swing = MadeFleet()
        for slot in 500..<640 {
            let turn = Double((slot - 500) % 10) / 10
            let wave = turn < 0.5 ? 1 - abs(4 * turn - 1) : abs(4 * turn - 3) - 1
            swing.values[4][0][slot] += 8 * wave
        }
        let one = try #require(level.troubles().first)
        let other = try #require(swing.troubles().first)
        #expect([one.kind, other.kind] == [.step, .oscillation])
        #expect(abs(one.severity - other.severity) < 8)
    }
}
