import Reports
import Testing
import Values

@testable import Pipeline

/// Codes after which a failure is to be expected.
@Suite("Episodes of codes that announce failures")
struct PrecursorEpisodeTests {
    /// Forty failures, each with the code `W1` a day before it, and as many events of `W2` at chance.
    private func told(announced: Bool) throws -> [Episode] {
        let failures = (0..<40).map { place in
            (hour: 60 + Double(place) * 24 + 10, device: place * 7 % 10)
        }
        let warnings = failures.enumerated().map { place, failure in
            announced
                ? (hour: failure.hour - 20, device: failure.device, code: "W1")
                : (
                    hour: MadeSet.scatter(place, 8) * 1_000,
                    device: Int(MadeSet.scatter(place, 9) * 10), code: "W1"
                )
        }
        let others = (0..<40).map { place in
            (
                hour: MadeSet.scatter(place, 1) * 1_000,
                device: Int(MadeSet.scatter(place, 2) * 10), code: "W2"
            )
        }
        let set = try MadeSet([
            "t.csv": MadeSet.readings(devices: 10, hours: 1_100),
            "errors.csv": ["time,device,error_code"]
                + (warnings + others).sorted { $0.hour < $1.hour }.map {
                    "\(MadeSet.moment($0.hour)),pump-\($0.device),\($0.code)"
                },
            "failures.csv": ["time,device,failure"]
                + failures.map { "\(MadeSet.moment($0.hour)),pump-\($0.device),seal" },
        ])
        return try set.pipeline.liveEpisodes().filter { $0.kind == .precursor }
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
