import Reports
import Values

extension RussianPhrases {
    func lanes(
        _ lanes: OverviewReport.Lanes, _ context: ReportContext
    ) -> CardWords {
        let unit: String
        let order: String
        switch lanes.measure {
        case .troubles:
            unit = "\(countedStretches(lanes).plural) с неполадками"
            order = "с худшим состоянием"
        case .events(let kind):
            unit = "\(eventNames(kind)) за \(perSlice(lanes.width))"
            order = "с наибольшим числом событий"
        }
        let scope = "\(devices(lanes.devices.count)) \(order)"
        var sub = [unit, scope, slices(lanes.width)]
        if let zone = format.zoneName { sub.append(zone) }
        return CardWords(
            title: "Устройства × время", sub: sub.joined(separator: " · "), say: lanesSay(lanes),
            note: lanes.slices.last?.isComplete == false
                ? "Последний интервал (\(slice(lanes.width))) неполный." : "")
    }

    /// `дни`, `часы`, `шаги по 10 циклов`: what the cells of troubles count, with its noun.
    private func countedStretches(
        _ lanes: OverviewReport.Lanes
    ) -> (plural: String, forms: [String]) {
        switch lanes.stretch(format) {
        case .moments: return ("моменты", ["момент", "момента", "моментов", "момента"])
        case .each(let unit): return (plural(unit), format.words.forms(of: unit))
        case .steps(let length):
            let by = " по " + accusative(length)
            return ("шаги" + by, ["шаг", "шага", "шагов", "шага"].map { $0 + by })
        }
    }

    private func plural(_ unit: Length.Unit) -> String {
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
    }

    private func lanesSay(_ lanes: OverviewReport.Lanes) -> Sentence {
        switch lanes.peak {
        case .quiet: return "Все ячейки пусты."
        case .mostMarked(let device, let marks):
            let what: String
            switch lanes.measure {
            case .troubles: what = "неполадки"
            case .events(let kind): what = eventNames(kind)
            }
            return
                "Чаще всего \(what) были у \(device, as: deviceOf(device.name)): \(strong: "\(marks) из \(lanes.slices.count)") (\(slices(lanes.width)))."
        case .fullest(let device, let slice, let value):
            let start = since(slice.from, format.shortDay)
            return
                "Максимум — \(strong: laneValue(value, lanes)): \(named(device)), \(self.slice(lanes.width)) \(start)."
        }
    }

    func laneEnds(
        _ lanes: OverviewReport.Lanes, highest: Double
    ) -> (low: String, high: String) {
        ("0", laneValue(highest, lanes))
    }

    func laneValue(_ value: Double, _ lanes: OverviewReport.Lanes) -> String {
        switch lanes.measure {
        case .troubles:
            return "\(figure(value, countedStretches(lanes).forms)) с неполадками"
        case .events(let kind):
            let noun = kind.russian
            return figure(value, noun.nominative + [noun.few])
        }
    }

    /// A figure with the form of its noun; the last one stands behind fractions.
    private func figure(_ value: Double, _ forms: [String]) -> String {
        let form = Int(exactly: value).map(PluralRule.slavic.form) ?? forms.count - 1
        return format.figure(value) + " " + forms[form]
    }

    func each(_ width: TimeStep) -> String {
        switch width {
        case .hour: "по часам"
        case .day: "по дням"
        case .week: "по неделям"
        case .month: "по месяцам"
        case .width: "по шагам"
        }
    }

    /// Behind `за`: `неделю`.
    func perSlice(_ width: TimeStep) -> String {
        if case .week = width { return "неделю" }
        return slice(width)
    }

    func sliceStart(_ width: TimeStep) -> String {
        switch width {
        case .hour: "Час"
        case .day: "День"
        case .week: "Неделя с"
        case .month: "Месяц с"
        case .width: "С"
        }
    }

    func rateColumn() -> String { capitalised(perDeviceAndDay) }

    func ratePoint(from: Double, count: Int, rate: Double, _ series: RateSeries) -> String {
        "\(sliceStart(series.width)) \(format.moment(from))\(commaZone): \(countOf(series.kind, count)), \(format.figure(rate)) \(perDeviceAndDay)"
    }

    func percentOfAll(_ kind: EventKind) -> String { "% всех " + kind.russian.many }

    func countOf(_ kind: EventKind, _ count: Int) -> String { counted(count, kind.russian) }

    func otherCodes() -> String { "прочие" }

    func eventsOnDevices(_ events: Int, _ devices: Int) -> String {
        "\(format.count(events)), \(self.devices(devices))"
    }

    func rateAxis(_ kind: EventKind) -> String { eventNames(kind) + " " + perDeviceAndDay }

    func rolling(_ series: RateSeries) -> String {
        let words = format.words
        let forms: [String] =
            switch series.width {
            case .hour: words.hour
            case .day: words.day
            case .week: words.week
            case .month: ["месяц", "месяца", "месяцев"]
            case .width: ["шаг", "шага", "шагов"]
            }
        if case .week = series.width {
            let length = accusative(Length(Double(series.rollingSlices), .week))
            return "скользящее среднее за \(length)"
        }
        let length = format.counted(series.rollingSlices, forms: forms)
        return "скользящее среднее за \(length)"
    }

    func rate(_ series: RateSeries, _ context: ReportContext) -> CardWords {
        let title =
            series.code.map { "Частота: \(code($0))" }
            ?? "Частота \(series.kind.russian.many)"
        let total = series.counts.reduce(0, +)
        let sub = [
            "\(rateAxis(series.kind)), \(each(series.width))", sampleSize(total),
            shortPeriod(context.period),
        ]
        return CardWords(
            title: title, sub: sub.joined(separator: " · "),
            say: rateSay(
                series, context,
                name: series.code.map { code($0) } ?? capitalised(eventNames(series.kind))))
    }

    private func rateSay(
        _ series: RateSeries, _ context: ReportContext, name: String
    ) -> Sentence {
        var sentence = trendSay(series, context, name: name)
        if let (from, to) = series.knownEnds(in: context.period) {
            sentence = sentence + logSpan(series.kind, from, to)
            if series.hasPartOfSlice {
                sentence =
                    sentence
                    + "Пустой кружок — интервал (\(slice(series.width))), лишь частично охваченный записями."
            }
        } else if series.slices.last?.isComplete == false {
            sentence = sentence + "Пустой кружок — неполный интервал (\(slice(series.width)))."
        }
        return sentence
    }

    /// How often it happens: in the whole fleet where times are dates, since nobody counts in
    /// events per device.
    private func paceSay(_ series: RateSeries, _ context: ReportContext) -> Sentence {
        let mean = format.figure(series.mean)
        guard isTimeAxis, let pace = series.pace(in: context.period) else {
            return "в среднем \(strong: mean) \(perDeviceAndDay)"
        }
        let each = context.devicesShown > 1 ? " по всему парку (\(mean) \(perDeviceAndDay))" : ""
        switch pace {
        case .perDay(let count):
            return "в среднем \(strong: "\(format.figure(count)) в день")\(each)"
        case .perWeek(let count):
            return "в среднем \(strong: "\(format.figure(count)) в неделю")\(each)"
        case .inAll(let count):
            return "\(strong: countOf(series.kind, count)) за весь период"
        }
    }

    private func trendSay(
        _ series: RateSeries, _ context: ReportContext, name: String
    ) -> Sentence {
        let pace = paceSay(series, context)
        guard let trend = series.trend else {
            return "Для оценки тренда период слишком короткий: \(pace)."
        }
        let p = format.chance(trend.p)
        let verb: String
        switch trend.direction {
        case .level:
            return "Значимого тренда нет (\(p)): \(pace)."
        case .falling: verb = "снижение"
        case .rising: verb = "рост"
        }
        let range = fromTo(format.figure(trend.low), format.figure(trend.high))
        return
            "\(strong: "\(name): \(verb) на \(format.figure(trend.slopePercent.magnitude)) % \(perTrendSpan(trend.span))") (интервал 95 %: \(range); \(p)). За период: \(pace)."
    }

    /// What slopes in per cent are counted by.
    func perTrendSpan(_ span: TrendSpan) -> String {
        guard isTimeAxis else { return "за десятую часть периода" }
        return switch span {
        case .fourWeeks: "за 4 недели"
        case .week: "за неделю"
        case .day: "за день"
        case .hour: "за час"
        case .tenth: "за десятую часть периода"
        }
    }

    func breakdown(_ breakdown: CodeBreakdown, _ context: ReportContext) -> CardWords {
        let kind = breakdown.kind
        var sub = ["доля всех \(kind.russian.many)", sampleSize(breakdown.total)]
        sub.append(shortPeriod(context.period))
        let say = breakdownSay(breakdown, context)
        let rest = counted(breakdown.otherCount, kind.russian)
        let note =
            breakdown.otherCodes > 0
            ? "«Прочие» — \(counted(breakdown.otherCodes, .code)), \(rest)." : ""
        return CardWords(
            title: "Коды \(kind.russian.many)", sub: sub.joined(separator: " · "),
            say: say, note: note)
    }

    private func breakdownSay(_ breakdown: CodeBreakdown, _ context: ReportContext) -> Sentence {
        let items = breakdown.items
        let all = breakdown.kind.russian.many
        guard let first = items.first else { return "За период \(all) нет." }
        guard items.count > 1 else {
            if breakdown.total == 1 {
                return "Такое событие одно, код — \(strong: code(first.code))."
            }
            return "У всех \(all) один код — \(strong: code(first.code))."
        }
        let leading = breakdown.leading
        let head: Sentence =
            "\(strong: "\(list(leading.codes.map(code))) — \(format.percent(leading.share))") всех \(all)."
        guard let span = context.recent, let top = breakdown.recentTop, let recent = top.recent
        else { return head }
        let before = recent.previous.map { ", до этого \(format.figure($0))" } ?? ""
        return head
            + "\(recentHead(span)) чаще всего встречается \(code(top.code)): \(format.figure(recent.current))\(before)."
    }

    func attributeRates(_ rates: AttributeRates, _ context: ReportContext) -> CardWords {
        let kind = eventNames(rates.kind)
        let total = rates.groups.reduce(0) { $0 + $1.events }
        let sub = ["\(kind) на устройство", sampleSize(total), shortPeriod(context.period)]
        return CardWords(
            title: "\(capitalised(kind)) по \(rates.attribute)",
            sub: sub.joined(separator: " · "), say: attributeSay(rates, kind))
    }

    private func attributeSay(_ rates: AttributeRates, _ kind: String) -> Sentence {
        let sorted = rates.groups.sorted { $0.perDevice > $1.perDevice }
        guard let first = sorted.first, let last = sorted.last, sorted.count > 1 else {
            return "Значение \(rates.attribute) у всех устройств одинаково."
        }
        let p = format.chance(rates.p)
        guard rates.areDifferent else {
            return "Различия между группами — \(strong: "в пределах случайного") (\(p))."
        }
        let factor =
            last.perDevice > 0
            ? "в \(timesMore(first.perDevice / last.perDevice)) больше, чем у \(last.value) (\(format.figure(last.perDevice)); \(p))"
            : "у \(last.value) — ни одного (\(p))"
        return
            "\(strong: "\(first.value): \(kind) — \(format.figure(first.perDevice)) на устройство"), \(factor)."
    }
}
