import Reports
import Testing
import Values

@testable import Pipeline

/// Codes after which a failure is to be expected.
@Suite("Episodes of codes that announce failures")
struct PrecursorEpisodeTests {
    private struct Happening {
        var hour: Double
        var device: Int
        var code: String

        /// At chance in time and place.
        init(_ place: Int, seed: Int, _ code: String) {
            self.init(
                hour: MadeSet.scatter(place, seed) * 1_000,
                device: Int(MadeSet.scatter(place, seed + 1) * 10), code: code)
        }

        init(hour: Double, device: Int, code: String) {
            (self.hour, self.device, self.code) = (hour, device, code)
        }

        var line: String { "\(MadeSet.moment(hour)),pump-\(device),\(code)" }
    }

    /// Forty failures, each with the code `W1` a day before it or at chance, and as many events of
    /// `W2` at chance.
    private func told(announced: Bool) throws -> [Episode] {
        let failures = (0..<40).map { place in
            Happening(hour: 70 + Double(place) * 24, device: place * 7 % 10, code: "seal")
        }
        var warnings = (0..<40).map { Happening($0, seed: 1, "W2") }
        for (place, failure) in failures.enumerated() {
            warnings.append(
                announced
                    ? Happening(hour: failure.hour - 20, device: failure.device, code: "W1")
                    : Happening(place, seed: 8, "W1"))
        }
        warnings.sort { $0.hour < $1.hour }
        let set = try MadeSet([
            "t.csv": MadeSet.readings(devices: 10, hours: 1_100),
            "errors.csv": ["time,device,error_code"] + warnings.map(\.line),
            "failures.csv": ["time,device,failure"] + failures.map(\.line),
        ])
        return try set.pipeline.liveEpisodes().filter { $0.kind == EpisodeKind.precursor }
    }

    @Test("A code that precedes every failure is told once that is known, until the failure")
    func announced() throws {
        let episodes = try told(announced: true)
        #expect(episodes.allSatisfy { $0.subjects.map(\.name) == ["W1"] })
        // The first ones teach it.
        #expect((28...37).contains(episodes.count))
        #expect(
            episodes.allSatisfy { ($0.to ?? 0) - $0.from <= 20 * 3_600 && $0.grade > .remark })
    }

    @Test("Codes that come at chance announce nothing")
    func atChance() throws { #expect(try told(announced: false).isEmpty) }

    @Test("What is said of a time does not change with what comes after it")
    func causal() throws {
        let failures = (0..<30).map { (time: Double($0) * 100 + 20, device: 0) }
        var whole = PrecursorRecord(horizon: 30, failures: failures)
        var part = PrecursorRecord(horizon: 30, failures: Array(failures.prefix(15)))
        let key = PrecursorRecord.Key(code: 0, hour: 0)
        for place in 0..<14 {
            let event = SetEvents.Event(time: Double(place) * 100, device: 0, count: 1)
            whole.advance(to: event.time)
            part.advance(to: event.time)
            #expect(whole.tally(key).followed == part.tally(key).followed)
            #expect(whole.tally(key).events == place)
            #expect(whole.usualLead == part.usualLead)
            whole.add(key, event)
            part.add(key, event)
        }
        #expect(whole.usualLead == 20)
    }
}
