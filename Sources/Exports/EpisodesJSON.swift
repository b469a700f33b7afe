import Foundation
package import Reports
import Telemetry
package import Values

/// The episodes of a set as the API and `perfmon episodes` print them: a JSON object with the lists
/// `episodes`, the gravest first, and `findings`, a sentence for each that is more than a remark.
package struct EpisodesJSON: Export {
    /// Puts an episode into words.
    package typealias Sentence = @Sendable (Episode) -> String

    private var document = Document(episodes: [], findings: [])

    package let fileName = "episodes.json"
    package let mediaType = "application/json; charset=utf-8"

    /// A document without episodes.
    package init() {}

    /// Adds the episodes of a set; all episodes stay sorted by severity.
    ///
    /// - Parameters:
    ///   - axis: The axis of the episodes' times; without dates they are written as numbers.
    ///   - prefix: The path of the file where each file is a set of its own; `nil` for a set of
    ///     files.
    ///   - isSingle: Whether the file has a single device, which is then named by `prefix` alone;
    ///     others become `prefix/device`.
    ///   - sentence: Puts an episode into words.
    package mutating func add(
        _ episodes: [Episode], axis: TimeAxis, prefix: String? = nil, isSingle: Bool = false,
        sentence: Sentence
    ) {
        let writer = MomentWriter(axis.kind)
        for episode in episodes {
            var record = Record(episode, writer, sentence(episode))
            if let prefix { record.move(under: prefix, isSingle: isSingle) }
            document.episodes.append(record)
            if episode.grade != .remark {
                document.findings.append(
                    Document.Finding(
                        text: record.sentence,
                        devices: record.devices ?? [record.device].compactMap(\.self)))
            }
        }
        document.episodes.sort { $0.severity > $1.severity }
    }

    /// The document with keys in alphabetical order.
    package func content() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Figures that are not finite were left out, so that encoding succeeds.
        return (try? Array(encoder.encode(document)))
            ?? Array(#"{"episodes":[],"findings":[]}"#.utf8)
    }

    private struct Document: Encodable {
        struct Finding: Encodable {
            var text: String
            var devices: [String]
        }
        var episodes: [Record]
        var findings: [Finding]
    }
}

/// One episode as JSON shows it.
private struct Record: Encodable {
    var id: String
    /// Written as null for the whole fleet.
    var device: String?
    /// Written in place of `device` where there are several.
    var devices: [String]?
    var group: [String: String]?
    var signals: [String]
    var from: MomentWriter.Moment
    var to: MomentWriter.Moment?
    var open: Bool
    var kind: EpisodeKind
    var severity: Double
    var grade: String
    var actual: Double?
    var expected: Double?
    var sentence: String

    init(_ episode: Episode, _ writer: MomentWriter, _ sentence: String) {
        let names = episode.devices.map(\.name)
        device = names.count == 1 ? names[0] : nil
        devices = names.count > 1 ? names : nil
        group = episode.group.map { [$0.attribute: $0.value] }
        signals = episode.subjects.map(\.name)
        from = writer.moment(episode.from)
        to = episode.to.map(writer.moment)
        open = episode.isOpen
        kind = episode.kind
        severity = (episode.severity * 10).rounded() / 10
        grade = "\(episode.grade)"
        actual = episode.actual.flatMap { $0.isFinite ? $0 : nil }
        expected = episode.expected.flatMap { $0.isFinite ? $0 : nil }
        self.sentence = sentence
        id = episode.id
    }

    /// Names the devices by the path of their file.
    mutating func move(under path: String, isSingle: Bool) {
        if isSingle {
            device = path
            return
        }
        device = device.map { "\(path)/\($0)" }
        devices = devices.map { $0.map { "\(path)/\($0)" } }
        if device == nil, devices == nil { device = path }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        if let devices {
            try container.encode(devices, forKey: .device)
        } else {
            try container.encode(device, forKey: .device)
        }
        try container.encodeIfPresent(group, forKey: .group)
        try container.encode(signals, forKey: .signals)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(open, forKey: .open)
        try container.encode(kind, forKey: .kind)
        try container.encode(severity, forKey: .severity)
        try container.encode(grade, forKey: .grade)
        try container.encodeIfPresent(actual, forKey: .actual)
        try container.encodeIfPresent(expected, forKey: .expected)
        try container.encode(sentence, forKey: .sentence)
    }

    enum CodingKeys: String, CodingKey {
        case id, device, group, signals, from, to, open, kind, severity, grade, actual, expected
        case sentence
    }
}
