import Reports
import Values

extension EnglishPhrases {
    func week(_ map: TrendReport.WeekMap, _ context: ReportContext) -> CardWords {
        let name = events(map.kind, 2)
        var sub = ["\(name) by hour of the day and weekday", sampleSize(map.total)]
        sub.append(shortPeriod(context.period))
        return CardWords(
            title: weekTitle(), sub: sub.joined(separator: " · "), say: weekSay(map, name))
    }

    private func weekSay(_ map: TrendReport.WeekMap, _ name: String) -> Sentence {
        guard let fullest = map.fullest else { return "There are no \(name) in the period." }
        let hour = format.clock(hour: fullest.hour)
        let share = format.percent(fullest.hourShare)
        let hourPart: Sentence =
            fullest.isPronounced
            ? "\(strong: "\(share) of all \(name) occur at \(hour)")"
            : "\(strong: "No hour stands out"): the busiest, \(hour), has \(share)"
        return
            "\(hourPart). The busiest day is \(weekday(fullest.day)) with \(format.percent(fullest.dayShare)) (an equal share is 14 %)."
    }

    func levelSeries(_ count: Int) -> String {
        format.counted(count, "series without a trend", "series without a trend")
    }

    func cycles(_ report: TrendReport) -> CardWords {
        CardWords(
            title: label(.cyclesTitle),
            sub:
                "share of the variance that a cycle explains, and when it is highest · r of hourly fleet means",
            say: cyclesSay(report.cycles), note: compared(report.pairs))
    }

    private func cyclesSay(_ cycles: [ReadingCycles]) -> Sentence {
        guard let most = cycles.max(by: { $0.strength < $1.strength }), most.strength > 0 else {
            return ""
        }
        let day = cycles.count { $0.day != nil }
        let week = cycles.count { $0.week != nil }
        let parts = [
            day > 0
                ? "\(format.counted(day, "reading follows", "readings follow")) the time of day"
                : "",
            week > 0
                ? "\(format.counted(week, "reading follows", "readings follow")) the weekday" : "",
        ]
        return
            "\(strong: list(parts.filter { !$0.isEmpty })), \(most.metric.name) most (\(format.percent(most.strength)))."
    }

    func weekTitle() -> String { "Hour × weekday" }

    func inOrderOfWeight() -> String { "most important first" }

    func hourAxis() -> String { "hour of the day" + (format.zoneName.map { ", " + $0 } ?? "") }

    func step(_ low: Int, _ high: Int) -> String {
        low == high ? format.count(low) : "\(format.count(low)) to \(format.count(high))"
    }

    func weekCell(_ day: Int, _ hour: Int, _ count: Int, _ kind: EventKind) -> String {
        "\(weekday(day)) \(format.clock(hour: hour)): \(format.count(count)) \(events(kind, count))"
    }

    func precursors(_ table: PrecursorTable) -> CardWords {
        let hours = format.figure(table.hours)
        return CardWords(
            title: label(.precursorTitle),
            sub:
                "share of failures preceded by that code within \(hours) h · n = \(format.counted(table.failureCount, "failure", "failures")), \(format.counted(table.errorCount, "error", "errors"))",
            say: precursorSay(table),
            note:
                "\(capitalised(label(.followed))): share of the code’s own events with a failure within the next \(hours) h. \(capitalised(label(.byChance))): probability of finding the code in any \(hours) h. Tinted: above 50 %."
        )
    }

    private func precursorSay(_ table: PrecursorTable) -> Sentence {
        let announced: Sentence =
            "\(strong: "\(format.percent(table.announced)) of all failures are preceded by one of these codes")"
        guard let (least, most) = table.followed else { return "\(announced)." }
        let range =
            least == most
            ? format.percent(least) : "\(format.percent(least)) to \(format.percent(most))"
        return "\(announced). Of each code’s own events, \(range) are followed by a failure."
    }

    func codeRates(_ report: TrendReport, _ context: ReportContext) -> CardWords {
        let first = report.codes.first
        let rolling = first.map { "; colour: \(self.rolling($0))" } ?? ""
        let width = first.map { slice($0.width) } ?? "step"
        let codes = report.codeRows
        let moving = codes.moving
        let say: Sentence
        if moving.isEmpty {
            let q = codes.smallestQ.map {
                " (smallest q \(format.fixed($0, 2)))"
            }
            say = "\(strong: "No code has a trend beyond chance")\(q ?? "")."
        } else {
            let names = moving.map { "\(subject($0.subject)) \(verdict($0.verdict))" }
            say = "Trends beyond chance: \(strong: list(names))."
        }
        return CardWords(
            title: label(.codesTitle),
            sub:
                "\(perDeviceAndDay); grey: each \(width)\(rolling); labelled with the last value · shared scale · \(shortPeriod(context.period))",
            say: say)
    }

    func metricTrends(_ report: TrendReport, _ context: ReportContext) -> CardWords {
        let width = report.metrics.first.map { slice($0.width) } ?? "step"
        let moving = report.metricRows.moving
        let say: Sentence
        if report.metricRows.tested.isEmpty {
            say = missing(.tooShort)
        } else if moving.isEmpty {
            say =
                "\(strong: "The fleet mean has no trend beyond chance") in \(report.metrics.count == 1 ? "this reading" : "any of these readings")."
        } else {
            let names = moving.map { "\(subject($0.subject)) \(verdict($0.verdict))" }
            say = "Trends of the fleet mean beyond chance: \(strong: list(names))."
        }
        return CardWords(
            title: label(.readingsTitle),
            sub:
                "mean of \(devices(context.devicesShown)) by \(width); band: 10th to 90th percentile of devices · separate scales, not starting at 0",
            say: say, note: drawn(report))
    }

    func cumulative(_ lines: CumulativeFailures, _ context: ReportContext) -> CardWords {
        let name = events(lines.kind, 2)
        let by = lines.attribute.map { ", by \($0)" } ?? ""
        var say: Sentence = "A straight line is a constant rate."
        if let (most, least) = lines.extremes {
            say =
                "\(strong: "\(most.name) has \(format.figure(most.end / least.end)) times the \(name)") of \(least.name): \(format.figure(most.end)) against \(format.figure(least.end)) per device."
                + say
        }
        return CardWords(
            title: "Cumulative \(name)",
            sub:
                "mean cumulative \(name) per device\(by) · \(sampleSize(lines.total)) · \(shortPeriod(context.period))",
            say: say)
    }

    func cumulativeAxis(_ lines: CumulativeFailures) -> String {
        "\(events(lines.kind, 2)) per device"
    }

    func reliability(_ rows: [ReliabilityRow], _ lines: CumulativeFailures?) -> CardWords {
        let by = lines?.attribute.map { " by \($0)" } ?? ""
        let unit = isTimeAxis ? "days" : format.words.cycles.last ?? "steps"
        let moving = rows.filter { $0.verdict != .level }
        let say: Sentence
        if rows.isEmpty {
            say = missing(.failures)
        } else if moving.isEmpty {
            say =
                "\(strong: "Reliability neither improves nor worsens"): every 95 % interval of β includes 1."
        } else {
            let better = moving.filter { $0.verdict == .improving }.map { $0.value ?? wholeFleet() }
            let worse = moving.filter { $0.verdict == .worsening }.map { $0.value ?? wholeFleet() }
            var parts: [String] = []
            if !better.isEmpty { parts.append("improves: \(list(better))") }
            if !worse.isEmpty { parts.append("worsens: \(list(worse))") }
            say = "\(strong: "Reliability \(parts.joined(separator: "; "))")."
        }
        return CardWords(
            title: "Reliability\(by)",
            sub:
                "mean \(unit) between failures per device (chi-square, 95 %) · growth exponent β (Crow-AMSAA, 95 %): improving below 1, worsening above 1",
            say: say)
    }

    func reliabilityVerdict(_ row: ReliabilityRow) -> String {
        switch row.verdict {
        case .improving: "improves"
        case .worsening: "worsens"
        case .level: "level"
        }
    }

    func wholeFleet() -> String { "whole fleet" }

    func methods(_ forecast: ForecastFigures, _ kind: EventKind) -> CardWords {
        CardWords(
            title: label(.methodsTitle),
            sub:
                "\(events(kind, 2)): mean absolute error in \(format.counted(forecast.backtests, "back-test", "back-tests")) relative to the naive forecast · the best method is used if below 1"
        )
    }

    func method(_ method: ForecastFigures.Method) -> String {
        switch method {
        case .naive: "the last value (naive)"
        case .seasonalNaive: "the value one season earlier"
        case .mean: "the overall mean"
        case .drift: "drift"
        case .dampedTrend: "damped trend"
        case .theta: "the theta method"
        }
    }
}
