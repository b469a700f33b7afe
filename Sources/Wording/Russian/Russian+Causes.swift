import Reports
import Values

/// Sentences about where a fault began.
extension RussianPhrases {
    func causeAnswer(_ report: CauseReport) -> Sentence {
        if let command = report.command { return commanded(command) }
        guard let failure = report.failure else { return likeliest(report) }
        let moment = format.shortMoment(failure.time)
        guard let first = report.departed.first, let departure = first.departure else {
            return
                "\(strong: "Показания никак не предвещали отказа \(failure.code.name)") (\(moment))."
        }
        let lead = accusative(format.measured(failure.time - departure))
        return
            "За \(strong: lead) до отказа \(failure.code.name) (\(moment)) первым изменился \(first.metric.name): \(direction(first))."
            + likeliest(report)
    }

    private func likeliest(_ report: CauseReport) -> Sentence {
        guard let first = report.signals.first else { return "" }
        let others = report.signals.dropFirst().prefix(2).map {
            "\($0.metric.name) (\(format.percent($0.confidence)))"
        }
        let rest = others.isEmpty ? "" : "; далее \(list(others, limit: 2))"
        return
            "Вероятнее всего, началось с \(strong: first.metric.name) (\(format.percent(first.confidence))): \(mechanism(first.mechanism))\(rest)."
    }

    private func commanded(_ command: CauseReport.Command) -> Sentence {
        let (from, to) = (
            format.reading(command.from, command.metric), format.reading(command.to, command.metric)
        )
        return
            "\(strong: command.metric.name): уставка изменена с \(from) на \(to) (\(format.shortMoment(command.time))), и показания последовали за ней так же, как раньше (прежних изменений: \(format.count(command.earlier))); неисправности нет."
    }

    private func direction(_ signal: CauseReport.Signal) -> String {
        signal.change < 0 ? "вниз" : "вверх"
    }

    func causeOrder(_ report: CauseReport) -> Sentence {
        guard !report.isUnannounced else { return "" }
        let departed = report.departed
        // The answer names the only one that moved before a failure, and when.
        let isSaid = report.failure != nil && departed.count == 1
        let steps = departed.prefix(6).map { signal in
            let moment = signal.departure.map(format.shortMoment) ?? ""
            return "\(signal.metric.name) \(direction(signal)) (\(moment))"
        }
        let more = departed.count > 6 ? " и ещё \(format.count(departed.count - 6))" : ""
        let moved: Sentence =
            steps.isEmpty
            ? "Ни один показатель не вышел из обычного хода."
            : isSaid ? "" : "Порядок изменений: \(steps.joined(separator: ", затем "))\(more)."
        let kept = report.unchanged.map(\.metric.name)
        return kept.isEmpty || steps.isEmpty
            ? moved : moved + "Без изменений: \(list(kept, limit: 6))."
    }

    func causeEvents(_ report: CauseReport) -> Sentence {
        let parts = report.events.map { event in
            let before =
                event.before > 0
                ? "за \(accusative(format.measured(event.before)))" : "в то же время"
            return
                "\(name(of: event.subject)) \(before) (\(times(event.count)) за \(accusative(format.measured(event.span))))"
        }
        return parts.isEmpty ? "" : "Непосредственно перед этим: \(list(parts, limit: 3))."
    }

    private func name(of subject: CauseReport.Event.Subject) -> String {
        switch subject {
        case .code(let code): code.name
        case .change(let metric, let from, let to):
            "\(metric.name) с \(format.reading(from, metric)) на \(format.reading(to, metric))"
        }
    }

    func causeEarlier(_ report: CauseReport) -> Sentence {
        guard let earlier = report.earlier, let first = report.leading.first else { return "" }
        let devices =
            earlier.devices > 1 ? " на \(format.count(earlier.devices)) устройствах" : ""
        let share = "\(format.count(earlier.agreeing)) из \(format.count(earlier.examined))"
        if let failure = report.failure {
            let lead = earlier.lead.map { "; времени до отказа оставалось: \(range($0))" } ?? ""
            return
                "Прежние отказы \(failure.code.name)\(devices): в \(strong: share) первым изменился \(first.metric.name), \(direction(first))\(lead)."
        }
        guard earlier.leading.count > 1, let second = earlier.leading.dropFirst().first else {
            return
                "Прежние эпизоды\(devices): в \(strong: share) первым изменился \(first.metric.name), \(direction(first))."
        }
        let order = earlier.leading.map(\.name).joined(separator: ", затем ")
        let delay = earlier.delay.map { delay -> Sentence in
            let spread = delay.low == delay.high ? "" : " (\(range(delay)))"
            return
                "; \(second.name) следует за \(first.metric.name) через \(accusative(format.measured(delay.median)))\(spread)"
        }
        return
            "Прежние эпизоды\(devices): в \(strong: share) тот же порядок — \(order)\(delay ?? "")."
    }

    private func range(_ delay: CauseReport.EarlierOrder.Delay) -> String {
        switch format.ends(delay.low, delay.high, format.length) {
        case .one(let only): only
        case .two(let low, let high): "\(low) … \(high)"
        }
    }

    func causes(_ report: CauseReport) -> CardWords {
        let few =
            report.compared < report.signals.count
            ? ", сравнено изменившихся сильнее всех: \(format.count(report.compared))" : ""
        return CardWords(
            title: label(.causesTitle),
            sub:
                "до \(format.shortMoment(report.noticed)), показателей: \(format.count(report.signals.count))\(few)",
            say: causeAnswer(report),
            note: report.isUnannounced || report.command != nil
                ? ""
                : "Только по показаниям, без знания об устройстве установки: связи между ними выучены на том, что было раньше. Проценты — как часто такой ответ был верен на смоделированных установках."
        )
    }

    func mechanism(_ mechanism: CauseMechanism) -> String {
        switch mechanism {
        case .lostActuation: "то, чем он управляет, больше за ним не следует"
        case .biasedReading: "похоже, неверно само показание"
        case .frozenReading: "показание застыло"
        case .sharpLoop: "колеблется резче, чем раньше"
        case .disturbance: "что-то действует там на сам процесс"
        }
    }
}
