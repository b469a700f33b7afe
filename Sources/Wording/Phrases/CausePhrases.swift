package import Reports
package import Values

/// Words about where a fault began.
package protocol CausePhrases {
    /// The reading it most likely began with, what is wrong there, and how sure that is; or that a
    /// command explains it, or that nothing announced the failure.
    func causeAnswer(_ report: CauseReport) -> Sentence
    /// What left its usual course in which order, and what did not; empty where the answer said so.
    func causeOrder(_ report: CauseReport) -> Sentence
    /// Rare events just before; empty where there were none.
    func causeEvents(_ report: CauseReport) -> Sentence
    /// How earlier episodes went; empty where there were none.
    func causeEarlier(_ report: CauseReport) -> Sentence
    /// The words of the card on Diagnostics.
    func causes(_ report: CauseReport) -> CardWords
    /// What is wrong where a fault begins, in a few words.
    func mechanism(_ mechanism: CauseMechanism) -> String
}

extension CausePhrases {
    /// What stands below the answer: the order, events just before, earlier episodes.
    package func causeDetails(_ report: CauseReport) -> Sentence {
        causeOrder(report) + causeEvents(report) + causeEarlier(report)
    }
}
