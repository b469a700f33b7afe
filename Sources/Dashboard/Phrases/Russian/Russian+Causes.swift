import Reports
import Values

/// Sentences about where a fault began.
extension RussianPhrases {
    func causeAnswer(_ report: CauseReport) -> Sentence {
        guard let first = report.signals.first else { return "" }
        let others = report.signals.dropFirst().prefix(2).map {
            "\($0.metric.name) (\(format.percent($0.confidence)))"
        }
        let rest = others.isEmpty ? "" : "; далее \(list(others, limit: 2))"
        return
            "Вероятнее всего, началось с \(strong: first.metric.name) (\(format.percent(first.confidence))): \(mechanism(first.mechanism))\(rest)."
    }

    func causeOrder(_ report: CauseReport) -> Sentence {
        let departed = report.departed
        let steps = departed.prefix(6).enumerated().map { place, signal in
            let direction = signal.change < 0 ? "вниз" : "вверх"
            let moment = signal.departure.map(format.shortMoment) ?? ""
            return "\(signal.metric.name) \(direction) (\(moment))"
        }
        let more = departed.count > 6 ? " и ещё \(format.count(departed.count - 6))" : ""
        let moved: Sentence =
            steps.isEmpty
            ? "Ни один показатель не вышел из обычного хода."
            : "Порядок изменений: \(steps.joined(separator: ", затем "))\(more)."
        let kept = report.unchanged.map(\.metric.name)
        return kept.isEmpty || steps.isEmpty
            ? moved : moved + "Без изменений: \(list(kept, limit: 6))."
    }

    func causes(_ report: CauseReport) -> CardWords {
        CardWords(
            title: label(.causesTitle),
            sub:
                "до \(format.shortMoment(report.noticed)), показателей: \(format.count(report.signals.count))",
            say: causeAnswer(report),
            note:
                "Только по показаниям, без знания об устройстве установки: связи между ними выучены на том, что было раньше. Проценты — как часто такой ответ был верен на смоделированных установках."
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
