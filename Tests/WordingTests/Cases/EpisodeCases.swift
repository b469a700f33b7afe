import Reports
import Samples
import Values

@testable import Wording

/// Words about episodes.
extension PhraseCases {
    var episodes: Chapter {
        Chapter("EpisodePhrases") {
            Said("episode(_:)", episodeCases) { $0.phrases.episode($1) }
            Said("episodeKind(_:)", EpisodeKind.allCases) { phrases.episodeKind($0) }
            Said("subject(of:)", Sample(.rich).allEpisodes) { phrases.subject(of: $0) }
            Said("levels(of:)", Sample(.rich).allEpisodes) { episode in
                phrases.levels(of: episode).map { [$0.now, $0.usual] } ?? []
            }
            Said("grade(_:)", Episode.Grade.allCases) { phrases.grade($0) }
        }
    }

    private var episodeCases: [(Axis, Episode)] {
        (Sample(.rich).allEpisodes + Self.several + Self.whose).map { (days, $0) }
            + Self.onCycles.map { (cycles, $0) }
    }

    /// Every kind of two readings or codes, open and over, going up, down and nowhere.
    private static let several: [Episode] = EpisodeKind.allCases.flatMap { kind -> [Episode] in
        let isOfCodes = [.codeBurst, .codeNew, .codeRate, .precursor].contains(kind)
        let two: [Episode.Subject] =
            isOfCodes ? [.code(codes[0]), .code(codes[3])] : [.metric(volt), .metric(pressure)]
        let scale = kind == .precursor ? 0.002 : 1
        let levels: [(Double?, Double?)] = [
            (112 * scale, 100 * scale), (88 * scale, 100 * scale), (nil, nil),
        ]
        return pairs([two, Array(two.prefix(1))], levels).flatMap { subjects, levels in
            [nil, Sample.start + 86_400].map { end in
                Episode(
                    kind, devices: [pump], subjects: subjects, from: Sample.start, to: end,
                    severity: 60, actual: levels.0, expected: levels.1)
            }
        }
    }

    /// Of one device, several, many, a group, the fleet; a moment; no subject.
    private static let whose: [Episode] =
        [0, 1, 2, 4, 5, 8].map { count in
            Episode(
                .drift, devices: Array(numbered.prefix(count)), subjects: [.metric(volt)],
                from: Sample.start, to: Sample.start, severity: 60)
        }
        + [1, 2, 5].map { count in
            Episode(
                .drift, devices: Array(numbered.prefix(count)),
                group: .init(attribute: "model", value: "model3"), subjects: [.metric(volt)],
                from: Sample.start, to: nil, severity: 60)
        }
        + [nil, Sample.start, Sample.end].flatMap { end in
            [EpisodeKind.silent, .failure].map {
                Episode(
                    $0, devices: $0 == .silent ? [] : [pump], from: Sample.start, to: end,
                    severity: 60)
            }
        }

    private static let onCycles: [Episode] = [EpisodeKind.drift, .codeRate, .failure, .step]
        .flatMap { kind -> [Episode] in
            [nil, 1, 33].map { end in
                Episode(
                    kind, devices: [pump],
                    subjects: [kind == .codeRate ? .code(codes[0]) : .metric(volt)], from: 1,
                    to: end, severity: 60, actual: 3, expected: 1)
            }
        }
}
