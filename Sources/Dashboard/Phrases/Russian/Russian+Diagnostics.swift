internal import Pipeline
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
        let row = report.row
        let name = device(row.device.name, atStart: true)
        if report.rows == 0 {
            return
                "\(strong: "\(name): в этом периоде нет строк"), поэтому сказать нечего. Выберите период длиннее или посмотрите на странице «\(link: "Импорт", to: .importFiles)», как прочитаны файлы."
        }
        let head: Sentence
        switch row.status {
        case .critical: head = "\(strong: "\(name): критическое состояние.")"
        case .warning: head = "\(strong: "\(name): зона внимания.")"
        case .ok:
            if let failures = row.failures?.current, failures > 0 {
                let count = counted(Int(clamping: failures), .failure)
                head = "\(strong: "\(name): состояние в норме, но \(count).")"
                break
            }
            let unlike = report.signals.filter { !$0.isBanded && !$0.out.isEmpty }
            if !unlike.isEmpty {
                let names = list(unlike.map(\.metric.name), limit: 3)
                let verb = unlike.count == 1 ? "ведёт" : "ведут"
                return
                    "\(strong: "\(name): \(names) \(verb) себя не так, как в начале записи.") На индекс состояния это не влияет: запись слишком коротка для ожидаемого диапазона."
            }
            head = "\(strong: "\(name): всё в порядке.")"
        }
        return head + reasonSentence(report) + precedentSentence(report) + crossingSentence(report)
    }

    private func reasonSentence(_ report: DiagnosticReport) -> Sentence {
        let row = report.row
        if let furthest = row.furthest, furthest.isOpen {
            let band = format.band(furthest.low, furthest.high)
            let start = since(format.shortMoment(furthest.from))
            return
                "\(capitalised(furthest.metric.name)): \(format.reading(furthest.value, furthest.metric)) при ожидаемых \(range(band.low, band.high)), вне диапазона \(start)."
        }
        if let loss = row.mainLoss ?? report.health.first, row.status != .ok {
            let words = rule(loss.rule)
            return "Главная потеря баллов — \(words.part.lowercased()): \(words.rule)."
        }
        guard let furthest = row.furthest else {
            return report.signals.contains(where: \.isBanded)
                ? "Все показатели в ожидаемом диапазоне."
                : "Показателей, которые могли бы выйти из диапазона, нет."
        }
        let distance = format.fixed(furthest.z.magnitude, 1)
        return
            "Все показатели в ожидаемом диапазоне; дальше всех от обычного — \(furthest.metric.name), \(distance) σ."
    }

    /// What earlier excursions of the same reading led to.
    private func precedentSentence(_ report: DiagnosticReport) -> Sentence {
        guard let furthest = report.row.furthest, furthest.isOpen,
            let outcome = report.outcomes.first(where: { $0.metric == furthest.metric })
        else { return "" }
        let share = "\(format.count(outcome.followed)) (\(format.percent(outcome.share)))"
        let failure = outcome.failure.map { "чаще всего \(code($0))" }
        let tail = outcome.followed > 0 ? failure.map { ", \($0)" } ?? "" : ""
        let all = format.counted(
            outcome.excursions, "прежнего отклонения", "прежних отклонений", "прежних отклонений")
        return
            "Из \(all) этого показателя в парке отказ \(within(outcome.within)) последовал за \(strong: share)\(tail)."
    }

    /// `в пределах 7 дней`.
    func within(_ length: Double) -> String { "в пределах \(genitive(format.length(length)))" }

    private func crossingSentence(_ report: DiagnosticReport) -> Sentence {
        guard let forecast = report.forecast, let crossing = forecast.crossing else { return "" }
        let earliest = format.shortMoment(crossing.earliest)
        let range =
            crossing.latest.map { span(earliest, format.shortMoment($0)) }
            ?? "\(since(earliest)) или за пределами показанного"
        return
            "Если так пойдёт и дальше, \(forecast.metric.name) достигнет \(format.reading(forecast.threshold?.value)) \(strong: on(format.shortMoment(crossing.at))) (80 %: \(range))."
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
        let inWindow = report.excursions.filter {
            $0.to >= report.window.lowerBound && $0.from <= report.window.upperBound
        }
        let failures = report.events.filter { $0.code.kind == .failure }.reduce(0) { $0 + $1.count }
        let failed = failures == 0 ? "отказов нет" : counted(failures, .failure)
        guard !report.signals.isEmpty else {
            let total = report.events.reduce(0) { $0 + $1.count }
            if total == 0 {
                return report.lacks.metrics
                    ? "На этом отрезке событий нет."
                    : "На этом отрезке событий нет, а показаний слишком мало для ожидаемого диапазона. Их можно увидеть на странице «\(link: "Строки", to: .rows)»."
            }
            return "На этом отрезке \(strong: counted(total, .event)), \(failed)."
        }
        guard report.signals.contains(where: \.isBanded) else {
            return unbandedSay(report, failed)
        }
        guard !inWindow.isEmpty else {
            return "На этом отрезке \(strong: "все показатели в своих диапазонах"); \(failed)."
        }
        let open = inWindow.count(where: \.isOpen)
        let isCut =
            report.excursions.count < report.excursionCount
            && inWindow.count == report.excursions.count
        let count =
            isCut
            ? "не менее \(countedOf(inWindow.count, .excursion))"
            : counted(inWindow.count, .excursion)
        let still =
            open == 0 ? "все завершились" : "ещё не завершились: \(format.count(open))"
        return
            "На этом отрезке \(strong: count), \(still); \(failed)\(failures > 0 ? " (пунктир)" : "")."
    }

    /// Without bands the marks are the detector's, against the record's own first part.
    private func unbandedSay(_ report: DiagnosticReport, _ failed: String) -> Sentence {
        let why =
            "Запись слишком коротка для ожидаемого диапазона и сравнивается с собственным началом."
        let marked = report.signals.filter { !$0.out.isEmpty }
        guard let first = marked.first, let at = first.out.first else {
            return "\(strong: "От начала ничего не отличается"), \(failed). \(why)"
        }
        let rest = marked.count - 1
        let others = rest == 0 ? "" : " и ещё \(counted(rest, .reading))"
        return
            "\(strong: first.metric.name + others) \(rest == 0 ? "отличается" : "отличаются") от начала, впервые \(first.metric.name) \(on(format.moment(first.times[at]))); \(failed). \(why)"
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
