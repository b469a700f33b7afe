import Reports
import Values

extension RussianPhrases {
    func week(_ map: TrendReport.WeekMap, _ context: ReportContext) -> CardWords {
        var sub = ["\(eventNames(map.kind)) по часам суток и дням недели", sampleSize(map.total)]
        sub.append(shortPeriod(context.period))
        return CardWords(
            title: weekTitle(), sub: sub.joined(separator: " · "),
            say: weekSay(map, map.kind.russian.many))
    }

    private func weekSay(_ map: TrendReport.WeekMap, _ all: String) -> Sentence {
        guard let fullest = map.fullest else { return "За период \(all) нет." }
        let hour = format.clock(hour: fullest.hour)
        let share = format.percent(fullest.hourShare)
        let hourPart: Sentence =
            fullest.isPronounced
            ? "\(strong: "На \(hour) приходится \(share) всех \(all)")"
            : "\(strong: "Ни один час не выделяется"): больше всего на \(hour) — \(share)"
        return
            "\(hourPart). Самый нагруженный день — \(weekday(fullest.day)), \(format.percent(fullest.dayShare)) (при равномерном распределении — 14 %)."
    }

    func levelSeries(_ count: Int) -> String {
        format.counted(count, "ряд без тренда", "ряда без тренда", "рядов без тренда")
    }

    func cycles(_ report: TrendReport) -> CardWords {
        CardWords(
            title: label(.cyclesTitle),
            sub:
                "доля разброса, которую объясняет цикл, и когда он наибольший · r — по часовым средним парка",
            say: cyclesSay(report.cycles), note: compared(report.pairs))
    }

    private func cyclesSay(_ cycles: [ReadingCycles]) -> Sentence {
        guard let most = cycles.max(by: { $0.strength < $1.strength }), most.strength > 0 else {
            return ""
        }
        let day = cycles.count { $0.day != nil }
        let week = cycles.count { $0.week != nil }
        let parts = [
            day > 0 ? "от времени суток: \(counted(day, .reading))" : "",
            week > 0 ? "от дня недели: \(counted(week, .reading))" : "",
        ]
        return
            "Зависят \(strong: parts.filter { !$0.isEmpty }.joined(separator: ", ")). Сильнее всего — \(most.metric.name) (\(format.percent(most.strength)))."
    }

    func weekTitle() -> String { "Час × день недели" }

    func inOrderOfWeight() -> String { "по важности" }

    func hourAxis() -> String { "час суток" + commaZone }

    func step(_ low: Int, _ high: Int) -> String {
        low == high ? format.count(low) : fromTo(format.count(low), format.count(high))
    }

    func weekCell(_ day: Int, _ hour: Int, _ count: Int, _ kind: EventKind) -> String {
        "\(weekday(day)), \(format.clock(hour: hour)): \(counted(count, kind.russian))"
    }

    func precursors(_ table: PrecursorTable) -> CardWords {
        let hours = format.figure(table.hours)
        return CardWords(
            title: label(.precursorTitle),
            sub:
                "доля отказов, перед которыми за \(hours) ч был этот код · \(counted(table.failureCount, .failure)), \(counted(table.errorCount, .error))",
            say: precursorSay(table),
            note:
                "«\(capitalised(label(.followed)))» — доля событий самого кода, за которыми в течение \(hours) ч следует любой отказ. «\(capitalised(label(.byChance)))» — вероятность встретить код в произвольном промежутке той же длины. Цветом — выше 50 %."
        )
    }

    private func precursorSay(_ table: PrecursorTable) -> Sentence {
        let announced: Sentence =
            "\(strong: "Перед \(format.percent(table.announced)) всех отказов был один из этих кодов")"
        guard let (least, most) = table.followed else { return "\(announced)." }
        let range =
            least == most
            ? format.percent(least) : fromTo(format.percent(least), format.percent(most))
        return "\(announced). После самих событий этих кодов отказ следует в \(range) случаев."
    }

    func codeRates(_ report: TrendReport, _ context: ReportContext) -> CardWords {
        let first = report.codes.first
        let rolling = first.map { "; цветом: \(self.rolling($0))" } ?? ""
        let width = first.map { each($0.width) } ?? "по шагам"
        let codes = report.codeRows
        let moving = codes.moving
        let say: Sentence
        if moving.isEmpty {
            let q = codes.smallestQ.map {
                " (наименьшее q \(format.fixed($0, 2)))"
            }
            say = "\(strong: "Ни у одного кода нет значимого тренда")\(q ?? "")."
        } else {
            let names = moving.map { "\(subject($0.subject)) — \(verdict($0.verdict))" }
            say = "\(strong: "Значимые тренды:") \(list(names))."
        }
        return CardWords(
            title: label(.codesTitle),
            sub:
                "\(perDeviceAndDay); серым: \(width)\(rolling); в конце — последнее значение · общая шкала · \(shortPeriod(context.period))",
            say: say)
    }

    func metricTrends(_ report: TrendReport, _ context: ReportContext) -> CardWords {
        let width = report.metrics.first.map { each($0.width) } ?? "по шагам"
        let moving = report.metricRows.moving
        let say: Sentence
        if report.metricRows.tested.isEmpty {
            say = missing(.tooShort)
        } else if moving.isEmpty {
            let what =
                report.metrics.count == 1 ? "У этого показателя" : "Ни у одного из этих показателей"
            say = "\(what) \(strong: "нет значимого тренда") среднего по парку."
        } else {
            let names = moving.map { "\(subject($0.subject)) — \(verdict($0.verdict))" }
            say = "\(strong: "Значимые тренды среднего по парку:") \(list(names))."
        }
        return CardWords(
            title: label(.readingsTitle),
            sub:
                "среднее (\(devices(context.devicesShown))) \(width); полоса: от 10-го до 90-го перцентиля устройств · у каждого своя шкала, не от 0",
            say: say, note: drawn(report))
    }

    func cumulative(_ lines: CumulativeFailures, _ context: ReportContext) -> CardWords {
        let kind = lines.kind.russian
        let by = lines.attribute.map { ", по \($0)" } ?? ""
        var say: Sentence = "Прямая линия означает постоянную частоту."
        if let (most, least) = lines.extremes {
            say =
                "\(strong: "У \(most.name) \(kind.many) в \(timesMore(most.end / least.end)) больше"), чем у \(least.name): \(format.figure(most.end)) против \(format.figure(least.end)) на устройство."
                + say
        }
        return CardWords(
            title: "\(capitalised(eventNames(lines.kind))) нарастающим итогом",
            sub:
                "среднее накопленное число \(kind.many) на устройство\(by) · \(sampleSize(lines.total)) · \(shortPeriod(context.period))",
            say: say)
    }

    func cumulativeAxis(_ lines: CumulativeFailures) -> String {
        "\(eventNames(lines.kind)) на устройство"
    }

    func reliability(_ rows: [ReliabilityRow], _ lines: CumulativeFailures?) -> CardWords {
        let by = lines?.attribute.map { " по \($0)" } ?? ""
        let unit = isTimeAxis ? "дни" : "циклы"
        let moving = rows.filter { $0.verdict != .level }
        let say: Sentence
        if rows.isEmpty {
            say = missing(.failures)
        } else if moving.isEmpty {
            say =
                "\(strong: "Надёжность не растёт и не снижается"): каждый интервал 95 % для β содержит 1."
        } else {
            let better = moving.filter { $0.verdict == .improving }.map { $0.value ?? wholeFleet() }
            let worse = moving.filter { $0.verdict == .worsening }.map { $0.value ?? wholeFleet() }
            var parts: [String] = []
            if !better.isEmpty { parts.append("растёт: \(list(better))") }
            if !worse.isEmpty { parts.append("падает: \(list(worse))") }
            say = "\(strong: "Надёжность \(parts.joined(separator: "; "))")."
        }
        return CardWords(
            title: "Надёжность\(by)",
            sub:
                "средняя наработка устройства на отказ, \(unit) (хи-квадрат, 95 %) · показатель роста β (Кроу — AMSAA, 95 %): ниже 1 — надёжность растёт, выше 1 — падает",
            say: say)
    }

    func reliabilityVerdict(_ row: ReliabilityRow) -> String {
        switch row.verdict {
        case .improving: "растёт"
        case .worsening: "падает"
        case .level: "без изменений"
        }
    }

    func wholeFleet() -> String { "весь парк" }

    func methods(_ forecast: ForecastFigures, _ kind: EventKind) -> CardWords {
        CardWords(
            title: label(.methodsTitle),
            sub:
                "\(eventNames(kind)): средняя абсолютная ошибка на прошлых данных (\(counted(forecast.backtests, .test))) относительно наивного прогноза · лучший метод используется, если значение ниже 1"
        )
    }

    func method(_ method: ForecastFigures.Method) -> String {
        switch method {
        case .naive: "последнее значение (наивный)"
        case .seasonalNaive: "значение сезон назад"
        case .mean: "общее среднее"
        case .drift: "дрейф"
        case .dampedTrend: "затухающий тренд"
        case .theta: "тета-метод"
        }
    }
}
