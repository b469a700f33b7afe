/// What the words of severity columns mean.
enum SeverityWord {
    /// From the gravest; the first group of each row of equals is spelt as syslog (RFC 5424) does.
    private static let ranks: [[String]] = [
        ["emergency", "emerg", "panic"], ["fatal"], ["alert"], ["critical", "crit", "severe"],
        ["error", "err", "failure", "fail"], ["major"], ["warning", "warn", "minor"],
        ["notice"], ["information", "info", "informational", "normal", "ok"], ["config"],
        ["debug", "fine"], ["trace", "verbose", "finer", "finest"],
    ]
    /// The ranks up to this one count as errors.
    private static let lastErrorRank = 4
    private static let rankOfWord = Dictionary(
        ranks.enumerated().flatMap { rank, words in words.map { ($0, rank) } },
        uniquingKeysWith: { first, _ in first })

    /// 0 is the gravest; unknown words stand behind warnings.
    static func rank(_ word: String) -> Int { rankOfWord[word.lowercased()] ?? 6 }

    /// Whether rows of this severity report errors.
    static func isError(_ word: String) -> Bool {
        (rankOfWord[word.lowercased()] ?? .max) <= lastErrorRank
    }
}
