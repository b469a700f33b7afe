import Reports
import Values

/// Words about episodes.
protocol EpisodePhrases {
    /// The whole sentence: who, what, since when, how much.
    func episode(_ episode: Episode) -> Sentence
    /// What happened, for a mark on a chart or a cell of a table: `creeps up`.
    func episodeKind(_ kind: EpisodeKind) -> String
    /// The band of a severity.
    func grade(_ grade: Episode.Grade) -> String
}
