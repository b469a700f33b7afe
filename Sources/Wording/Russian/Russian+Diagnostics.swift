import Reports
internal import Values

extension RussianPhrases {
    func diagnosticQuestion(_ report: DiagnosticReport) -> String {
        let name = device(report.row.device.name, atStart: true)
        let facts = report.attributes.prefix(2).map(fact)
        let head = ([name] + facts).joined(separator: ", ")
        return "\(head): что не так, почему и что будет дальше?"
    }

    /// `model1`, or `age 17` where the value alone says nothing.
    private func fact(_ attribute: DiagnosticReport.Attribute) -> String {
        Double(attribute.value) == nil ? attribute.value : "\(attribute.name) \(attribute.value)"
    }

    func diagnosticAnswer(_ report: DiagnosticReport) -> Sentence {
        let name = device(report.row.device.name, atStart: true)
        let head: Sentence
        switch report.condition {
        case .noRows:
            return
                "\(strong: "\(name): в этом периоде нет строк.") Выберите период длиннее или проверьте на странице «\(link: "Импорт", to: .importFiles)», как прочитаны файлы."
        case .unlikeBeginning(let metrics):
            let names = list(metrics.map(\.name), limit: 3)
            let verb = metrics.count == 1 ? "ведёт" : "ведут"
            return
                "\(strong: "\(name): \(names) \(verb) себя не так, как в начале записи.") На оценку состояния это не влияет: запись слишком коротка, чтобы рассчитать ожидаемый диапазон."
        case .critical: return opening("\(name): критическое состояние", report) + sequel(report)
        case .warning: return opening("\(name): зона внимания", report) + sequel(report)
        case .failed(let failures):
            head = "\(strong: "\(name): состояние в норме, но \(counted(failures, .failure)).")"
        case .fine where !report.troubles.isEmpty:
            head = "\(strong: "\(name): открытых неполадок нет.")"
        case .fine: head = "\(strong: "\(name): всё в порядке.")"
        }
        return head + reasonSentence(report) + sequel(report)
    }

    /// A state with its reason, which is not given the device's name again.
    private func opening(_ state: String, _ report: DiagnosticReport) -> Sentence {
        if case .open(let episode) = report.reason, episode.isOfOneDevice {
            return "\(strong: state). Причина — \(ownEpisode(episode))"
        }
        return "\(strong: state + ".")" + reasonSentence(report)
    }

    private func sequel(_ report: DiagnosticReport) -> Sentence {
        precedentSentence(report) + crossingSentence(report)
    }

    private func reasonSentence(_ report: DiagnosticReport) -> Sentence {
        switch report.reason {
        case .open(let episode): return self.episode(episode)
        case .over(let episode):
            return "Самая серьёзная из прошедших неполадок: \(ownEpisode(episode))"
        case .loss(let loss):
            let words = rule(loss.rule)
            return "Больше всего баллов снято по правилу «\(words.part)»: \(words.rule)."
        case .inside(let furthest):
            let distance = format.fixed(furthest.z.magnitude, 1)
            return
                "Неполадок не найдено. Наибольшее отклонение от обычного уровня — \(distance) σ (\(furthest.metric.name))."
        case .inBands: return "Неполадок в показателях, событиях и строках не найдено."
        case .noBands: return "Ни у одного показателя нет обычного уровня для сравнения."
        }
    }

    /// What earlier excursions of the same reading led to.
    private func precedentSentence(_ report: DiagnosticReport) -> Sentence {
        guard let outcome = report.precedent else { return "" }
        let share = ofCount(outcome.followed, outcome.excursions)
        let tail = outcome.leadingFailure.map { ", чаще всего \(code($0))" } ?? ""
        return
            "По всему парку отклонения \(outcome.metric.name) закончились отказом (не позднее \(genitive(format.measured(outcome.within))) после конца) в \(strong: share) случаев (\(format.percent(outcome.share)))\(tail)."
    }

    private func crossingSentence(_ report: DiagnosticReport) -> Sentence {
        guard let forecast = report.forecast, let crossing = forecast.crossing else { return "" }
        let range =
            crossing.latest.map { span(crossing.earliest, $0, format.shortMoment) }
            ?? "\(since(crossing.earliest, format.shortMoment)), верхняя граница за пределами прогноза"
        let value = format.reading(forecast.threshold?.value, forecast.metric)
        let origin = forecast.threshold.map { " (\(level($0)))" } ?? ""
        return
            "По прогнозу \(forecast.metric.name) достигнет значения \(value)\(origin) \(strong: on(crossing.at, format.shortMoment)); интервал 80 %: \(range)."
    }

    func nextDevice(_ device: DeviceRef) -> String {
        "Далее: " + self.device(device.name, atStart: false)
    }

    func deviceList(_ count: Int) -> CardWords {
        CardWords(
            title: label(.devicesTitle),
            sub: "сначала худшее состояние · \(format.count(count))")
    }

    func windowOption(_ stretch: Stretch?) -> String {
        stretch.map { capitalised(length($0)) } ?? "Всё"
    }

    func signals(_ report: DiagnosticReport, _ context: ReportContext) -> CardWords {
        let name = deviceOf(report.row.device.name)
        let title =
            report.signals.isEmpty ? "События \(name)" : "Показания и события \(name)"
        var sub: [String] = []
        if !report.signals.isEmpty { sub.append("у каждого своя шкала, не от 0") }
        if !report.signals.isEmpty, report.signals.allSatisfy({ $0.metric.unit == nil }) {
            sub.append("единицы не указаны")
        }
        sub.append(shortPeriod(report.window))
        return CardWords(
            title: title, sub: sub.joined(separator: " · "), say: signalsSay(report))
    }

    private func signalsSay(_ report: DiagnosticReport) -> Sentence {
        let failures = report.failuresShown
        let failed = failures == 0 ? "отказов нет" : counted(failures, .failure)
        switch report.scene {
        case .empty(isWithoutReadings: true): return "В показанном окне событий нет."
        case .empty(isWithoutReadings: false):
            return
                "В показанном окне событий нет, а показаний слишком мало для ожидаемого диапазона. Их можно увидеть на странице «\(link: "Строки", to: .rows)»."
        case .events(let total):
            return "В показанном окне \(strong: counted(total, .event)), \(failed)."
        case .unbanded(let unlike): return unbandedSay(unlike, failed)
        case .inBands:
            return "В показанном окне \(strong: "неполадок нет"), \(failed)."
        case .troubles(let count, let open):
            let found = format.counted(count, "неполадка", "неполадки", "неполадок")
            let still =
                open == 0
                ? count == 1 ? "завершилась" : "все завершились"
                : "ещё не завершилось: \(format.count(open))"
            return
                "В показанном окне \(strong: found), \(still); \(failed)\(failures > 0 ? " (пунктир)" : "")."
        }
    }

    /// Without bands the marks are the detector's, against the record's own first part.
    private func unbandedSay(
        _ unlike: DiagnosticReport.UnlikeReadings?, _ failed: String
    ) -> Sentence {
        let why =
            "Запись слишком коротка, чтобы рассчитать ожидаемый диапазон, поэтому она сравнивается с собственным началом."
        guard let unlike else {
            return "\(strong: "Отличий от начала записи нет"), \(failed). \(why)"
        }
        let (name, rest) = (unlike.first.name, unlike.others)
        let others = rest == 0 ? "" : " и ещё \(counted(rest, .reading))"
        let verb = rest == 0 ? "отличается" : "отличаются"
        let first = rest == 0 ? "впервые" : "первым \(name)"
        return
            "\(strong: name + others) \(verb) от начала записи, \(first) \(on(unlike.at, format.moment)); \(failed). \(why)"
    }

    func furthestDrawn(_ shown: Int, of total: Int) -> String {
        "Показано \(format.count(shown)) из \(countedOf(total, .reading)), сначала наибольшие отклонения."
    }

    func outTitle(_ signal: DiagnosticReport.Signal, _ index: Int) -> String {
        guard signal.times.indices.contains(index), signal.values.indices.contains(index) else {
            return signal.metric.name
        }
        let value = signal.values[index]
        let name = signal.metric.name
        let unit = signal.metric.unit.map { " " + $0 } ?? ""
        let moment = "\(format.moment(signal.times[index]))\(commaZone)"
        guard let expected = signal.band(at: index) else {
            return "\(name) \(format.reading(value))\(unit), не как в начале записи: \(moment)"
        }
        let placed = format.placed(value, low: expected.low, high: expected.high)
        return
            "\(name) \(placed.value)\(unit), ожидается \(fromTo(placed.low, placed.high)): \(moment)"
    }

    func eventTitle(_ mark: DiagnosticReport.EventMark) -> String {
        let count = mark.count > 1 ? " ×\(format.count(mark.count))" : ""
        let kind = events(mark.code.kind, 1)
        let name = mark.code.name == kind ? kind : "\(kind) \(mark.code.name)"
        return "\(name)\(count): \(format.moment(mark.time))\(commaZone)"
    }
}
