package import Reports
package import Values

/// Words about where a fault began.
package protocol CausePhrases {
    /// With which reading it began most likely, what is wrong there, and how sure that is; or that a
    /// command explains it, or that nothing announced the failure.
    func causeAnswer(_ report: CauseReport) -> Sentence
    /// What left its usual course in which order, and what did not; nothing where that was said.
    func causeOrder(_ report: CauseReport) -> Sentence
    /// Rare events just before; nothing without any.
    func causeEvents(_ report: CauseReport) -> Sentence
    /// How it went in earlier episodes; nothing without any.
    func causeEarlier(_ report: CauseReport) -> Sentence
    /// The card on Diagnostics.
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
