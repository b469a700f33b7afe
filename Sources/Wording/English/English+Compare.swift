import Reports
import Values

extension EnglishPhrases {
    func compareAnswer(_ report: ComparisonReport) -> Sentence {
        let lacking = missing(report)
        guard !report.readings.isEmpty || !report.events.isEmpty else {
            return lacking
                + (lacking.isEmpty
                    ? "There is nothing to compare: no reading and no event is on both sides." : "")
        }
        let reading = report.readings.first { $0.surest != nil }
        let events = report.events.first { $0.surest != nil }
        var said: Sentence = ""
        if let reading { said = said + self.said(reading, report) }
        if let events { said = said + self.said(events, report) }
        if said.isEmpty {
            said =
                "\(strong: "Nothing differs beyond chance") between \(bothSides(report)): \(compared(report))."
        } else {
            said = said + rest(report)
        }
        return lacking + said
    }

    private func missing(_ report: ComparisonReport) -> Sentence {
        guard !report.missing.isEmpty else { return "" }
        let names = list(report.missing.map { device($0, atStart: false) })
        guard let kind = report.alignment.event else { return "Not in the data: \(names)." }
        return "No \(events(kind, 1)) in the data, or not in the data at all: \(names)."
    }

    private func said(_ reading: ComparisonReport.Reading, _ report: ComparisonReport) -> Sentence {
        guard let place = reading.surestPlace, let difference = reading.surest else { return "" }
        let name = reading.metric.name
        switch report.against {
        case .period:
            let moved = difference.value > 0 ? "rose" : "fell"
            let size = format.reading(abs(difference.value), reading.metric)
            let (from, to) = (reading.means[0], reading.means[1])
            return
                "\(strong: "\(capitalised(name)) \(moved) by \(size)"), from \(format.reading(from)) to \(format.reading(to))."
        case .devices:
            let size = format.reading(abs(difference.value), reading.metric)
            let how = difference.value > 0 ? "above" : "below"
            return
                "\(strong: "\(capitalised(name)) of \(sideName(report, place + 1)) is \(size) \(how)") that of \(sideName(report, 0))."
        case .group:
            let size = format.reading(abs(difference.value), reading.metric)
            let how = difference.value > 0 ? "above" : "below"
            return
                "\(strong: "\(capitalised(name)) of \(sideName(report, 0)) is \(size) \(how)") the median of \(sideName(report, 1)), farther than they differ among themselves."
        }
    }

    private func said(_ events: ComparisonReport.Events, _ report: ComparisonReport) -> Sentence {
        guard let place = events.surestPlace else {
            return ""
        }
        let (first, other) = (events.counts[0], events.counts[place + 1])
        let name = code(events.code)
        switch report.against {
        case .period:
            return
                "\(strong: "\(name)"): \(format.figure(other)) \(eventNames(events.code.kind)) after \(format.figure(first))."
        case .devices:
            return
                "\(strong: "\(name)"): \(format.figure(other)) \(eventNames(events.code.kind)) on \(sideName(report, place + 1)), \(format.figure(first)) on \(sideName(report, 0))."
        case .group:
            return
                "\(strong: "\(name)"): \(format.figure(first)) \(eventNames(events.code.kind)), where the others have \(format.figure(other)) on average."
        }
    }

    /// How many further things differ, and how many do not.
    private func rest(_ report: ComparisonReport) -> Sentence {
        let readings = report.readings.count { $0.surest != nil }
        let codes = report.events.count { $0.surest != nil }
        return
            "\(periods(report))Beyond chance: \(format.count(readings)) of \(format.counted(report.readings.count, "reading", "readings")), \(format.count(codes)) of \(format.counted(report.events.count, "code", "codes"))."
    }

    private func periods(_ report: ComparisonReport) -> String {
        guard report.against == .period else { return "" }
        return "\(capitalised(sideName(report, 1))) is compared with \(sideName(report, 0)). "
    }

    private func compared(_ report: ComparisonReport) -> String {
        "\(format.counted(report.readings.count, "reading", "readings")) and \(format.counted(report.events.count, "code", "codes")) compared"
    }

    private func bothSides(_ report: ComparisonReport) -> String {
        let names = report.sides.indices.map { sideName(report, $0) }
        let all = report.against == .group ? names + [sideName(report, 1)] : names
        return list(all)
    }

    func compareLines(_ report: ComparisonReport, shown: Int) -> CardWords {
        let found = report.readings.prefix { $0.surest != nil }.map(\.metric.name)
        let say: Sentence =
            found.isEmpty
            ? "No reading differs beyond chance."
            : "\(strong: list(Array(found.prefix(4)))) \(found.count == 1 ? "differs" : "differ") beyond chance; what differs most stands first."
        let note =
            shown < report.readings.count
            ? "The first \(format.count(shown)) of \(format.count(report.readings.count)) readings."
            : ""
        return CardWords(
            title: "Readings laid over one another",
            sub:
                "means of \(format.length(report.step)) · own scale for each reading, not starting at 0",
            say: say, note: note)
    }

    func compareReadings(_ report: ComparisonReport) -> CardWords {
        let how =
            report.against == .group
            ? "distance from the median of the others, as rare as one more of them would be (prediction interval)"
            : "means of blocks of \(format.length(report.block)), compared in pairs (t test)"
        return CardWords(
            title: "Readings compared", sub: how + " · q corrected for all comparisons",
            say: "", note: "Neighbouring blocks that are alike count for fewer than they are.")
    }

    func compareEvents(_ report: ComparisonReport) -> CardWords {
        CardWords(
            title: "Events compared",
            sub: "number of events of each code · exact test of two rates, corrected for bursts",
            say: report.events.contains { $0.surest != nil }
                ? "" : "No code is more frequent on one side beyond chance.",
            note: report.events.contains {
                $0.counts.contains { $0 > 0 } && $0.ratios.contains { $0 == nil }
            }
                ? "– : the log does not cover both sides." : "")
    }

    func compareChanges(_ report: ComparisonReport) -> CardWords {
        let devices = Set(report.changes.map(\.device)).count
        return CardWords(
            title: "Devices that changed most", sub: "mean of each period · surest first",
            say: report.changes.isEmpty
                ? "No device has a reading that changed beyond chance."
                : "\(strong: format.counted(devices, "device", "devices")) \(devices == 1 ? "has" : "have") a reading that changed beyond chance."
        )
    }

    func sideName(_ report: ComparisonReport, _ side: Int) -> String {
        if report.against == .group, side == 1 {
            guard let group = report.group else { return "the group" }
            let count = format.counted(group.devices, "other device", "other devices")
            guard let attribute = group.attribute else { return count }
            return count + " with \(attribute) \(group.value)"
        }
        guard report.sides.indices.contains(side) else { return NumberFormat.missing }
        let own = report.sides[side]
        if report.against != .period, let device = own.device {
            return self.device(device.name, atStart: false)
        }
        guard let range = ClosedRange(from: own.from, to: own.to) else {
            return NumberFormat.missing
        }
        return ends(range, format.shortMoment)
    }

    func offsetTitle(_ report: ComparisonReport, _ unit: Length.Unit) -> String {
        let units = format.words.forms(of: unit).last ?? ""
        switch (report.alignment, report.against) {
        case (.failure, _): return units + " since the last failure"
        case (.repair, _): return units + " since the last repair"
        case (.start, .devices): return units + " since the first reading"
        default: return units + " since the start of each period"
        }
    }

    func difference(_ difference: ComparisonReport.Difference?) -> String {
        guard let difference else { return NumberFormat.missing }
        let text = format.reading(abs(difference.value))
        return (difference.value < 0 ? "−" : "+") + text
    }

    func limits(_ difference: ComparisonReport.Difference?) -> String {
        guard let difference, difference.low.isFinite, difference.high.isFinite else {
            return NumberFormat.missing
        }
        return fromTo(format.reading(difference.low), format.reading(difference.high))
    }

    func ratio(_ ratio: ComparisonReport.Ratio?, _ report: ComparisonReport) -> String {
        guard let ratio, !ratio.value.isNaN else { return NumberFormat.missing }
        if ratio.value.isFinite { return "× " + format.figure(ratio.value) }
        return switch report.against {
        case .period: "new"
        case .devices: "only on this side"
        case .group: "only here"
        }
    }

    func limits(_ ratio: ComparisonReport.Ratio?) -> String {
        guard let ratio, !ratio.low.isNaN else { return NumberFormat.missing }
        guard ratio.high.isFinite else { return "× \(format.figure(ratio.low)) and more" }
        return "× " + fromTo(format.figure(ratio.low), format.figure(ratio.high))
    }

    func againstOption(_ against: ComparisonQuestion.Against) -> String {
        switch against {
        case .period: "the period before"
        case .devices: "each other"
        case .group: "its group"
        }
    }

    func alignmentOption(_ alignment: ComparisonQuestion.Alignment) -> String {
        switch alignment {
        case .time: "the same time"
        case .start: "the first reading"
        case .failure: "the last failure"
        case .repair: "the last repair"
        }
    }

    func groupOption(_ attribute: String?) -> String {
        attribute.map { "same \($0)" } ?? "all devices"
    }
}
