package import Reports
import Values
import Wording

/// The episodes of a set, the gravest first, and a sentence for each that is more than a remark.
package struct EpisodeList: Sendable {
    package var part: Listing<Episode>

    package init(_ part: Listing<Episode>) { self.part = part }

    static let shape: Shape<EpisodeList> = .object(
        "Episodes", "Troubles of a set, the gravest first.",
        [
            .list("episodes", "The episodes.", Shapes.episode) { $0.part.items },
            .list("findings", "A sentence for each that is more than a remark.", finding) {
                $0.part.items.filter { $0.grade != .remark }
            },
            .count("total", "Episodes of the whole list.") { $0.part.total },
            .optionalText("next", "The cursor of the next part; null at the end.") {
                $0.part.next
            },
        ])

    private static let finding: Shape<Episode> = .object(
        "EpisodeFinding", "An episode in words.",
        [
            .sentence("text", "What is wrong.") { $1.phrases.episode($0).plain },
            .field("devices", "The devices concerned.", Shape<String>.text.list) {
                $0.devices.map(\.name)
            },
        ])
}
