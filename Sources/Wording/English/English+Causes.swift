import Reports
import Values

/// Sentences about where a fault began.
extension EnglishPhrases {
    func causeAnswer(_ report: CauseReport) -> Sentence {
        if let command = report.command { return commanded(command) }
        guard let failure = report.failure else { return likeliest(report) }
        let moment = format.shortMoment(failure.time)
        guard let first = report.departed.first, let departure = first.departure else {
            return
                "\(strong: "No reading gave warning of the \(failure.code.name) failure") (\(moment))."
        }
        let lead = format.length(failure.time - departure)
        return
            "\(first.metric.name) \(verb(first)) first, \(strong: lead + " before") \(failure.code.name) (\(moment))."
            + likeliest(report)
    }

    private func likeliest(_ report: CauseReport) -> Sentence {
        guard let first = report.signals.first else { return "" }
        let others = report.signals.dropFirst().prefix(2).map {
            "\($0.metric.name) (\(format.percent($0.confidence)))"
        }
        let answer: Sentence =
            "The most likely origin is \(strong: first.metric.name) (\(format.percent(first.confidence))): \(mechanism(first.mechanism))."
        return others.isEmpty ? answer : answer + "Next: \(list(others, limit: 2))."
    }

    private func commanded(_ command: CauseReport.Command) -> Sentence {
        let (from, to) = (
            format.reading(command.from, command.metric), format.reading(command.to, command.metric)
        )
        return
            "\(strong: "No fault"): \(command.metric.name) was changed from \(from) to \(to) (\(format.shortMoment(command.time))), and the readings responded as after \(format.counted(command.earlier, "earlier change", "earlier changes")) of it."
    }

    private func verb(_ signal: CauseReport.Signal) -> String {
        signal.change < 0 ? "fell" : "rose"
    }

    func causeOrder(_ report: CauseReport) -> Sentence {
        guard !report.isUnannounced else { return "" }
        let departed = report.departed
        // The answer names the only one that moved before a failure, and when.
        let isSaid = report.failure != nil && departed.count == 1
        let steps = departed.prefix(6).enumerated().map { place, signal in
            let moment = signal.departure.map(format.shortMoment) ?? ""
            return "\(signal.metric.name) \(verb(signal))\(place == 0 ? " first" : "") (\(moment))"
        }
        let more = departed.count > 6 ? " and \(format.count(departed.count - 6)) more" : ""
        let moved: Sentence =
            steps.isEmpty
            ? "No reading left its usual range."
            : isSaid ? "" : "\(steps.joined(separator: ", then "))\(more)."
        let kept = report.unchanged.map(\.metric.name)
        return kept.isEmpty || steps.isEmpty ? moved : moved + "Unchanged: \(list(kept, limit: 6))."
    }

    func causeEvents(_ report: CauseReport) -> Sentence {
        let parts = report.events.map { event in
            let before =
                event.before > 0 ? "\(format.length(event.before)) earlier" : "at the same time"
            let times = event.count == 1 ? "once" : format.counted(event.count, "time", "times")
            return "\(name(of: event.subject)) \(before) (\(times) in \(format.length(event.span)))"
        }
        return parts.isEmpty ? "" : "Shortly before: \(list(parts, limit: 3))."
    }

    private func name(of subject: CauseReport.Event.Subject) -> String {
        switch subject {
        case .code(let code): code.name
        case .change(let metric, let from, let to):
            "\(metric.name) from \(format.reading(from, metric)) to \(format.reading(to, metric))"
        }
    }

    func causeEarlier(_ report: CauseReport) -> Sentence {
        guard let earlier = report.earlier, let first = report.leading.first else { return "" }
        let devices =
            earlier.devices > 1 ? " on \(format.count(earlier.devices)) devices" : ""
        let share = "\(format.count(earlier.agreeing)) of \(format.count(earlier.examined))"
        if let failure = report.failure {
            let lead = earlier.lead.map { ", \(range($0)) before" } ?? ""
            return
                "In \(strong: share) earlier \(earlier.examined == 1 ? "failure" : "failures") of this kind (\(failure.code.name))\(devices), \(first.metric.name) \(verb(first)) first\(lead)."
        }
        guard earlier.leading.count > 1, let second = earlier.leading.dropFirst().first else {
            return
                "In \(strong: share) earlier \(earlier.examined == 1 ? "episode" : "episodes")\(devices), \(first.metric.name) \(verb(first)) first."
        }
        let order = earlier.leading.map(\.name).joined(separator: ", then ")
        let delay = earlier.delay.map { delay -> Sentence in
            let spread = delay.low == delay.high ? "" : " (\(range(delay)))"
            return
                " \(second.name) follows \(first.metric.name) after a median of \(format.length(delay.median))\(spread)."
        }
        return
            "In \(strong: share) earlier \(earlier.examined == 1 ? "episode" : "episodes")\(devices), the order was the same: \(order).\(delay ?? "")"
    }

    private func range(_ delay: CauseReport.EarlierOrder.Delay) -> String {
        switch format.ends(delay.low, delay.high, format.length) {
        case .one(let only): only
        case .two(let low, let high): fromTo(low, high)
        }
    }

    func causes(_ report: CauseReport) -> CardWords {
        let few =
            report.compared < report.signals.count
            ? " · only the \(format.count(report.compared)) that changed most were compared" : ""
        return CardWords(
            title: label(.causesTitle),
            sub:
                "data up to \(format.shortMoment(report.noticed)) · \(format.counted(report.signals.count, "reading", "readings"))\(few)",
            say: causeAnswer(report),
            note: report.isUnannounced || report.command != nil
                ? ""
                : "Based on the readings alone, without knowledge of the plant: how they relate is learned from earlier data. Percentages: how often such an answer was right on simulated plants."
        )
    }

    func mechanism(_ mechanism: CauseMechanism) -> String {
        switch mechanism {
        case .lostActuation: "what it drives no longer responds"
        case .biasedReading: "the sensor itself is probably biased"
        case .frozenReading: "the reading is stuck"
        case .sharpLoop: "it oscillates more sharply than before"
        case .disturbance: "a disturbance acts on the process there"
        }
    }
}
