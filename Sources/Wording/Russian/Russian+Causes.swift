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
                "\(strong: "Признаков приближения отказа \(failure.code.name) в показаниях не было") (\(moment))."
        }
        let lead = accusative(format.measured(failure.time - departure))
        return
            "Первым изменился показатель \(first.metric.name) — \(direction(first)), за \(strong: lead) до отказа \(failure.code.name) (\(moment))."
            + likeliest(report)
    }

    private func likeliest(_ report: CauseReport) -> Sentence {
        guard let first = report.signals.first else { return "" }
        let others = report.signals.dropFirst().prefix(2).map {
            "\($0.metric.name) (\(format.percent($0.confidence)))"
        }
        let answer: Sentence =
            "Наиболее вероятный источник — \(strong: first.metric.name) (\(format.percent(first.confidence))): \(mechanism(first.mechanism))."
        return others.isEmpty ? answer : answer + "Далее: \(list(others, limit: 2))."
    }

    private func commanded(_ command: CauseReport.Command) -> Sentence {
        let (from, to) = (
            format.reading(command.from, command.metric), format.reading(command.to, command.metric)
        )
        return
            "\(strong: "Неисправности нет"): значение \(command.metric.name) изменено с \(from) на \(to) (\(format.shortMoment(command.time))), и показания отреагировали так же, как при прежних изменениях (\(format.count(command.earlier)))."
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
            ? "Ни один показатель не вышел из обычных пределов."
            : isSaid ? "" : "Порядок изменений: \(steps.joined(separator: ", затем "))\(more)."
        let kept = report.unchanged.map(\.metric.name)
        return kept.isEmpty || steps.isEmpty
            ? moved : moved + "Без изменений: \(list(kept, limit: 6))."
    }

    func causeEvents(_ report: CauseReport) -> Sentence {
        let parts = report.events.map { event in
            let before =
                event.before > 0
                ? "за \(accusative(format.measured(event.before))) до этого" : "в то же время"
            return
                "\(name(of: event.subject)) \(before) (\(times(event.count)) за \(accusative(format.measured(event.span))))"
        }
        return parts.isEmpty ? "" : "Незадолго до этого: \(list(parts, limit: 3))."
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
            earlier.devices > 1
            ? " на \(format.counted(earlier.devices, "устройстве", "устройствах", "устройствах"))"
            : ""
        let share = "\(format.count(earlier.agreeing)) из \(format.count(earlier.examined))"
        if let failure = report.failure {
            let lead = earlier.lead.map { "; до отказа оставалось \(range($0))" } ?? ""
            return
                "Прежние отказы \(failure.code.name)\(devices): в \(strong: share) первым изменился \(first.metric.name), \(direction(first))\(lead)."
        }
        guard earlier.leading.count > 1, let second = earlier.leading.dropFirst().first else {
            return
                "Прежние эпизоды\(devices): в \(strong: share) первым изменился \(first.metric.name), \(direction(first))."
        }
        let order = earlier.leading.map(\.name).joined(separator: ", затем ")
        let delay = earlier.delay.map { delay -> Sentence in
            let spread = delay.low == delay.high ? "" : ", \(range(delay))"
            return
                " \(second.name) следует за \(first.metric.name) через \(accusative(format.measured(delay.median))) (медиана\(spread))."
        }
        return
            "Прежние эпизоды\(devices): в \(strong: share) порядок тот же — \(order).\(delay ?? "")"
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
            ? " · сравнены только сильнее всего изменившиеся: \(format.count(report.compared))"
            : ""
        return CardWords(
            title: label(.causesTitle),
            sub:
                "данные \(through(report.noticed, format.shortMoment)) · \(counted(report.signals.count, .reading))\(few)",
            say: causeAnswer(report),
            note: report.isUnannounced || report.command != nil
                ? ""
                : "Вывод сделан только по показаниям, без сведений об устройстве установки: связи между показателями найдены по более ранним данным. Проценты — как часто такой ответ был верен на смоделированных установках."
        )
    }

    func mechanism(_ mechanism: CauseMechanism) -> String {
        switch mechanism {
        case .lostActuation: "то, чем он управляет, больше не реагирует"
        case .biasedReading: "вероятно, датчик показывает со смещением"
        case .frozenReading: "показание застыло"
        case .sharpLoop: "колебания резче, чем раньше"
        case .disturbance: "на процесс здесь действует возмущение"
        }
    }
}
