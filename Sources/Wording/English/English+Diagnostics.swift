import Reports
internal import Values

extension EnglishPhrases {
    func diagnosticQuestion(_ report: DiagnosticReport) -> String {
        let name = device(report.row.device.name, atStart: true)
        let facts = report.attributes.prefix(2).map(fact)
        let head = ([name] + facts).joined(separator: ", ")
        return "\(head): what is wrong, why, and how may it go on?"
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
                "\(strong: "\(name) has no rows in this period"), so nothing can be said of it here. Choose a longer period, or \(link: "look how its files were read", to: .importFiles)."
        case .unlikeBeginning(let metrics):
            let names = list(metrics.map(\.name), limit: 3)
            return
                "\(strong: "\(names) of \(self.device(device, atStart: false)) \(metrics.count == 1 ? "differs" : "differ") from the beginning of its record.") Its health loses nothing by it, as the record is too short for an expected band."
        case .critical: head = "\(strong: "\(name) is critical.")"
        case .warning: head = "\(strong: "\(name) is in the warning range.")"
        case .failed(let failures):
            let count = format.counted(failures, "failure", "failures")
            head = "\(strong: "\(name) is in the OK range, with \(count).")"
        case .fine where !report.troubles.isEmpty:
            head = "\(strong: "No trouble of \(self.device(device, atStart: false)) is open.")"
        case .fine:
            head = "\(strong: "Nothing is wrong with \(self.device(device, atStart: false)).")"
        }
        return head + reasonSentence(report) + precedentSentence(report) + crossingSentence(report)
    }

    private func reasonSentence(_ report: DiagnosticReport) -> Sentence {
        switch report.reason {
        case .open(let episode): return self.episode(episode)
        case .over(let episode): return "The gravest that is over: \(self.episode(episode))"
        case .loss(let loss):
            let words = rule(loss.rule)
            return "Most of its health is lost to \(words.part.lowercased()): \(words.rule)."
        case .inside(let furthest):
            let distance = format.fixed(furthest.z.magnitude, 1)
            return
                "No trouble was found; the reading furthest from its usual level is \(furthest.metric.name) at \(distance) σ."
        case .inBands: return "No trouble was found in its readings, events and rows."
        case .noBands: return "It has no readings that could be compared with a usual level."
        }
    }

    /// What earlier excursions of the same reading led to.
    private func precedentSentence(_ report: DiagnosticReport) -> Sentence {
        guard let outcome = report.precedent else { return "" }
        let share = "\(format.count(outcome.followed)) (\(format.percent(outcome.share)))"
        let tail = outcome.leadingFailure.map { ", most often \(code($0))" } ?? ""
        return
            "Of \(format.count(outcome.excursions)) earlier excursions of it in the fleet \(strong: share) were followed by a failure within \(format.length(outcome.within))\(tail)."
    }

    private func crossingSentence(_ report: DiagnosticReport) -> Sentence {
        guard let forecast = report.forecast, let crossing = forecast.crossing else { return "" }
        let latest =
            crossing.latest.map { "to \(format.shortMoment($0))" }
            ?? "or not within the steps shown"
        return
            "If it goes on so, \(forecast.metric.name) meets \(format.reading(forecast.threshold?.value)) \(strong: on(format.shortMoment(crossing.at))) (80 %: \(format.shortMoment(crossing.earliest)) \(latest))."
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
        if !report.signals.isEmpty { sub.append("own scale each, does not start at 0") }
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
            ? "no failure" : format.counted(failures, "failure", "failures")
        switch report.scene {
        case .empty(isWithoutReadings: true): return "No event lies in this stretch."
        case .empty(isWithoutReadings: false):
            return
                "No event lies in this stretch, and there are too few readings for an expected band. \(link: "The rows", to: .rows) show them."
        case .events(let total):
            return "\(strong: format.counted(total, "event", "events")) in this stretch, \(failed)."
        case .unbanded(let unlike): return unbandedSay(unlike, failed)
        case .inBands: return "\(strong: "No trouble") in this stretch; \(failed)."
        case .troubles(let count, let open):
            let still =
                open == 0
                ? count == 1 ? "it is over" : "all are over" : "\(format.count(open)) still open"
            let dotted = failures == 1 ? " (dotted line)" : " (dotted lines)"
            return
                "\(strong: format.counted(count, "trouble", "troubles")) in this stretch, \(still); \(failed)\(failures > 0 ? dotted : "")."
        }
    }

    /// Without bands the marks are the detector's, against the record's own first part.
    private func unbandedSay(
        _ unlike: DiagnosticReport.UnlikeReadings?, _ failed: String
    ) -> Sentence {
        let why =
            "The record is too short for an expected band and is compared with its own beginning."
        guard let unlike else {
            return "\(strong: "Nothing in it differs from its beginning"), \(failed). \(why)"
        }
        let (name, rest) = (unlike.first.name, unlike.others)
        let others =
            rest == 0 ? "" : " and \(format.counted(rest, "other reading", "other readings"))"
        return
            "\(strong: name + others) \(rest == 0 ? "differs" : "differ") from the beginning, \(name) first \(on(format.moment(unlike.at))); \(failed). \(why)"
    }

    func furthestDrawn(_ shown: Int, of total: Int) -> String {
        "\(format.count(shown)) of \(format.count(total)) readings are drawn, the furthest from its band first."
    }

    func outTitle(_ signal: DiagnosticReport.Signal, _ index: Int) -> String {
        guard signal.times.indices.contains(index), signal.values.indices.contains(index) else {
            return signal.metric.name
        }
        let zone = format.zoneName.map { ", " + $0 } ?? ""
        let value = "\(signal.metric.name) \(format.reading(signal.values[index], signal.metric))"
        let moment = "\(format.moment(signal.times[index]))\(zone)"
        guard let expected = signal.band(at: index) else {
            return "\(value), unlike the beginning of the record: \(moment)"
        }
        let band = format.band(expected.low, expected.high)
        return "\(value), expected \(band.low) to \(band.high): \(moment)"
    }

    func eventTitle(_ mark: DiagnosticReport.EventMark) -> String {
        let count = mark.count > 1 ? " ×\(format.count(mark.count))" : ""
        let zone = format.zoneName.map { ", " + $0 } ?? ""
        let kind = events(mark.code.kind, 1)
        let name = mark.code.name == kind ? kind : "\(kind) \(mark.code.name)"
        return "\(name)\(count): \(format.moment(mark.time))\(zone)"
    }
}
