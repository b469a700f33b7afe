import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Events counted in parts of a log")
struct CodeCountsTests {
    /// 512 parts of an hour.
    private static let length = 512 * MadeSource.hour

    private func source(
        _ events: [[Double]], until: [Double]? = nil, attributes: [String] = []
    ) -> MadeSource {
        MadeSource(
            events.enumerated().map { device, hours in
                .init(
                    name: "d\(device)",
                    attributes: attributes.isEmpty ? [] : [attributes[device]],
                    rows: [0, 1, until?[device] ?? 512].map { ($0 * MadeSource.hour, [1]) },
                    events: hours.map { .init(time: $0 * MadeSource.hour, code: 0) })
            }, metrics: ["x"], codes: [(.error, "e")],
            attributes: attributes.isEmpty ? [] : ["site"], length: Self.length)
    }

    private func counts(_ source: MadeSource) throws -> CodeCounts {
        CodeCounts(
            try SetEvents(source).byCode[0], known: 0...Self.length,
            readings: try SetReadings(source, main: nil))
    }

    @Test("stand by device, with the times of parts, of which the last ends with the log")
    func parts() throws {
        let counts = try counts(source([[], [3.5, 3.9, 511.9], [512]]))
        #expect(counts.devices == [1, 2] && counts.total(1) == 3 && counts.total(0) == 0)
        #expect(counts.times(3..<5) == 3 * MadeSource.hour...5 * MadeSource.hour)
        #expect(counts.times(500..<512) == 500 * MadeSource.hour...Self.length)
        #expect(counts.days(0..<48) == 2 && counts.dispersion == 1)
    }

    @Test("the strongest stretch is the one with most events above the rest")
    func strongest() throws {
        let usual = stride(from: 0.5, to: 512, by: 32).map { $0 }
        let burst = (0..<12).map { 200.2 + 0.5 * Double($0) }
        let counts = try counts(source([usual + burst, usual, usual]))
        let found = try #require(counts.strongest([0]))
        #expect(found.bins.lowerBound == 200 && found.bins.upperBound == 206)
        #expect(found.count == 12 && found.expected < 1)
        #expect(counts.strongest([1])?.count ?? 0 < 12)
        #expect(counts.taking([0, 1, 2], found.bins) == [0])
        #expect(counts.taking([1, 2], 0..<1) == [1, 2])
        #expect(counts.taking([0, 1, 2], 100..<101).isEmpty)
    }

    @Test("counts that scatter more than at chance say so")
    func dispersion() throws {
        let even = (0..<100).map { Double($0) * 5.1 + 0.5 }
        #expect(try counts(source([even])).dispersion == 1)
        let clumps = (0..<100).map { Double($0 / 10) * 51 + 0.5 }
        #expect(try counts(source([clumps])).dispersion > 3)
        #expect(try counts(source([Array(clumps.prefix(19))])).dispersion == 1, "too few")
    }

    // MARK: - Episodes

    private func episodes(_ source: MadeSource, coverage: Coverage = Coverage()) throws -> [Episode]
    {
        CodeEpisodes(
            readings: try SetReadings(source, main: nil), events: try SetEvents(source),
            coverage: coverage, sets: DeviceSets(source.catalog), period: 0...Self.length
        ).episodes()
    }

    /// Sixteen events, evenly, of each device at other times.
    private func usual(_ device: Int) -> [Double] {
        stride(from: 4 + 3.7 * Double(device), to: 512, by: 32).map { $0 }
    }

    private var quiet: [[Double]] { (1...5).map(usual) }

    @Test("a burst is told with its first and last event, and events by day")
    func burst() throws {
        let burst = (0..<20).map { 200.25 + 0.25 * Double($0) }
        let found = try episodes(source([usual(0) + burst] + quiet))
        let one = try #require(found.first)
        #expect(found.count == 1 && one.kind == .codeBurst && one.devices.map(\.name) == ["d0"])
        #expect(one.from == 200.25 * MadeSource.hour && one.to == 205 * MadeSource.hour)
        // Twenty in the six parts from 200 to 206.
        #expect(one.actual == 20 / (6.0 / 24))
        let expected = try #require(one.expected)
        #expect(expected > 0 && expected < 24 * 0.1)
        let strength = EpisodeSeverity.strength(count: 20, expected: expected * 6 / 24, prior: 5)
        #expect(abs(one.severity - (30 + 10 * strength)) < 1e-9)
    }

    @Test("a code that begins late is new, one that goes on to the end is open")
    func new() throws {
        let late = (0..<60).map { 400 + Double($0) * 1.8 }
        let found = try episodes(source([late, []] + Array(repeating: [], count: 4)))
        #expect(
            found.map(\.kind) == [.codeNew] && found[0].isOpen
                && found[0].from == 400 * MadeSource.hour)
        let before = try episodes(source([[5] + late] + quiet))
        #expect(before.map(\.kind) == [.codeRate] && before[0].isOpen)
        let early = try episodes(
            source([(0..<60).map { 3 + Double($0) / 10 }, [], [], [], [], []]))
        #expect(early.map(\.kind) == [.codeBurst], "the log begins with it")
    }

    @Test("what all of a site have is told of the site, what all have of nobody in particular")
    func groups() throws {
        let burst = (0..<8).map { 200.1 + 0.5 * Double($0) }
        let site = try episodes(
            source(
                (0..<8).map { usual($0) + ($0 < 3 ? burst : []) },
                attributes: ["N", "N", "N", "S", "S", "S", "S", "S"]))
        #expect(site.map(\.group) == [.init(attribute: "site", value: "N")])
        #expect(site.first?.devices.map(\.index) == [0, 1, 2])
        let all = try episodes(source((0..<8).map { usual($0) + burst.prefix(4) }))
        #expect(all.count == 1 && all.first?.devices.isEmpty == true && all.first?.group == nil)
    }

    @Test("four events are nothing, nor is what lies outside of what a log tells of")
    func none() throws {
        let burst = (0..<20).map { 200.25 + 0.25 * Double($0) }
        #expect(try episodes(source([[200, 200.1, 200.2, 200.3], [], [], []])).isEmpty)
        #expect(try episodes(source([usual(0)] + quiet)).isEmpty)
        let source = source([usual(0) + burst] + quiet)
        let coverage = try Coverage(
            [
                .made(
                    shape: .events, kind: .error, range: 300 * MadeSource.hour...Self.length,
                    rows: 1_000_000)
            ], source: source, whole: 0...Self.length)
        #expect(coverage.known(.error, in: 0...Self.length)?.lowerBound == 300 * MadeSource.hour)
        #expect(try episodes(source, coverage: coverage).isEmpty)
    }
}
