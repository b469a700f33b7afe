import Reports
import Values

extension RussianPhrases {
    func health(_ report: DiagnosticReport) -> CardWords {
        let say: Sentence = report.health.isEmpty ? "Баллы не сняты." : ""
        return CardWords(
            title: label(.healthTitle),
            sub:
                "100 минус снятые баллы · ниже 50 — критично · ниже 75 или открытая неполадка — внимание",
            say: say)
    }

    func healthSum(_ value: Double) -> String { "100 − сумма" }

    func contributions(_ report: DiagnosticReport) -> CardWords {
        let isBanded = report.isBanded
        var say: Sentence = ""
        if let first = report.contributions.first {
            let what =
                isBanded
                ? "квадрата отклонения от обычного уровня" : "отклонения от начала записи"
            say =
                "\(strong: "\(capitalised(first.metric.name)) даёт \(format.percent(first.share))") \(what)"
            if report.contributions.count > 1 {
                let second = report.contributions[1]
                say = "\(say), \(second.metric.name) \(format.percent(second.share))"
            }
            say = "\(say)."
        }
        return CardWords(
            title: label(.contributionsTitle),
            sub: isBanded
                ? "доля квадрата отклонения · последние значения"
                : "средняя доля по отмеченным строкам",
            say: say,
            note: report.unseenTrouble.map {
                "Открытая неполадка касается показателя \($0.name): она видна по ходу показаний, а не по последним значениям."
            } ?? "")
    }

    func outcomes(_ report: DiagnosticReport) -> CardWords {
        let total = report.outcomes.reduce(0) { $0 + $1.excursions }
        var sub = ["отклонения в парке, за которыми последовал отказ"]
        if let first = report.outcomes.first {
            sub.append("не позднее \(genitive(format.measured(first.within))) после их конца")
        }
        sub += [sampleSize(total), "доверительный интервал 95 %"]
        var say: Sentence = ""
        if let most = report.gravestOutcome {
            say =
                "\(strong: "\(capitalised(most.metric.name)): отказ последовал за \(format.percent(most.share)) отклонений.")"
            if most.mostPass {
                say =
                    say
                    + (report.outcomes.count == 1
                        ? "Большинство отклонений прошло без отказа."
                        : "По каждому показателю большинство отклонений прошло без отказа.")
            }
        }
        return CardWords(title: label(.outcomeTitle), sub: sub.joined(separator: " · "), say: say)
    }

    func outcomePoint(_ outcome: DiagnosticReport.Outcome) -> String {
        let range =
            "интервал 95 %: \(fromTo(format.percent(outcome.low), format.percent(outcome.high)))"
        return
            "\(outcome.metric.name): \(ofCount(outcome.followed, outcome.excursions)), \(format.percent(outcome.share)) (\(range))"
    }

    func ofCount(_ part: Int, _ whole: Int) -> String {
        "\(format.count(part)) из \(format.count(whole))"
    }

    func interval80() -> String { "Интервал 80 %" }

    func rowCount(_ count: Int) -> String { counted(count, .row) }

    func outcomeAxis() -> String { "% отклонений, за которыми последовал отказ" }

    func parts(_ report: DiagnosticReport) -> CardWords {
        let say: Sentence
        switch report.wear {
        case .old(let parts):
            say =
                "\(strong: "\(list(parts.map { code($0.code) })): выше 90-го перцентиля") интервалов между ремонтами в парке."
        case .middling(let parts):
            say =
                "\(strong: "\(list(parts.map { code($0.code) })): выше медианы") интервалов между ремонтами в парке. Выше 90-го перцентиля — ни одного."
        case .young:
            say =
                "\(strong: "Ни один компонент не превысил медиану") интервалов между ремонтами в парке."
        }
        return CardWords(
            title: label(.partsTitle),
            sub: "\(partsAxis()) · черта: медиана парка · фон: до 90-го перцентиля", say: say)
    }

    func partsAxis() -> String {
        isTimeAxis ? "дней с последнего ремонта" : "\(unitOfAxis) с последнего ремонта"
    }

    func partRange(_ part: DiagnosticReport.PartAge) -> String {
        "\(code(part.code)): медиана парка \(format.length(part.median)), 90-й перцентиль \(format.length(part.high))"
    }

    func deviceCodes(_ report: DiagnosticReport, _ context: ReportContext) -> CardWords {
        let total = report.codes.reduce(0) { $0 + $1.count }
        let mean = report.codes.reduce(0) { $0 + $1.fleetMean }
        let say: Sentence =
            "\(strong: counted(total, .event)), среднее по парку \(format.figure(mean))."
        return CardWords(
            title: label(.deviceCodesTitle), sub: shortPeriod(context.period), say: say)
    }

    func signalForecast(_ forecast: DiagnosticReport.SignalForecast) -> CardWords {
        let figures = forecast.figures
        let name = forecast.metric.name
        let accuracy: Sentence
        var outcome: Sentence = ""
        if figures.beatsNaive {
            accuracy =
                "Метод: \(method(figures.method)). При проверке на прошлых данных (\(counted(figures.backtests, .test))) его средняя абсолютная ошибка составила \(strong: format.fixed(figures.trials.first?.ratio, 2)) ошибки наивного прогноза."
        } else {
            accuracy =
                "\(strong: "Ни один метод не точнее последнего значения"), поэтому прогноз не показан."
        }
        if let threshold = forecast.threshold {
            let value = format.reading(threshold.value, forecast.metric)
            if let crossing = forecast.crossing {
                outcome =
                    "Порог \(value) (\(level(threshold))) будет достигнут \(strong: on(crossing.at, format.shortMoment))."
            } else if figures.beatsNaive {
                outcome =
                    "Порог \(value) (\(level(threshold))) в показанных пределах не достигается."
            }
        }
        let say = figures.beatsNaive ? outcome + accuracy : accuracy + outcome
        return CardWords(
            title: "Прогноз: \(name)",
            sub:
                "\(forecast.metric.unit ?? "единица не указана") · шкала не от 0 · интервалы прогноза 80 и 95 %",
            say: say)
    }

    /// Where a level comes from.
    func level(_ threshold: DiagnosticReport.SignalForecast.Threshold) -> String {
        switch threshold.origin {
        case .band: return "граница ожидаемого диапазона"
        case .failures(let count):
            let failures = format.counted(
                count, "прошлым отказом", "прошлыми отказами", "прошлыми отказами")
            return count == 1 ? "пик перед \(failures)" : "медиана пиков перед \(failures)"
        }
    }

    func thresholdLabel(
        _ threshold: DiagnosticReport.SignalForecast.Threshold
    ) -> String {
        "\(level(threshold)): \(format.reading(threshold.value))"
    }

    func found(_ report: DiagnosticReport) -> CardWords {
        CardWords(
            title: label(.foundTitle), sub: "сначала самое важное",
            say: report.findings.isEmpty
                ? "К другим карточкам добавить нечего: неполадок в показателях, событиях и строках нет."
                : "")
    }

    func notes(own: Int, device: AlarmJudgements, fleet: AlarmJudgements) -> CardWords {
        var say: Sentence = own == 0 ? "Заметок об этом устройстве пока нет." : ""
        if device.judged > 0, device != fleet {
            say = say + judged(device, "на этом устройстве")
        }
        return CardWords(
            title: label(.notesTitle), sub: "хранятся рядом с файлами набора",
            say: say + judgements(fleet))
    }

    func judgements(_ fleet: AlarmJudgements) -> Sentence {
        fleet.judged > 0 ? judged(fleet, "в этом наборе") : ""
    }

    private func judged(_ alarms: AlarmJudgements, _ place: String) -> Sentence {
        let verb = agree(alarms.falseAlarms, "ложной оказалась", "ложными оказались")
        return
            "Из \(format.counted(alarms.judged, "оценённой тревоги", "оценённых тревог", "оценённых тревог")) \(place) \(strong: "\(verb) \(format.count(alarms.falseAlarms))") (\(format.percent(alarms.falseShare)))."
    }

    func noteKind(_ kind: DeviceNote.Kind) -> String {
        switch kind {
        case .remark: "Замечание"
        case .repaired: "Ремонт сделан"
        case .confirmed: "Неисправность"
        case .falseAlarm: "Ложная тревога"
        }
    }

    func alike(_ report: DiagnosticReport) -> CardWords {
        CardWords(
            title: label(.alikeTitle),
            sub: "ближайшие устройства по признакам страницы «Кластеры»",
            say: report.alike.isEmpty
                ? report.list.count < 2
                    ? missing(.oneDevice)
                    : "Для сравнения устройств слишком мало. На странице «\(link: "Кластеры", to: .clusters)» вместо них сравниваются отрезки времени."
                : "Проверьте, что делали с этими устройствами.")
    }

    func excursions(_ report: DiagnosticReport) -> CardWords {
        let shown = report.excursions.count
        let sub =
            shown < report.excursionCount
            ? "последние \(format.count(shown)) из \(format.count(report.excursionCount))"
            : counted(report.excursionCount, .excursion) + ", сначала последние"
        return CardWords(
            title: label(.excursionsTitle), sub: sub,
            say: report.excursionCount == 0
                ? "За период ни один показатель не вышел из ожидаемого диапазона." : "")
    }

    func openUntil() -> String { "ещё вне диапазона" }
}
