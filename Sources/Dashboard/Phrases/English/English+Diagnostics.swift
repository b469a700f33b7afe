internal import Pipeline
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
        let row = report.row
        let name = device(row.device.name, atStart: true)
        if report.rows == 0 {
            return
                "\(strong: "\(name) has no rows in this period"), so nothing can be said of it here. Choose a longer period, or \(link: "look how its files were read", to: .importFiles)."
        }
        let head: Sentence
        switch row.status {
        case .critical: head = "\(strong: "\(name) is critical.")"
        case .warning: head = "\(strong: "\(name) is in the warning range.")"
        case .ok:
            if let failures = row.failures?.current, failures > 0 {
                let count = format.counted(Int(clamping: failures), "failure", "failures")
                head = "\(strong: "\(name) is in the OK range, with \(count).")"
                break
            }
            let unlike = report.signals.filter { !$0.isBanded && !$0.out.isEmpty }
            if !unlike.isEmpty {
                let names = list(unlike.map(\.metric.name), limit: 3)
                return
                    "\(strong: "\(names) of \(device(row.device.name, atStart: false)) \(unlike.count == 1 ? "differs" : "differ") from the beginning of its record.") Its health loses nothing by it, as the record is too short for an expected band."
            }
            head = "\(strong: "Nothing is wrong with \(device(row.device.name, atStart: false)).")"
        }
        return head + reasonSentence(report) + precedentSentence(report) + crossingSentence(report)
    }

    private func reasonSentence(_ report: DiagnosticReport) -> Sentence {
        let row = report.row
        if let furthest = row.furthest, furthest.isOpen {
            let band = format.band(furthest.low, furthest.high)
            return
                "Its \(furthest.metric.name) is \(format.reading(furthest.value, furthest.metric)) against \(band.low) to \(band.high), out since \(format.shortMoment(furthest.from))."
        }
        if let loss = row.mainLoss ?? report.health.first, row.status != .ok {
            let words = rule(loss.rule)
            return "Most of its health is lost to \(words.part.lowercased()): \(words.rule)."
        }
        guard let furthest = row.furthest else {
            return report.signals.contains(where: \.isBanded)
                ? "Every reading is inside its expected band."
                : "It has no readings that could be out of a band."
        }
        let distance = format.fixed(furthest.z.magnitude, 1)
        return
            "Every reading is inside its expected band; the furthest is \(furthest.metric.name) at \(distance) σ."
    }

    /// What earlier excursions of the same reading led to.
    private func precedentSentence(_ report: DiagnosticReport) -> Sentence {
        guard let furthest = report.row.furthest, furthest.isOpen,
            let outcome = report.outcomes.first(where: { $0.metric == furthest.metric })
        else { return "" }
        let share = "\(format.count(outcome.followed)) (\(format.percent(outcome.share)))"
        let failure = outcome.failure.map { "most often \(code($0))" }
        let tail = outcome.followed > 0 ? failure.map { ", \($0)" } ?? "" : ""
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
        let inWindow = report.excursions.filter {
            $0.to >= report.window.lowerBound && $0.from <= report.window.upperBound
        }
        let failures = report.events.filter { $0.code.kind == .failure }.reduce(0) { $0 + $1.count }
        let failed =
            failures == 0
            ? "no failure" : format.counted(failures, "failure", "failures")
        guard !report.signals.isEmpty else {
            let total = report.events.reduce(0) { $0 + $1.count }
            if total == 0 {
                return report.lacks.metrics
                    ? "No event lies in this stretch."
                    : "No event lies in this stretch, and there are too few readings for an expected band. \(link: "The rows", to: .rows) show them."
            }
            return "\(strong: format.counted(total, "event", "events")) in this stretch, \(failed)."
        }
        guard report.signals.contains(where: \.isBanded) else {
            return unbandedSay(report, failed)
        }
        guard !inWindow.isEmpty else {
            return "\(strong: "No reading left its band") in this stretch; \(failed)."
        }
        let open = inWindow.count(where: \.isOpen)
        let isCut =
            report.excursions.count < report.excursionCount
            && inWindow.count == report.excursions.count
        let least = isCut ? "At least " : ""
        let still = open == 0 ? "all are over" : "\(format.count(open)) still open"
        return
            "\(strong: least + format.counted(inWindow.count, "excursion", "excursions")) in this stretch, \(still); \(failed)\(failures > 0 ? " (dotted \(failures == 1 ? "line" : "lines"))" : "")."
    }

    /// Without bands the marks are the detector's, against the record's own first part.
    private func unbandedSay(_ report: DiagnosticReport, _ failed: String) -> Sentence {
        let why =
            "The record is too short for an expected band and is compared with its own beginning."
        let marked = report.signals.filter { !$0.out.isEmpty }
        guard let first = marked.first, let at = first.out.first else {
            return "\(strong: "Nothing in it differs from its beginning"), \(failed). \(why)"
        }
        let rest = marked.count - 1
        let others =
            rest == 0 ? "" : " and \(format.counted(rest, "other reading", "other readings"))"
        return
            "\(strong: first.metric.name + others) \(rest == 0 ? "differs" : "differ") from the beginning, \(first.metric.name) first \(on(format.moment(first.times[at]))); \(failed). \(why)"
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
