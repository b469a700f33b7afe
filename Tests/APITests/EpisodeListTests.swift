import Foundation
import Samples
import Testing
import Values
import Wording

@testable import API
@testable import Reports

/// What programs read of a set's episodes.
@Suite("Episodes for programs, as JSON")
struct EpisodeListTests {
    private static let start = 1_709_251_200.0

    private func devices(_ names: String...) -> [DeviceRef] {
        names.enumerated().map { DeviceRef(index: $0, name: $1) }
    }

    private func episodes(
        _ episodes: [Episode], kind: TimeKind = .time(zone: "UTC", isStated: false),
        prefix: String? = nil, isSingle: Bool = false
    ) throws -> (episodes: [[String: Any]], findings: [[String: Any]]) {
        var context = Sample(.rich).context
        context.axis = kind
        context.zone = Zone(of: kind)
        let told = episodes.map { episode in
            var told = ToldEpisode(episode, of: context)
            told.sentence = "\(episode.kind) of \(episode.devices.count)"
            if let prefix { told.move(under: prefix, isSingle: isSingle) }
            return told
        }
        let list = EpisodeList(Listing(told, from: 0, limit: 10))
        let bytes = Answers.episodes.bytes(list, in: AnswerContext(nil, language: .en))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return (
            try #require(json["episodes"] as? [[String: Any]]),
            try #require(json["findings"] as? [[String: Any]])
        )
    }

    private func episode(
        _ devices: [DeviceRef], severity: Double = 60, to: Double? = nil,
        group: Episode.Group? = nil
    ) -> Episode {
        Episode(
            .drift, devices: devices, group: group,
            subjects: [.metric(MetricRef(index: 0, name: "temp", unit: "°C"))], from: Self.start,
            to: to, severity: severity, actual: 3, expected: .nan)
    }

    @Test("A device is a name, several are a list, the whole fleet is null")
    func devices() throws {
        let found = try episodes([
            episode(devices("a"), severity: 90), episode(devices("a", "b"), severity: 80),
            episode([], severity: 70),
        ]).episodes
        #expect(found[0]["device"] as? String == "a")
        #expect(found[1]["device"] as? [String] == ["a", "b"])
        #expect(found[2]["device"] is NSNull)
    }

    @Test(
        "What goes on has no end; figures that are no numbers are null; remarks are no findings"
    )
    func fields() throws {
        let group = Episode.Group(attribute: "site", value: "North")
        let (found, findings) = try episodes([
            episode(devices("a"), group: group),
            episode(devices("b"), severity: 10, to: Self.start + 3_600),
        ])
        #expect(found[0]["open"] as? Bool == true && found[0]["to"] is NSNull)
        #expect(found[0]["from"] as? String == "2024-03-01T00:00")
        #expect(found[0]["actual"] as? Double == 3 && found[0]["expected"] is NSNull)
        #expect(found[0]["signals"] as? [String] == ["temp"])
        #expect(found[0]["group"] as? [String: String] == ["site": "North"])
        #expect(found[0]["kind"] as? String == "drift" && found[0]["grade"] as? String == "major")
        #expect(found[1]["to"] as? String == "2024-03-01T01:00")
        #expect(findings.count == 1 && findings[0]["text"] as? String == "drift of 1")
        #expect(found[0]["id"] as? String != found[1]["id"] as? String)
    }

    @Test(
        "Times carry the zone where it is known, fractions behind seconds, and are numbers without dates"
    )
    func times() throws {
        var one = episode(devices("a"))
        one.from += 0.25
        let local = try episodes([one], kind: .time(zone: "Europe/Berlin", isStated: true))
        #expect(local.episodes[0]["from"] as? String == "2024-03-01T01:00:00.250+01:00")
        let utc = try episodes([one], kind: .time(zone: "UTC", isStated: true))
        #expect(utc.episodes[0]["from"] as? String == "2024-03-01T00:00:00.250Z")
        one.from = 17
        #expect(try episodes([one], kind: .cycle).episodes[0]["from"] as? Double == 17)
    }

    @Test("A file that is a set by itself is called by its path")
    func files() throws {
        let only = try episodes([episode(devices("x"))], prefix: "d/x.csv", isSingle: true)
        #expect(only.episodes[0]["device"] as? String == "d/x.csv")
        let several = try episodes([episode(devices("a", "b"))], prefix: "d/x.csv")
        #expect(several.episodes[0]["device"] as? [String] == ["d/x.csv/a", "d/x.csv/b"])
    }
}
