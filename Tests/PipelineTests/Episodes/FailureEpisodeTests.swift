import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Failures and what led to them")
struct FailureEpisodeTests {
    private static let hour = MadeSource.hour

    /// A device with hourly rows but for a gap, and failures at hours.
    private func failures(
        _ hours: [(hour: Double, code: Int)], gap: Range<Int> = 0..<0, end: Int = 1_000,
        regular: Set<Int> = [0], period: ClosedRange<Double>? = nil
    ) throws -> FailureEpisodes {
        let source = MadeSource(
            [
                .init(
                    name: "d0",
                    rows: (0...end).filter { !gap.contains($0) }.map {
                        (Double($0) * Self.hour, [1])
                    }, events: hours.map { .init(time: $0.hour * Self.hour, code: $0.code) })
            ], metrics: ["x"], codes: [(.failure, "seal"), (.failure, "belt"), (.error, "e")],
            length: 1_000 * Self.hour)
        return FailureEpisodes(
            readings: try SetReadings(source, main: nil), events: try SetEvents(source),
            regular: regular, period: period ?? 0...1_000 * Self.hour)
    }

    private func hours(_ episodes: [Episode]) -> [[Double?]] {
        episodes.map { [$0.from / Self.hour, $0.to.map { $0 / Self.hour }] }
    }

    @Test("last until the next row, and are open and graver where none came")
    func lasting() throws {
        let back = try failures([(99.5, 0), (300, 2)], gap: 100..<130).episodes()
        #expect(hours(back) == [[99.5, 130]] && back[0].severity == 60 && back[0].kind == .failure)
        #expect(back[0].subjects.map(\.name) == ["seal"] && back[0].devices.map(\.name) == ["d0"])
        #expect(hours(try failures([(100, 0)]).episodes()) == [[100, 101]])
        let gone = try failures([(500.5, 1)], end: 500).episodes()
        #expect(hours(gone) == [[500.5, nil]] && gone[0].severity == 85)
        #expect(hours(try failures([(500, 1)], end: 500, regular: []).episodes()) == [[500, 500]])
        // Within two steps of the end nobody can know yet.
        #expect(hours(try failures([(998, 1)], end: 998).episodes()) == [[998, 998]])
        #expect(hours(try failures([(997.9, 1)], end: 997).episodes()) == [[997.9, nil]])
    }

    @Test("of several parts until the device is back are one, and others are not looked at")
    func together() throws {
        let found = try failures([(99.5, 0), (99.5, 1), (130, 0), (130.5, 1)], gap: 100..<130)
            .episodes()
        #expect(hours(found) == [[99.5, 130], [130.5, 131]])
        let cut = try failures(
            [(9, 0), (20, 0), (31, 0)], period: 10 * Self.hour...30 * Self.hour
        ).episodes()
        #expect(hours(cut) == [[20, 21]])
    }

    private func episode(
        _ kind: EpisodeKind, _ from: Double, _ to: Double?, device: Int = 0, severity: Double = 50
    ) -> Episode {
        Episode(
            kind, devices: [DeviceRef(index: device, name: "d\(device)")],
            subjects: [.metric(.made(0, "x"))], from: from * Self.hour,
            to: to.map { $0 * Self.hour }, severity: severity, actual: 3, expected: 1)
    }

    @Test(
        "a trouble that ends near a failure becomes part of it",
        arguments: [
            (EpisodeKind.drift, 400.0, 480.0 as Double?, true), (.step, 400, 479, false),
            (.event, 400, 520, true), (.variance, 400, 521, false), (.wearReset, 400, 500, true),
            (.frozen, 400, 500, false), (.step, 501, 510, false), (.step, 500, 510, true),
            (.step, 400, nil, false),
        ])
    func merged(kind: EpisodeKind, from: Double, to: Double?, isTaken: Bool) throws {
        // A fiftieth of a thousand hours is near; the device is back at once.
        let finder = try failures([(500, 0)], regular: [])
        let merged = finder.merged(finder.episodes(), with: [episode(kind, from, to)])
        #expect(merged.count == (isTaken ? 1 : 2))
        let failure = try #require(merged.first)
        #expect(failure.kind == (isTaken ? .failureWarned : .failure))
        #expect(failure.subjects.map(\.name) == (isTaken ? ["x", "seal"] : ["seal"]))
        #expect(failure.from / Self.hour == (isTaken ? from : 500))
        #expect(failure.severity == (isTaken ? 65 : 60) && failure.actual == (isTaken ? 3 : nil))
    }

    @Test(
        "a failure that is open keeps its severity, and takes up what goes on to the end of the set"
    )
    func open() throws {
        let finder = try failures([(990, 0)], end: 989)
        let merged = finder.merged(finder.episodes(), with: [episode(.step, 900, nil)])
        #expect(merged.map(\.kind) == [.failureWarned] && merged[0].severity == 85)
        #expect(merged[0].isOpen && merged[0].from == 900 * Self.hour)
    }

    @Test(
        "a silence that a failure explains is dropped; of other devices and of several nothing is")
    func silences() throws {
        let finder = try failures([(500.5, 0)], gap: 501..<600)
        let own = finder.episodes()
        let count = { (other: Episode) in finder.merged(own, with: [other]).count }
        #expect(count(episode(.silent, 501, 600)) == 1)
        #expect(count(episode(.silent, 480.5, 600)) == 1 && count(episode(.silent, 480, 600)) == 2)
        #expect(count(episode(.silent, 600, 700)) == 1 && count(episode(.silent, 601, 700)) == 2)
        #expect(finder.merged(own, with: [episode(.silent, 501, 600)])[0].kind == .failure)
        #expect(count(episode(.step, 400, 500, device: 1)) == 2)
        var both = episode(.step, 400, 500)
        both.devices.append(DeviceRef(index: 1, name: "d1"))
        #expect(count(both) == 2)
    }

    // MARK: - Order

    @Test("episodes stand by severity, the open ones first, then the latest, then by name")
    func order() {
        let episodes = [
            episode(.step, 1, 2, severity: 90), episode(.step, 5, nil), episode(.step, 3, nil),
            episode(.step, 9, 10), episode(.step, 7, 10), episode(.step, 7, 10, device: 1),
        ]
        #expect(episodes.reversed().sorted(by: EpisodeFinder.isGraver) == episodes)
        var other = episode(.step, 7, 10)
        other.subjects = [.metric(.made(1, "a"))]
        #expect(EpisodeFinder.isGraver(other, episode(.step, 7, 10)))
        #expect(!EpisodeFinder.isGraver(other, other))
    }
}
