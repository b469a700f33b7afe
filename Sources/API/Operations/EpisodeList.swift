import Reports
import Values
import Wording

/// Episodes, the gravest first, and a sentence for each that is more than a remark: what the API
/// answers and `perfmon episodes` prints.
package struct EpisodeList: Sendable {
    package var part: Listing<ToldEpisode>

    package init(_ part: Listing<ToldEpisode>) { self.part = part }

    static let shape: Shape<EpisodeList> = .object(
        "Episodes", "Troubles of a set, the gravest first.",
        [
            .list("episodes", "The episodes.", Shapes.told) { $0.part.items },
            .list("findings", "A sentence for each that is more than a remark.", finding) {
                $0.part.items.filter { $0.episode.grade != .remark }
            },
            .count("total", "Episodes of the whole list.") { $0.part.total },
            .optionalText("next", "The cursor of the next part; null at the end.") {
                $0.part.next
            },
        ])

    private static let finding: Shape<ToldEpisode> = .object(
        "EpisodeFinding", "An episode in words.",
        [
            .sentence("text", "What is wrong.") { $0.sentence(in: $1) },
            .field("devices", "The devices concerned.", Shape<String>.text.list) { $0.names },
        ])
}

extension ToldEpisode {
    /// What is wrong, in the words of its set.
    func sentence(in context: AnswerContext) -> String {
        let context = report.map { context.about($0) } ?? context
        return sentence ?? context.phrases.episode(episode).plain
    }
}
