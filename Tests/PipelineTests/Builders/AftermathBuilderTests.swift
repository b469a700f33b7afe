import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What followed earlier troubles")
struct AftermathBuilderTests {
    private static let day = MadeSource.day
    private static let heat = MetricRef.made(0, "heat")

    /// Times in days.
    private func trouble(
        _ device: Int, _ from: Double, _ to: Double?, _ kind: EpisodeKind = .step,
        _ metric: MetricRef = heat
    ) -> Episode {
        Episode(
            kind, devices: [DeviceRef(index: device, name: "d\(device)")],
            subjects: [.metric(metric)], from: from * Self.day, to: to.map { $0 * Self.day },
            severity: 50)
    }

    private func aftermath(
        _ events: [[(day: Double, code: Int)]], _ troubles: [Episode], of episode: Episode,
        codes: [(EventKind, String)] = [(.failure, "seal"), (.repair, "belt")]
    ) throws -> Aftermath? {
        let units = events.enumerated().map { MadeSource.Unit("d\($0)", days: $1) }
        let source = MadeSource(units, codes: codes, length: 100 * Self.day)
        return AftermathBuilder(
            scope: source.scope, fleet: try source.fleet(troubles + [episode]),
            within: 3 * Self.day
        ).aftermath(of: episode)
    }

    @Test("is the first failure or repair within the time after the end, the latest trouble first")
    func sequels() throws {
        let now = trouble(4, 90, nil)
        let found = try #require(
            try aftermath(
                [
                    // The last moment that counts, a repair before a failure, both at one time, and
                    // what came with the trouble or too late.
                    [(15, 0)], [(21, 1), (24, 0)], [(34, 1), (34, 0)], [(40, 0), (45.01, 0)], [],
                ],
                [
                    trouble(0, 10, 12), trouble(1, 20, 22), trouble(2, 30, 32), trouble(3, 40, 42),
                ], of: now))
        #expect(found.episode == now && found.within == 3 * Self.day)
        #expect(found.examples.map(\.device.name) == ["d3", "d2", "d1", "d0"])
        #expect(found.examples[0].sequel == .nothing)
        #expect(found.failureDelays == [4 * Self.day, 5 * Self.day])
        #expect(found.repaired == 1)
        guard case .repair(let code, let after) = found.examples[2].sequel else {
            Issue.record("\(found.examples[2])")
            return
        }
        #expect(code.name == "belt" && after == Self.day)
    }

    @Test("is not known of one that goes on, or ended too near the end, unless something followed")
    func open() throws {
        let found = try #require(
            try aftermath(
                [[(80, 0)], [], [], [], []],
                [
                    trouble(0, 50, nil), trouble(1, 55, nil), trouble(2, 60, 97),
                    trouble(3, 61, 97.1), trouble(0, 5, 6),
                ], of: trouble(4, 99, nil)))
        #expect(found.examples.map { $0.from / Self.day } == [60, 50, 5])
        #expect(found.failureDelays == [30 * Self.day])
    }

    @Test(
        "is that of troubles of the same sort and reading before, or of those that became failures")
    func likeness() throws {
        let other = MetricRef.made(1, "flow")
        let troubles = [
            trouble(0, 10, 12, .event), trouble(1, 10, 12, .failureWarned),
            trouble(2, 10, 12, .step, other), trouble(3, 10, 12, .frozen), trouble(0, 20, 22),
            trouble(1, 90, 91),
        ]
        let found = try aftermath([[], [], [], [], []], troubles, of: trouble(4, 90, nil))
        #expect(
            found?.examples.map { [$0.device.index, Int(clamping: $0.from / Self.day)] }
                == [[0, 20], [0, 10], [1, 10]])
        let frozen = [trouble(0, 1, 2, .frozen), trouble(1, 1, 2, .frozen), troubles[1]]
        #expect(
            try aftermath([[], [], [], [], []], frozen, of: trouble(4, 90, nil, .frozen)) == nil)
    }

    @Test("is nothing of a failure, of two examples, or where no failure or repair is named")
    func none() throws {
        let three = (0..<3).map { trouble($0, 10, 12) }
        let none = [[(day: Double, code: Int)]](repeating: [], count: 5)
        #expect(try aftermath(none, three, of: trouble(4, 90, nil)) != nil)
        #expect(try aftermath(none, Array(three.prefix(2)), of: trouble(4, 90, nil)) == nil)
        #expect(
            try aftermath(none, three, of: trouble(4, 90, nil), codes: [(.error, "e")]) == nil)
        for code in [(EventKind.failure, "seal"), (.repair, "belt")] {
            #expect(try aftermath(none, three, of: trouble(4, 90, nil), codes: [code]) != nil)
        }
        let failures = (0..<3).map { trouble($0, 10, 12, .failure) }
        #expect(try aftermath(none, failures, of: trouble(4, 90, nil, .failure)) == nil)
    }
}
