import Reports
import Values

extension EnglishPhrases {
    func health(_ report: DiagnosticReport) -> CardWords {
        let say: Sentence = report.health.isEmpty ? "No rule takes a point." : ""
        return CardWords(
            title: label(.healthTitle),
            sub:
                "100 minus the points lost · below 50 critical · an open trouble or below 75: warning",
            say: say)
    }

    func healthSum(_ value: Double) -> String { "100 − sum" }

    func contributions(_ report: DiagnosticReport) -> CardWords {
        let isBanded = report.isBanded
        var say: Sentence = ""
        if let first = report.contributions.first {
            say =
                "\(strong: "\(capitalised(first.metric.name)) carries \(format.percent(first.share))") of the distance from \(isBanded ? "its usual values" : "the beginning of the record")"
            if report.contributions.count > 1 {
                let second = report.contributions[1]
                say = "\(say), \(second.metric.name) \(format.percent(second.share))"
            }
            say = "\(say)."
        }
        return CardWords(
            title: label(.contributionsTitle),
            sub: isBanded ? "share of the squared distance · now" : "mean share where marked",
            say: say)
    }

    func outcomes(_ report: DiagnosticReport) -> CardWords {
        let total = report.outcomes.reduce(0) { $0 + $1.excursions }
        var sub = ["excursions in the fleet that a failure followed"]
        if let within = report.outcomes.first?.within {
            sub.append("within \(format.length(within)) of their end")
        }
        sub += [sampleSize(total), "95 % interval"]
        var say: Sentence = ""
        if let most = report.gravestOutcome {
            say =
                "\(strong: "\(format.percent(most.share)) of the \(most.metric.name) excursions were followed by a failure")"
            say =
                most.mostPass
                ? "\(say); \(report.outcomes.count == 1 ? "most pass" : "most of every kind pass")."
                : "\(say)."
        }
        return CardWords(title: label(.outcomeTitle), sub: sub.joined(separator: " · "), say: say)
    }

    func outcomePoint(_ outcome: DiagnosticReport.Outcome) -> String {
        let range = "\(format.percent(outcome.low)) to \(format.percent(outcome.high)), 95 %"
        return
            "\(outcome.metric.name): \(ofCount(outcome.followed, outcome.excursions)), \(format.percent(outcome.share)) (\(range))"
    }

    func ofCount(_ part: Int, _ whole: Int) -> String {
        "\(format.count(part)) of \(format.count(whole))"
    }

    func interval80() -> String { "80 % interval" }

    func rowCount(_ count: Int) -> String { format.counted(count, "row", "rows") }

    func outcomeAxis() -> String { "% of excursions that a failure followed" }

    func parts(_ report: DiagnosticReport) -> CardWords {
        let say: Sentence
        switch report.wear {
        case .old(let parts):
            say =
                "\(strong: "\(list(parts.map { code($0.code) })) \(parts.count == 1 ? "is" : "are") past the 90th percentile") of the fleet’s lives."
        case .middling(let parts):
            say =
                "\(strong: "\(list(parts.map { code($0.code) })) \(parts.count == 1 ? "is" : "are") past the median life") of the fleet; none is past the 90th percentile."
        case .young: say = "\(strong: "No part is past the median life") of the fleet."
        }
        return CardWords(
            title: label(.partsTitle),
            sub: "\(partsAxis()) · line: fleet median, shade: to the 90th percentile", say: say)
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
        var say: Sentence
        if figures.beatsNaive {
            say =
                "By \(method(figures.method)); in \(format.counted(figures.backtests, "trial", "trials")) its error was \(strong: format.fixed(figures.trials.first?.ratio, 2)) of the naive one’s."
        } else {
            say = "\(strong: "No method beats the last value"), so no forecast is drawn."
        }
        if let threshold = forecast.threshold {
            let label = thresholdLabel(threshold)
            if let crossing = forecast.crossing {
                say = say + "It meets the \(label) \(strong: on(format.shortMoment(crossing.at)))."
            } else if figures.beatsNaive {
                say = say + "It does not meet the \(label) within the steps shown."
            }
        }
        return CardWords(
            title: "How \(name) may go on",
            sub:
                "\(forecast.metric.unit ?? "unit not given") · does not start at 0 · 80 and 95 % interval",
            say: say)
    }

    func thresholdLabel(
        _ threshold: DiagnosticReport.SignalForecast.Threshold
    ) -> String {
        let value = format.reading(threshold.value)
        switch threshold.origin {
        case .band: return "limit of the expected band: \(value)"
        case .failures(let count):
            return
                "level of \(format.counted(count, "earlier failure", "earlier failures")), median: \(value)"
        }
    }

    func found(_ report: DiagnosticReport) -> CardWords {
        CardWords(
            title: label(.foundTitle), sub: "in order of weight",
            say: report.findings.isEmpty
                ? "Nothing beside what the other cards say: no trouble in its readings, events and rows."
                : ""
        )
    }

    func notes(own: Int, device: AlarmJudgements, fleet: AlarmJudgements) -> CardWords {
        var say: Sentence = own == 0 ? "Nobody has noted anything about this device yet." : ""
        if device.judged > 0, device != fleet {
            say = say + judged(device, "on this device")
        }
        return CardWords(
            title: label(.notesTitle), sub: "kept beside the files of the data set",
            say: say + judgements(fleet))
    }

    func judgements(_ fleet: AlarmJudgements) -> Sentence {
        fleet.judged > 0 ? judged(fleet, "in this data set") : ""
    }

    private func judged(_ alarms: AlarmJudgements, _ place: String) -> Sentence {
        let verb = alarms.falseAlarms == 1 ? "was" : "were"
        return
            "Of \(format.counted(alarms.judged, "judged alarm", "judged alarms")) \(place) \(strong: "\(format.count(alarms.falseAlarms)) \(verb) false") (\(format.percent(alarms.falseShare)))."
    }

    func noteKind(_ kind: DeviceNote.Kind) -> String {
        switch kind {
        case .remark: "Remark"
        case .repaired: "Repaired"
        case .confirmed: "Real trouble"
        case .falseAlarm: "False alarm"
        }
    }

    func alike(_ report: DiagnosticReport) -> CardWords {
        CardWords(
            title: label(.alikeTitle), sub: "nearest devices by the features of the Clusters page",
            say: report.alike.isEmpty
                ? report.list.count < 2
                    ? missing(.oneDevice)
                    : "With so few devices stretches of time are compared, not devices: see \(link: "Clusters", to: .clusters)."
                : "Compare what was done there.")
    }

    func excursions(_ report: DiagnosticReport) -> CardWords {
        let shown = report.excursions.count
        let sub =
            shown < report.excursionCount
            ? "the latest \(format.count(shown)) of \(format.count(report.excursionCount))"
            : format.counted(report.excursionCount, "excursion", "excursions")
                + ", the latest first"
        return CardWords(
            title: label(.excursionsTitle), sub: sub,
            say: report.excursionCount == 0
                ? "No reading left its expected band in the period." : "")
    }

    func openUntil() -> String { "still out" }
}
