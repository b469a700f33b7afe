import Reports
import Values

/// Отрезки, похожие на заданный.
extension RussianPhrases {
    func similar(_ report: SimilarStretches) -> CardWords {
        CardWords(
            title: "Похожие отрезки", sub: similarSub(report),
            say: similarFinding(report), note: similarNote(report))
    }

    private func similarSub(_ report: SimilarStretches) -> String {
        let names = report.metrics.map(\.name)
        let shown = names.prefix(4).joined(separator: ", ")
        let rest = names.count > 4 ? " и ещё \(format.count(names.count - 4))" : ""
        let about = report.isOfDepartures ? " (отклонились от обычного хода)" : ""
        let own = ClosedRange(from: report.from, to: report.to).map(shortPeriod) ?? ""
        let readings = names.isEmpty ? [] : [shown + rest + about]
        return (readings + [device(report.device.name, atStart: true) + ", " + own])
            .joined(separator: " · ")
    }

    private func similarFinding(_ report: SimilarStretches) -> Sentence {
        switch report.outcome {
        case .alike: return alike(report)
        case .ordinary(let share):
            return
                "\(strong: "Такие отрезки обычны"): похожи \(format.finePercent(share)) всех отрезков, и то, что последовало за одним из них, мало о чём говорит."
        case .nothing:
            return
                "\(strong: "Ничего похожего не найдено"): ближайший из \(similarCount(report.compared))\(nearest(report, before: " (", after: ")")) не ближе, чем бывает случайно."
        case .tooShort(let steps, let needed):
            return
                "\(strong: "Отрезок слишком короткий для сравнения"): шагов между показаниями \(format.count(steps)), а нужно не меньше \(format.count(needed))."
        case .noReadings:
            return "\(strong: "В отрезке слишком мало показаний для сравнения.")"
        case .noOther:
            return
                "\(strong: "Отрезок не с чем сравнить"): другого такой же длины и полноты нет."
        }
    }

    /// `5 отрезков` behind `из`.
    private func similarCount(_ count: Int) -> String {
        format.counted(count, "отрезка", "отрезков", "отрезков")
    }

    private func alike(_ report: SimilarStretches) -> Sentence {
        let last: Sentence = "Ближайший: \(nearest(report, before: "", after: ""))."
        let known = report.known.count
        guard known > 0 else {
            let count = report.alike.count
            let found = format.counted(
                count, "похожий отрезок", "похожих отрезка", "похожих отрезков")
            return "\(strong: agree(count, "Найден ", "Найдено ") + found)." + last
        }
        let delays = report.failureDelays
        let cases = format.counted(
            known, "похожего отрезка", "похожих отрезков", "похожих отрезков")
        let failed =
            delays.isEmpty
            ? "Ни за одним из \(cases) отказа не последовало"
            : "Отказ последовал за \(format.count(delays.count)) из \(cases)"
        let code = report.failureCode.map { " (\($0.name))" } ?? ""
        let repaired: Sentence =
            report.repaired == 0 ? "" : "Ремонт раньше отказа: \(times(report.repaired))."
        return "\(strong: failed)\(code)\(delay(delays))." + repaired + last
    }

    private func nearest(
        _ report: SimilarStretches, before: String, after: String
    ) -> Sentence {
        guard let match = report.matches.first else { return "" }
        let name = device(match.device.name, atStart: false)
        return
            "\(before)\(match.device, as: name), \(format.shortMoment(match.from))\(after)"
    }

    private func similarNote(_ report: SimilarStretches) -> String {
        guard report.compared > 0 else { return "" }
        let far =
            report.measure == .level
            ? "около 1 — обычное состояние устройства"
            : "\(format.fixed(1.4, 1)) — ничего общего по форме"
        let limit =
            report.limit > 0
            ? "похожи отрезки на расстоянии до \(format.fixed(report.limit, 2))."
            : "случайность нельзя исключить ни при каком расстоянии."
        return
            "Расстояние: 0 — тот же ход, \(far). Половина из \(similarCount(report.compared)) не дальше \(format.fixed(report.median, 2)); \(limit)"
    }

    func similarAxis(_ unit: Length.Unit) -> String {
        let units =
            switch unit {
            case .second: "секунды"
            case .minute: "минуты"
            case .hour: "часы"
            case .day: "дни"
            case .week: "недели"
            case .year: "годы"
            case .cycle: "циклы"
            case .row: "строки"
            }
        return units + " от начала"
    }

    func similarCourse(_ metric: MetricRef) -> String {
        "\(metricLabel(metric)): отличие от обычного значения устройства"
    }

    func similarMeasure(_ measure: SimilarStretches.Measure) -> String {
        switch measure {
        case .level: "Форма и уровень"
        case .shape: "Только форма"
        }
    }

    func similarErrors(_ errors: [SimilarStretches.ErrorCount]) -> String {
        let shown = errors.prefix(3).map {
            code($0.code) + ($0.count > 1 ? " ×\(format.count($0.count))" : "")
        }
        let rest = errors.count > 3 ? " и ещё \(format.count(errors.count - 3))" : ""
        return shown.isEmpty ? NumberFormat.missing : shown.joined(separator: ", ") + rest
    }

    func similarSequel(_ sequel: Aftermath.Sequel?) -> String {
        sequel.map(self.sequel) ?? "неизвестно"
    }
}
