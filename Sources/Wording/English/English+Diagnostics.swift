import Reports
internal import Values

extension EnglishPhrases {
    func diagnosticQuestion(_ report: DiagnosticReport) -> String {
        let name = device(report.row.device.name, atStart: true)
        let facts = report.attributes.prefix(2).map(fact)
        let head = ([name] + facts).joined(separator: ", ")
        return "\(head): what is wrong, why, and what comes next?"
    }

    /// `model1`, or `age 17` where the value alone says nothing.
    private func fact(_ attribute: DiagnosticReport.Attribute) -> String {
        Double(attribute.value) == nil ? attribute.value : "\(attribute.name) \(attribute.value)"
    }

    func diagnosticAnswer(_ report: DiagnosticReport) -> Sentence {
        let device = report.row.device.name
        let name = self.device(device, atStart: true)
        let head: Sentence
        switch report.condition {
        case .noRows:
            return
                "\(strong: "\(name) has no rows in this period.") Choose a longer period, or \(link: "check how its files were read", to: .importFiles)."
        case .unlikeBeginning(let metrics):
            let names = list(metrics.map(\.name), limit: 3)
            return
                "\(strong: "\(names) of \(self.device(device, atStart: false)) \(metrics.count == 1 ? "differs" : "differ") from the beginning of its record.") This does not lower its health, because the record is too short for an expected band."
        case .critical: return opening("\(name) is critical", report) + sequel(report)
        case .warning: return opening("\(name) is in the warning range", report) + sequel(report)
        case .failed(let failures):
            let count = format.counted(failures, "failure", "failures")
            head = "\(strong: "\(name) is in the OK range, but had \(count).")"
        case .fine where !report.troubles.isEmpty:
            head = "\(strong: "\(name) has no open problem.")"
        case .fine:
            head = "\(strong: "Nothing is wrong with \(self.device(device, atStart: false)).")"
        }
        return head + reasonSentence(report) + sequel(report)
    }

    /// A state with its reason, which is not given the device's name again.
    private func opening(_ state: String, _ report: DiagnosticReport) -> Sentence {
        if case .open(let episode) = report.reason, episode.isOfOneDevice {
            return "\(strong: state): \(ownEpisode(episode))"
        }
        return "\(strong: state + ".")" + reasonSentence(report)
    }

    private func sequel(_ report: DiagnosticReport) -> Sentence {
        precedentSentence(report) + crossingSentence(report)
    }

    private func reasonSentence(_ report: DiagnosticReport) -> Sentence {
        switch report.reason {
        case .open(let episode): return self.episode(episode)
        case .over(let episode): return "Most severe past problem: \(ownEpisode(episode))"
        case .loss(let loss):
            let words = rule(loss.rule)
            return
                "The largest health deduction is for \(words.part.lowercased()): \(words.rule)."
        case .inside(let furthest):
            let distance = format.fixed(furthest.z.magnitude, 1)
            return
                "No problem was found. The largest deviation from a usual level is \(distance) σ (\(furthest.metric.name))."
        case .inBands: return "No problem was found in its readings, events or rows."
        case .noBands: return "None of its readings has a usual level to compare with."
        }
    }

    /// What earlier excursions of the same reading led to.
    private func precedentSentence(_ report: DiagnosticReport) -> Sentence {
        guard let outcome = report.precedent else { return "" }
        let share = ofCount(outcome.followed, outcome.excursions)
        let tail = outcome.leadingFailure.map { ", most often \(code($0))" } ?? ""
        let verb = outcome.followed == 1 ? "was" : "were"
        return
            "Across the fleet, \(strong: share) excursions of \(outcome.metric.name) (\(format.percent(outcome.share))) \(verb) followed by a failure no later than \(format.length(outcome.within)) after their end\(tail)."
    }

    private func crossingSentence(_ report: DiagnosticReport) -> Sentence {
        guard let forecast = report.forecast, let crossing = forecast.crossing else { return "" }
        let latest =
            crossing.latest.map { format.shortMoment($0) } ?? "beyond the forecast"
        let value = format.reading(forecast.threshold?.value, forecast.metric)
        let origin = forecast.threshold.map { ", the \(level($0))," } ?? ""
        return
            "Forecast: \(forecast.metric.name) reaches \(value)\(origin) \(strong: on(format.shortMoment(crossing.at))) (80 % interval: \(fromTo(format.shortMoment(crossing.earliest), latest)))."
    }

    func nextDevice(_ device: DeviceRef) -> String {
        "Next: " + self.device(device.name, atStart: false)
    }

    func deviceList(_ count: Int) -> CardWords {
        CardWords(
            title: label(.devicesTitle),
            sub: "lowest health first · \(format.count(count))")
    }

    func windowOption(_ stretch: Stretch?) -> String {
        stretch.map { capitalised(length($0)) } ?? "All"
    }

    func signals(_ report: DiagnosticReport, _ context: ReportContext) -> CardWords {
        let name = device(report.row.device.name, atStart: false)
        let title =
            report.signals.isEmpty ? "Events of \(name)" : "Readings and events of \(name)"
        var sub: [String] = []
        if !report.signals.isEmpty { sub.append("each on its own scale, not starting at 0") }
        if !report.signals.isEmpty, report.signals.allSatisfy({ $0.metric.unit == nil }) {
            sub.append("units not given")
        }
        sub.append(shortPeriod(report.window))
        return CardWords(
            title: title, sub: sub.joined(separator: " · "), say: signalsSay(report))
    }

    private func signalsSay(_ report: DiagnosticReport) -> Sentence {
        let failures = report.failuresShown
        let failed =
            failures == 0
            ? "no failures" : format.counted(failures, "failure", "failures")
        switch report.scene {
        case .empty(isWithoutReadings: true): return "There are no events in the window shown."
        case .empty(isWithoutReadings: false):
            return
                "There are no events in the window shown, and too few readings for an expected band. See them in \(link: "the rows", to: .rows)."
        case .events(let total):
            return
                "\(strong: format.counted(total, "event", "events")) in the window shown, \(failed)."
        case .unbanded(let unlike): return unbandedSay(unlike, failed)
        case .inBands: return "\(strong: "No problem") in the window shown, \(failed)."
        case .troubles(let count, let open):
            let still =
                open == 0
                ? count == 1 ? "now over" : "all over" : "\(format.count(open)) still open"
            let dotted = failures == 1 ? " (dotted line)" : " (dotted lines)"
            return
                "\(strong: format.counted(count, "problem", "problems")) in the window shown, \(still); \(failed)\(failures > 0 ? dotted : "")."
        }
    }

    /// Without bands the marks are the detector's, against the record's own first part.
    private func unbandedSay(
        _ unlike: DiagnosticReport.UnlikeReadings?, _ failed: String
    ) -> Sentence {
        let why =
            "The record is too short for an expected band, so it is compared with its own beginning."
        guard let unlike else {
            return
                "\(strong: "Nothing differs from the beginning of the record"), \(failed). \(why)"
        }
        let (name, rest) = (unlike.first.name, unlike.others)
        let others =
            rest == 0 ? "" : " and \(format.counted(rest, "other reading", "other readings"))"
        let verb = rest == 0 ? "differs" : "differ"
        let first = rest == 0 ? "first" : "\(name) first"
        return
            "\(strong: name + others) \(verb) from the beginning of the record, \(first) \(on(format.moment(unlike.at))); \(failed). \(why)"
    }

    func furthestDrawn(_ shown: Int, of total: Int) -> String {
        "\(format.count(shown)) of \(format.count(total)) readings are drawn, the largest deviations first."
    }

    func outTitle(_ signal: DiagnosticReport.Signal, _ index: Int) -> String {
        guard signal.times.indices.contains(index), signal.values.indices.contains(index) else {
            return signal.metric.name
        }
        let zone = format.zoneName.map { ", " + $0 } ?? ""
        let value = signal.values[index]
        let name = signal.metric.name
        let unit = signal.metric.unit.map { " " + $0 } ?? ""
        let moment = "\(format.moment(signal.times[index]))\(zone)"
        guard let expected = signal.band(at: index) else {
            return
                "\(name) \(format.reading(value))\(unit), unlike the beginning of the record: \(moment)"
        }
        let placed = format.placed(value, low: expected.low, high: expected.high)
        return "\(name) \(placed.value)\(unit), expected \(placed.low) to \(placed.high): \(moment)"
    }

    func eventTitle(_ mark: DiagnosticReport.EventMark) -> String {
        let count = mark.count > 1 ? " ×\(format.count(mark.count))" : ""
        let zone = format.zoneName.map { ", " + $0 } ?? ""
        let kind = events(mark.code.kind, 1)
        let name = mark.code.name == kind ? kind : "\(kind) \(mark.code.name)"
        return "\(name)\(count): \(format.moment(mark.time))\(zone)"
    }
}
