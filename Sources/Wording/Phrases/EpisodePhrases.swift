package import Reports
package import Values

/// Words about episodes.
package protocol EpisodePhrases {
    /// The whole sentence: who, what, since when, how much.
    func episode(_ episode: Episode) -> Sentence
    /// What happened, for a mark on a chart or a cell of a table: `creeps up`.
    func episodeKind(_ kind: EpisodeKind) -> String
    /// A trouble in a few words: its kind and what it is about.
    func subject(of episode: Episode) -> String
    /// The level of a reading meanwhile and the one without the trouble, `68.6 °C` and
    /// `instead of 62.4`; nil where it is not about a level.
    func levels(of episode: Episode) -> (now: String, usual: String)?
    /// The name of a grade, into which severities are divided.
    func grade(_ grade: Episode.Grade) -> String
}
