import Reports
import Values

extension RussianPhrases {
    func trendAnswer(_ report: TrendReport, _ context: ReportContext) -> Sentence {
        if report.missingData.time { return missing(.time) }
        var sentence = verdictSentence(report)
        if let shift = report.headline.shift, case .rateShift = shift.kind {
            sentence = sentence + finding(shift)
        }
        for span in report.logSpans { sentence = sentence + finding(span) }
        if let next = report.headline.next {
            let range = fromTo(format.card(next.low.rounded()), format.card(next.high.rounded()))
            let count =
                "\(eventNames(next.kind)) — \(format.card(next.mean.rounded())) за \(perSlice(next.width))"
            sentence = sentence + "Прогноз: \(strong: count) (интервал 80 %: \(range))."
        }
        return sentence
    }

    private func verdictSentence(_ report: TrendReport) -> Sentence {
        let headline = report.headline
        guard let row = headline.leading else {
            return headline.verdict == .cannotSay ? cannotSay : "\(strong: "Ни то ни другое.")"
        }
        if row.verdict == .level, let step = stepVerdict(headline.verdict) { return step }
        let name = capitalised(subject(row.subject))
        switch headline.verdict {
        case .better: return "\(strong: "Лучше.") \(name): \(movement(row))."
        case .worse: return "\(strong: "Хуже.") \(name): \(movement(row))."
        case .neither:
            let p = row.figures.map { format.chance($0.p) } ?? ""
            var closest = "Ближе всего к нему"
            if case .events = row.subject { closest = "Из видов событий ближе всего к нему" }
            let others = report.rows.tested.moving
            let moved =
                others.isEmpty
                ? "Ни у одного ряда нет значимого тренда."
                : "Ни у одного вида событий нет значимого тренда, но он есть у других рядов (\(format.count(others.count))): \(list(others.map { subject($0.subject) }, limit: 4))."
            return
                "\(strong: "Ни то ни другое.") \(moved) \(closest) — \(subject(row.subject)) (\(p))."
        case .mixed:
            if case .metric = row.subject {
                return
                    "\(strong: "\(name): \(movement(row))"). Лучше это или хуже, по одним показаниям не определить."
            }
            return
                "\(strong: "Неоднозначно.") \(name): \(movement(row)), у других рядов — наоборот."
        case .cannotSay: return cannotSay
        }
    }

    /// Where nothing moves steadily but a level has changed.
    private func stepVerdict(_ verdict: TrendReport.Headline.Verdict) -> Sentence? {
        switch verdict {
        case .better: "\(strong: "Лучше"): сдвиг уровня, устойчивого тренда нет."
        case .worse: "\(strong: "Хуже"): сдвиг уровня, устойчивого тренда нет."
        case .mixed:
            "\(strong: "Неоднозначно"): сдвиги уровня в обе стороны, устойчивого тренда нет."
        case .neither, .cannotSay: nil
        }
    }

    private var cannotSay: Sentence { "\(strong: "Данных недостаточно.") \(missing(.tooShort))" }

    /// `рост на 12 % за 4 недели (p < 0,001)`.
    private func movement(_ row: TrendRow) -> String {
        guard let figures = row.figures else { return "без изменений" }
        let verb = figures.slopePercent < 0 ? "снижение" : "рост"
        return
            "\(verb) на \(format.figure(figures.slopePercent.magnitude)) % \(perTrendSpan(figures.span)) (\(format.chance(figures.p)))"
    }

    func subject(_ subject: TrendRow.Subject) -> String {
        switch subject {
        case .events(let kind): eventNames(kind)
        case .code(let code): self.code(code)
        case .metric(let metric): metric.name
        }
    }

    func verdict(_ verdict: TrendRow.Verdict) -> String {
        switch verdict {
        case .rising: "рост"
        case .falling: "снижение"
        case .level: "без тренда"
        case .tooShort: "мало данных"
        }
    }

    func kinds(_ report: TrendReport, _ context: ReportContext) -> CardWords {
        let names = report.kinds.map { eventNames($0.series.kind) }
        let width = report.kinds.first.map { slices($0.series.width) } ?? ""
        let sub = [perDeviceAndDay, width, shortPeriod(context.period)]
        return CardWords(
            title: capitalised(list(names)), sub: sub.joined(separator: " · "),
            say: kindsSay(report), note: kindsNote(report))
    }

    private func kindsSay(_ report: TrendReport) -> Sentence {
        let changes = report.levelChanges
        let count = format.counted(
            changes, "сдвиг уровня", "сдвига уровня", "сдвигов уровня")
        var sentence: Sentence =
            changes == 0
            ? "\(strong: "Сдвигов уровня нет.")"
            : "\(strong: count), \(agree(changes, "отмечен", "отмечены")) пунктиром."
        if let (forecast, best) = report.forecast {
            let tests = counted(forecast.backtests, .test)
            sentence =
                sentence
                + (forecast.beatsNaive
                    ? "Метод прогноза — \(method(forecast.method)): средняя абсолютная ошибка на прошлых данных (\(tests)) составляет \(strong: format.fixed(best.ratio, 2)) ошибки наивного прогноза."
                    : "Прогноза нет: на прошлых данных (\(tests)) ни один метод не точнее последнего значения.")
        }
        return sentence
    }

    private func kindsNote(_ report: TrendReport) -> String {
        var notes: [String] = []
        if let cut = report.kinds.map(\.series).first(where: \.hasPartOfSlice) {
            notes.append(
                "Пустой кружок — интервал (\(slice(cut.width))), лишь частично охваченный записями."
            )
        } else if let series = report.kinds.first?.series, series.known == nil,
            series.slices.last?.isComplete == false
        {
            notes.append("Пустой кружок — неполный интервал (\(slice(series.width))).")
        }
        if report.kinds.contains(where: { $0.segments.count > 1 }) {
            notes.append(
                "Линии уровня — средние между точками изменения (точная сегментация с пуассоновской функцией стоимости, p < 0,01)."
            )
        }
        return notes.joined(separator: " ")
    }

    func changeLabel(_ at: Double, before: Double, after: Double) -> String {
        "сдвиг уровня \(on(at, format.shortDay)): с \(format.figure(before)) до \(format.figure(after))"
    }

    func forecastLabel() -> String { "прогноз с интервалами 80 % и 95 %" }

    func interval(_ level: Int, _ low: Double, _ high: Double) -> String {
        "интервал \(level) %: \(fromTo(format.figure(low), format.figure(high)))"
    }

    func better(_ report: TrendReport) -> CardWords {
        let tested = report.rows.tested
        let moving = tested.moving
        let all = format.counted(tested.count, "ряда", "рядов", "рядов")
        let say: Sentence
        if tested.isEmpty {
            say = missing(.tooShort)
        } else if moving.isEmpty {
            let q = tested.smallestQ.map { " (наименьшее q \(format.fixed($0, 2)))" } ?? ""
            say = "\(strong: "Ни у одного из \(all) нет значимого тренда")\(q)."
        } else {
            say =
                "\(strong: "Значимый тренд у \(format.count(moving.count)) из \(all)"): \(list(moving.map { subject($0.subject) }))."
        }
        let span = perTrendSpan(tested.first?.figures?.span ?? .fourWeeks)
        let test =
            tested.isEmpty
            ? ""
            : "Критерий Манна — Кендалла; q — значение p с поправкой Бенджамини — Хохберга на число проверок (\(format.count(tested.count))). "
        return CardWords(
            title: label(.betterTitle),
            sub: "наклон Сена, % \(span), интервал 95 % · только полные интервалы времени",
            say: say,
            note: "\(test)События — частоты \(perDeviceAndDay), показания — средние по парку.")
    }
}
