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
                "\(strong: "\(name): в этом периоде нет строк"), поэтому сказать нечего. Выберите период длиннее или посмотрите на странице «\(link: "Импорт", to: .importFiles)», как прочитаны файлы."
        case .unlikeBeginning(let metrics):
            let names = list(metrics.map(\.name), limit: 3)
            let verb = metrics.count == 1 ? "ведёт" : "ведут"
            return
                "\(strong: "\(name): \(names) \(verb) себя не так, как в начале записи.") На индекс состояния это не влияет: запись слишком коротка для ожидаемого диапазона."
        case .critical: head = "\(strong: "\(name): критическое состояние.")"
        case .warning: head = "\(strong: "\(name): зона внимания.")"
        case .failed(let failures):
            head = "\(strong: "\(name): состояние в норме, но \(counted(failures, .failure)).")"
        case .fine where !report.troubles.isEmpty:
            head = "\(strong: "\(name): открытых неполадок нет.")"
        case .fine: head = "\(strong: "\(name): всё в порядке.")"
        }
        return head + reasonSentence(report) + precedentSentence(report) + crossingSentence(report)
    }

    private func reasonSentence(_ report: DiagnosticReport) -> Sentence {
        switch report.reason {
        case .open(let episode): return self.episode(episode)
        case .over(let episode):
            return "Самая серьёзная из прошедших: \(self.episode(episode))"
        case .loss(let loss):
            let words = rule(loss.rule)
            return "Главная потеря баллов — \(words.part.lowercased()): \(words.rule)."
        case .inside(let furthest):
            let distance = format.fixed(furthest.z.magnitude, 1)
            return
                "Неполадок не найдено; дальше всех от обычного уровня — \(furthest.metric.name), \(distance) σ."
        case .inBands: return "Неполадок в показателях, событиях и строках не найдено."
        case .noBands: return "Показателей, которые можно сравнить с обычным уровнем, нет."
        }
    }

    /// What earlier excursions of the same reading led to.
    private func precedentSentence(_ report: DiagnosticReport) -> Sentence {
        guard let outcome = report.precedent else { return "" }
        let share = "\(format.count(outcome.followed)) (\(format.percent(outcome.share)))"
        let tail = outcome.leadingFailure.map { ", чаще всего \(code($0))" } ?? ""
        let all = format.counted(
            outcome.excursions, "прежнего отклонения", "прежних отклонений", "прежних отклонений")
        return
            "Из \(all) этого показателя в парке отказ \(within(outcome.within)) последовал за \(strong: share)\(tail)."
    }

    /// `в пределах 7 дней`.
    func within(_ length: Double) -> String { "в пределах \(genitive(format.measured(length)))" }

    private func crossingSentence(_ report: DiagnosticReport) -> Sentence {
        guard let forecast = report.forecast, let crossing = forecast.crossing else { return "" }
        let range =
            crossing.latest.map { span(crossing.earliest, $0, format.shortMoment) }
            ?? "\(since(crossing.earliest, format.shortMoment)) или за пределами показанного"
        return
            "Если так пойдёт и дальше, \(forecast.metric.name) достигнет \(format.reading(forecast.threshold?.value)) \(strong: on(crossing.at, format.shortMoment)) (80 %: \(range))."
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
        case .empty(isWithoutReadings: true): return "На этом отрезке событий нет."
        case .empty(isWithoutReadings: false):
            return
                "На этом отрезке событий нет, а показаний слишком мало для ожидаемого диапазона. Их можно увидеть на странице «\(link: "Строки", to: .rows)»."
        case .events(let total):
            return "На этом отрезке \(strong: counted(total, .event)), \(failed)."
        case .unbanded(let unlike): return unbandedSay(unlike, failed)
        case .inBands:
            return "На этом отрезке \(strong: "неполадок нет"); \(failed)."
        case .troubles(let count, let open):
            let found = format.counted(count, "неполадка", "неполадки", "неполадок")
            let still =
                open == 0
                ? count == 1 ? "она позади" : "все позади"
                : "ещё не завершились: \(format.count(open))"
            return
                "На этом отрезке \(strong: found), \(still); \(failed)\(failures > 0 ? " (пунктир)" : "")."
        }
    }

    /// Without bands the marks are the detector's, against the record's own first part.
    private func unbandedSay(
        _ unlike: DiagnosticReport.UnlikeReadings?, _ failed: String
    ) -> Sentence {
        let why =
            "Запись слишком коротка для ожидаемого диапазона и сравнивается с собственным началом."
        guard let unlike else {
            return "\(strong: "От начала ничего не отличается"), \(failed). \(why)"
        }
        let (name, rest) = (unlike.first.name, unlike.others)
        let others = rest == 0 ? "" : " и ещё \(counted(rest, .reading))"
        return
            "\(strong: name + others) \(rest == 0 ? "отличается" : "отличаются") от начала, впервые \(name) \(on(unlike.at, format.moment)); \(failed). \(why)"
    }

    func furthestDrawn(_ shown: Int, of total: Int) -> String {
        "Показаны \(format.count(shown)) из \(countedOf(total, .reading)), сначала самые далёкие от своего диапазона."
    }

    func outTitle(_ signal: DiagnosticReport.Signal, _ index: Int) -> String {
        guard signal.times.indices.contains(index), signal.values.indices.contains(index) else {
            return signal.metric.name
        }
        let value = "\(signal.metric.name) \(format.reading(signal.values[index], signal.metric))"
        let moment = "\(format.moment(signal.times[index]))\(commaZone)"
        guard let expected = signal.band(at: index) else {
            return "\(value), не как в начале записи: \(moment)"
        }
        let band = format.band(expected.low, expected.high)
        return "\(value), ожидается \(fromTo(band.low, band.high)): \(moment)"
    }

    func eventTitle(_ mark: DiagnosticReport.EventMark) -> String {
        let count = mark.count > 1 ? " ×\(format.count(mark.count))" : ""
        let kind = events(mark.code.kind, 1)
        let name = mark.code.name == kind ? kind : "\(kind) \(mark.code.name)"
        return "\(name)\(count): \(format.moment(mark.time))\(commaZone)"
    }
}
