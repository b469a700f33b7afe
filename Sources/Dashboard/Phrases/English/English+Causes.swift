import Reports
import Values

/// Sentences about where a fault began.
extension EnglishPhrases {
    func causeAnswer(_ report: CauseReport) -> Sentence {
        guard let first = report.signals.first else { return "" }
        let others = report.signals.dropFirst().prefix(2).map {
            "\($0.metric.name) (\(format.percent($0.confidence)))"
        }
        let rest = others.isEmpty ? "" : "; next \(list(others, limit: 2))"
        return
            "It most likely began with \(strong: first.metric.name) (\(format.percent(first.confidence))): \(mechanism(first.mechanism))\(rest)."
    }

    func causeOrder(_ report: CauseReport) -> Sentence {
        let departed = report.departed
        let steps = departed.prefix(6).enumerated().map { place, signal in
            let verb = signal.change < 0 ? "fell" : "rose"
            let moment = signal.departure.map(format.shortMoment) ?? ""
            return "\(signal.metric.name) \(verb)\(place == 0 ? " first" : "") (\(moment))"
        }
        let more = departed.count > 6 ? " and \(format.count(departed.count - 6)) more" : ""
        let moved: Sentence =
            steps.isEmpty
            ? "No reading left its usual course." : "\(steps.joined(separator: ", then "))\(more)."
        let kept = report.unchanged.map(\.metric.name)
        return kept.isEmpty || steps.isEmpty ? moved : moved + "Unchanged: \(list(kept, limit: 6))."
    }

    func causes(_ report: CauseReport) -> CardWords {
        CardWords(
            title: label(.causesTitle),
            sub:
                "up to \(format.shortMoment(report.noticed)), of \(format.count(report.signals.count)) readings",
            say: causeAnswer(report),
            note:
                "From the readings alone, without knowing how the plant is built: relations between them are learned on what came before. The percentages are how often such an answer was right on simulated plants."
        )
    }

    func mechanism(_ mechanism: CauseMechanism) -> String {
        switch mechanism {
        case .lostActuation: "what it drives no longer follows it"
        case .biasedReading: "the reading itself seems to be off"
        case .frozenReading: "the reading stands still"
        case .sharpLoop: "it swings more sharply than it did"
        case .disturbance: "something acts on the process there"
        }
    }
}
