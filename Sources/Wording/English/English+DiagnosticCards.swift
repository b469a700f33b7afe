import Reports
import Values

extension EnglishPhrases {
    func health(_ report: DiagnosticReport) -> CardWords {
        let say: Sentence = report.health.isEmpty ? "No points are deducted." : ""
        return CardWords(
            title: label(.healthTitle),
            sub:
                "100 minus deductions · below 50: critical · below 75 or an open problem: warning",
            say: say)
    }

    func healthSum(_ value: Double) -> String { "100 − sum" }

    func contributions(_ report: DiagnosticReport) -> CardWords {
        let isBanded = report.isBanded
        var say: Sentence = ""
        if let first = report.contributions.first {
            say =
                "\(strong: "\(capitalised(first.metric.name)) accounts for \(format.percent(first.share))") of the \(isBanded ? "squared deviation from usual levels" : "deviation from the beginning of the record")"
            if report.contributions.count > 1 {
                let second = report.contributions[1]
                say = "\(say), \(second.metric.name) \(format.percent(second.share))"
            }
            say = "\(say)."
        }
        return CardWords(
            title: label(.contributionsTitle),
            sub: isBanded
                ? "share of the squared deviation · latest values" : "mean share over marked rows",
            say: say,
            note: report.unseenTrouble.map {
                "The open problem is about \($0.name): it shows in the course of the readings, not in the latest values."
            } ?? "")
    }

    func outcomes(_ report: DiagnosticReport) -> CardWords {
        let total = report.outcomes.reduce(0) { $0 + $1.excursions }
        var sub = ["excursions in the fleet followed by a failure"]
        if let within = report.outcomes.first?.within {
            sub.append("no later than \(format.length(within)) after their end")
        }
        sub += [sampleSize(total), "95 % confidence interval"]
        var say: Sentence = ""
        if let most = report.gravestOutcome {
            say =
                "\(strong: "\(format.percent(most.share)) of the \(most.metric.name) excursions were followed by a failure.")"
            if most.mostPass {
                say =
                    say
                    + (report.outcomes.count == 1
                        ? "Most passed without one."
                        : "For every reading, most passed without one.")
            }
        }
        return CardWords(title: label(.outcomeTitle), sub: sub.joined(separator: " · "), say: say)
    }

    func outcomePoint(_ outcome: DiagnosticReport.Outcome) -> String {
        let range =
            "95 % interval \(fromTo(format.percent(outcome.low), format.percent(outcome.high)))"
        return
            "\(outcome.metric.name): \(ofCount(outcome.followed, outcome.excursions)), \(format.percent(outcome.share)) (\(range))"
    }

    func ofCount(_ part: Int, _ whole: Int) -> String {
        "\(format.count(part)) of \(format.count(whole))"
    }

    func interval80() -> String { "80 % interval" }

    func rowCount(_ count: Int) -> String { format.counted(count, "row", "rows") }

    func outcomeAxis() -> String { "% of excursions followed by a failure" }

    func parts(_ report: DiagnosticReport) -> CardWords {
        let say: Sentence
        switch report.wear {
        case .old(let parts):
            say =
                "\(strong: "\(list(parts.map { code($0.code) })) \(parts.count == 1 ? "is" : "are") past the 90th percentile") of the fleet’s times between repairs."
        case .middling(let parts):
            say =
                "\(strong: "\(list(parts.map { code($0.code) })) \(parts.count == 1 ? "is" : "are") past the median") of the fleet’s times between repairs. None is past the 90th percentile."
        case .young:
            say = "\(strong: "No part is past the median") of the fleet’s times between repairs."
        }
        return CardWords(
            title: label(.partsTitle),
            sub: "\(partsAxis()) · line: fleet median · shaded: up to the 90th percentile", say: say
        )
    }

    func partsAxis() -> String {
        isTimeAxis ? "days since the last repair" : "\(unitOfAxis) since the last repair"
    }

    func partRange(_ part: DiagnosticReport.PartAge) -> String {
        "\(code(part.code)): fleet median \(format.length(part.median)), 90th percentile \(format.length(part.high))"
    }

    func deviceCodes(_ report: DiagnosticReport, _ context: ReportContext) -> CardWords {
        let total = report.codes.reduce(0) { $0 + $1.count }
        let mean = report.codes.reduce(0) { $0 + $1.fleetMean }
        let say: Sentence =
            "\(strong: format.counted(total, "event", "events")), fleet mean \(format.figure(mean))."
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
                "Method: \(method(figures.method)). In \(format.counted(figures.backtests, "back-test", "back-tests")) its mean absolute error was \(strong: format.fixed(figures.trials.first?.ratio, 2)) times that of the naive forecast."
        } else {
            accuracy = "\(strong: "No method beats the last value"), so no forecast is drawn."
        }
        if let threshold = forecast.threshold {
            let value = format.reading(threshold.value, forecast.metric)
            if let crossing = forecast.crossing {
                outcome =
                    "\(capitalised(name)) reaches the \(level(threshold)) (\(value)) \(strong: on(format.shortMoment(crossing.at)))."
            } else if figures.beatsNaive {
                outcome =
                    "\(capitalised(name)) does not reach the \(level(threshold)) (\(value)) within the steps shown."
            }
        }
        let say = figures.beatsNaive ? outcome + accuracy : accuracy + outcome
        return CardWords(
            title: "Forecast of \(name)",
            sub:
                "\(forecast.metric.unit ?? "unit not given") · does not start at 0 · 80 % and 95 % prediction intervals",
            say: say)
    }

    /// Where a level comes from.
    func level(_ threshold: DiagnosticReport.SignalForecast.Threshold) -> String {
        switch threshold.origin {
        case .band: return "limit of the expected band"
        case .failures(let count):
            let failures = format.counted(count, "earlier failure", "earlier failures")
            return count == 1 ? "peak before \(failures)" : "median peak before \(failures)"
        }
    }

    func thresholdLabel(
        _ threshold: DiagnosticReport.SignalForecast.Threshold
    ) -> String {
        "\(level(threshold)): \(format.reading(threshold.value))"
    }

    func found(_ report: DiagnosticReport) -> CardWords {
        CardWords(
            title: label(.foundTitle), sub: "most important first",
            say: report.findings.isEmpty
                ? "Nothing to add to the other cards: no problem in its readings, events or rows."
                : ""
        )
    }

    func notes(own: Int, device: AlarmJudgements, fleet: AlarmJudgements) -> CardWords {
        var say: Sentence = own == 0 ? "There are no notes on this device yet." : ""
        if device.judged > 0, device != fleet {
            say = say + judged(device, "on this device")
        }
        return CardWords(
            title: label(.notesTitle), sub: "stored beside the files of the data set",
            say: say + judgements(fleet))
    }

    func judgements(_ fleet: AlarmJudgements) -> Sentence {
        fleet.judged > 0 ? judged(fleet, "in this data set") : ""
    }

    private func judged(_ alarms: AlarmJudgements, _ place: String) -> Sentence {
        let verb = alarms.falseAlarms == 1 ? "was" : "were"
        return
            "\(strong: "\(format.count(alarms.falseAlarms)) of \(format.counted(alarms.judged, "judged alarm", "judged alarms"))") \(place) \(verb) false (\(format.percent(alarms.falseShare)))."
    }

    func noteKind(_ kind: DeviceNote.Kind) -> String {
        switch kind {
        case .remark: "Remark"
        case .repaired: "Repaired"
        case .confirmed: "Real problem"
        case .falseAlarm: "False alarm"
        }
    }

    func alike(_ report: DiagnosticReport) -> CardWords {
        CardWords(
            title: label(.alikeTitle), sub: "nearest devices by the features of the Clusters page",
            say: report.alike.isEmpty
                ? report.list.count < 2
                    ? missing(.oneDevice)
                    : "There are too few devices to compare. \(link: "Clusters", to: .clusters) compares time windows instead."
                : "Check what was done on these devices.")
    }

    func excursions(_ report: DiagnosticReport) -> CardWords {
        let shown = report.excursions.count
        let sub =
            shown < report.excursionCount
            ? "the latest \(format.count(shown)) of \(format.count(report.excursionCount))"
            : format.counted(report.excursionCount, "excursion", "excursions")
                + ", latest first"
        return CardWords(
            title: label(.excursionsTitle), sub: sub,
            say: report.excursionCount == 0
                ? "No reading left its expected band in the period." : "")
    }

    func openUntil() -> String { "ongoing" }
}
