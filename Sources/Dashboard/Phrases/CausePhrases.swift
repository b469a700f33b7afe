import Reports
import Values

/// Words about where a fault began.
protocol CausePhrases {
    /// With which reading it began most likely, what is wrong there, and how sure that is.
    func causeAnswer(_ report: CauseReport) -> Sentence
    /// What left its usual course in which order, and what did not.
    func causeOrder(_ report: CauseReport) -> Sentence
    /// The card on Diagnostics.
    func causes(_ report: CauseReport) -> CardWords
    /// What is wrong where a fault begins, in a few words.
    func mechanism(_ mechanism: CauseMechanism) -> String
}
