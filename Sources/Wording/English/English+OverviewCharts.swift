import Reports
import Values

extension EnglishPhrases {
    func lanes(
        _ lanes: OverviewReport.Lanes, _ context: ReportContext
    ) -> CardWords {
        let what: String
        let unit: String
        switch lanes.measure {
        case .troubles:
            what = "Devices × time"
            unit = "\(countedStretches(lanes).many) in trouble"
        case .events(let kind):
            what = "Devices × time"
            unit = "\(events(kind, 2)) per \(slice(lanes.width))"
        }
        let count = lanes.devices.count
        let order: String
        if case .troubles = lanes.measure {
            order = "in the worst condition"
        } else {
            order = "with most events"
        }
        let scope = "\(devices(count)) \(order)"
        var sub = [unit, scope, slices(lanes.width)]
        if let zone = format.zoneName { sub.append(zone) }
        return CardWords(
            title: what, sub: sub.joined(separator: " · "), say: lanesSay(lanes),
            note: lanes.slices.last?.isComplete == false
                ? "The last \(slice(lanes.width)) is incomplete." : "")
    }

    /// `days`, `hours`, `steps of 10 cycles`: what the cells of troubles count.
    private func countedStretches(_ lanes: OverviewReport.Lanes) -> (one: String, many: String) {
        switch lanes.stretch(format) {
        case .moments: return ("time", "times")
        case .each(let unit):
            let forms = format.words.forms(of: unit)
            return (forms[0], forms[1])
        case .steps(let length):
            let steps = "steps of " + format.text(length)
            return (steps, steps)
        }
    }

    private func lanesSay(_ lanes: OverviewReport.Lanes) -> Sentence {
        switch lanes.peak {
        case .quiet: return "All cells are empty."
        case .mostMarked(let device, let marks):
            let what: String
            switch lanes.measure {
            case .troubles: what = "was in trouble most often"
            case .events(let kind): what = "had \(events(kind, 2)) most often"
            }
            return
                "\(starting(device)) \(what): in \(strong: "\(marks) of \(lanes.slices.count)") \(slices(lanes.width))."
        case .fullest(let device, let slice, let value):
            let start = format.shortDay(slice.from)
            return
                "Maximum: \(strong: laneValue(value, lanes)), \(named(device)), in the \(self.slice(lanes.width)) from \(start)."
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
            let noun = countedStretches(lanes)
            return "\(format.figure(value)) \(value == 1 ? noun.one : noun.many) in trouble"
        case .events(let kind):
            return "\(format.figure(value)) \(events(kind, value == 1 ? 1 : 2))"
        }
    }

    func each(_ width: TimeStep) -> String { "each " + slice(width) }

    func sliceStart(_ width: TimeStep) -> String {
        switch width {
        case .hour: "Hour"
        case .day: "Day"
        case .week: "Week of"
        case .month: "Month of"
        case .width: "From"
        }
    }

    func rateColumn() -> String { capitalised(perDeviceAndDay) }

    func ratePoint(from: Double, count: Int, rate: Double, _ series: RateSeries) -> String {
        let zone = format.zoneName.map { ", " + $0 } ?? ""
        return
            "\(sliceStart(series.width)) \(format.moment(from))\(zone): \(countOf(series.kind, count)), \(format.figure(rate)) \(perDeviceAndDay)"
    }

    func percentOfAll(_ kind: EventKind) -> String { "% of all " + events(kind, 2) }

    func countOf(_ kind: EventKind, _ count: Int) -> String {
        "\(format.count(count)) \(events(kind, count))"
    }

    func otherCodes() -> String { "other" }

    func eventsOnDevices(_ events: Int, _ devices: Int) -> String {
        "\(format.count(events)) on \(self.devices(devices))"
    }

    func rateAxis(_ kind: EventKind) -> String { events(kind, 2) + " " + perDeviceAndDay }

    func rolling(_ series: RateSeries) -> String {
        "rolling mean of \(format.counted(series.rollingSlices, slice(series.width), slice(series.width) + "s"))"
    }

    func rate(_ series: RateSeries, _ context: ReportContext) -> CardWords {
        let name = series.code.map { code($0) } ?? capitalised(events(series.kind, 1))
        let total = series.counts.reduce(0, +)
        let sub = [
            "\(rateAxis(series.kind)), by \(slice(series.width))", sampleSize(total),
            shortPeriod(context.period),
        ]
        return CardWords(
            title: "\(name) rate", sub: sub.joined(separator: " · "),
            say: rateSay(
                series, context,
                name: series.code.map { code($0) } ?? capitalised(events(series.kind, 2))))
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
                    + "Hollow point: the record covers only part of that \(slice(series.width))."
            }
        } else if series.slices.last?.isComplete == false {
            sentence = sentence + "Hollow point: the \(slice(series.width)) is incomplete."
        }
        return sentence
    }

    /// How often it happens: in the whole fleet where times are dates, since nobody counts in
    /// events per device.
    private func paceSay(_ series: RateSeries, _ context: ReportContext) -> Sentence {
        let mean = format.figure(series.mean)
        guard isTimeAxis, let pace = series.pace(in: context.period) else {
            return "the mean is \(strong: mean) \(perDeviceAndDay)"
        }
        let each = context.devicesShown > 1 ? " in the fleet (\(mean) \(perDeviceAndDay))" : ""
        switch pace {
        case .perDay(let count):
            return "\(strong: "\(format.figure(count)) \(events(series.kind, 2)) a day")\(each)"
        case .perWeek(let count):
            return "\(strong: "\(format.figure(count)) \(events(series.kind, 2)) a week")\(each)"
        case .inAll(let count):
            return "\(strong: countOf(series.kind, count)) in the whole period"
        }
    }

    private func trendSay(
        _ series: RateSeries, _ context: ReportContext, name: String
    ) -> Sentence {
        let pace = paceSay(series, context)
        guard let trend = series.trend else {
            return "The period is too short for a trend: \(pace)."
        }
        let p = format.chance(trend.p)
        let verb: String
        switch trend.direction {
        case .level:
            return "No trend beyond chance (\(p)): \(pace)."
        case .falling: verb = "fall"
        case .rising: verb = "rise"
        }
        return
            "\(strong: "\(name) \(verb) by \(format.figure(trend.slopePercent.magnitude)) % \(perTrendSpan(trend.span))") (95 % interval \(format.figure(trend.low)) to \(format.figure(trend.high)); \(p)). Over the period: \(pace)."
    }

    /// What slopes in per cent are counted by.
    func perTrendSpan(_ span: TrendSpan) -> String {
        guard isTimeAxis else { return "per tenth of the period" }
        return switch span {
        case .fourWeeks: "per 4 weeks"
        case .week: "per week"
        case .day: "per day"
        case .hour: "per hour"
        case .tenth: "per tenth of the period"
        }
    }

    func breakdown(_ breakdown: CodeBreakdown, _ context: ReportContext) -> CardWords {
        let kind = breakdown.kind
        var sub = ["share of all \(events(kind, 2))", sampleSize(breakdown.total)]
        sub.append(shortPeriod(context.period))
        let say = breakdownSay(breakdown, context)
        let note =
            breakdown.otherCodes > 0
            ? "“Other”: \(format.counted(breakdown.otherCodes, "further code", "further codes")) with \(format.count(breakdown.otherCount)) \(events(kind, breakdown.otherCount))."
            : ""
        return CardWords(
            title: "\(capitalised(events(kind, 1))) codes", sub: sub.joined(separator: " · "),
            say: say, note: note)
    }

    private func breakdownSay(_ breakdown: CodeBreakdown, _ context: ReportContext) -> Sentence {
        let items = breakdown.items
        let name = events(breakdown.kind, 2)
        guard let first = items.first else { return "There are no \(name) in the period." }
        guard items.count > 1 else {
            if breakdown.total == 1 {
                return
                    "The only \(events(breakdown.kind, 1)) has the code \(strong: code(first.code))."
            }
            return "All \(name) have the same code, \(strong: code(first.code))."
        }
        let leading = breakdown.leading
        let verb = leading.codes.count == 1 ? "accounts" : "account"
        let head: Sentence =
            "\(strong: "\(list(leading.codes.map(code))) \(verb) for \(format.percent(leading.share))") of all \(name)."
        guard let span = context.recent, let top = breakdown.recentTop, let recent = top.recent
        else { return head }
        let before = recent.previous.map { ", after \(format.figure($0)) before that" } ?? ""
        return head
            + "Most frequent in the \(recentSpan(span)): \(code(top.code)) with \(format.figure(recent.current))\(before)."
    }

    func attributeRates(_ rates: AttributeRates, _ context: ReportContext) -> CardWords {
        let kind = events(rates.kind, 2)
        let total = rates.groups.reduce(0) { $0 + $1.events }
        let sub = ["\(kind) per device", sampleSize(total), shortPeriod(context.period)]
        return CardWords(
            title: "\(capitalised(kind)) by \(rates.attribute)",
            sub: sub.joined(separator: " · "), say: attributeSay(rates, kind))
    }

    private func attributeSay(_ rates: AttributeRates, _ kind: String) -> Sentence {
        let sorted = rates.groups.sorted { $0.perDevice > $1.perDevice }
        guard let first = sorted.first, let last = sorted.last, sorted.count > 1 else {
            return "All devices have the same \(rates.attribute)."
        }
        let p = format.chance(rates.p)
        guard rates.areDifferent else {
            return "The groups differ only \(strong: "within chance") (\(p))."
        }
        let factor =
            last.perDevice > 0
            ? "\(format.figure(first.perDevice / last.perDevice)) times as many as \(last.value) (\(format.figure(last.perDevice)); \(p))"
            : "\(last.value) has none (\(p))"
        return
            "\(strong: "\(first.value) has \(format.figure(first.perDevice)) \(kind) per device"), \(factor)."
    }
}
