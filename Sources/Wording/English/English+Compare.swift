import Reports
import Values

extension EnglishPhrases {
    func compareAnswer(_ report: ComparisonReport) -> Sentence {
        let lacking = missing(report)
        guard !report.readings.isEmpty || !report.events.isEmpty else {
            let nothing: Sentence =
                "There is nothing to compare: no reading and no event is on both sides."
            return lacking.isEmpty ? nothing : lacking
        }
        if report.group?.devices == 0 {
            return lacking + "There is no other device of that group to compare with."
        }
        guard report.isTested else {
            return lacking + "Too little was read on both sides to tell whether anything differs."
        }
        let reading = report.readings.first { $0.surest != nil }.map { said($0, report) }
        let events = report.events.first { $0.surest != nil }.map { said($0, report) }
        let found = [reading, events].compactMap(\.self)
        guard !found.isEmpty else {
            return lacking
                + "\(strong: "Nothing differs beyond chance") between \(bothSides(report)): \(compared(report))."
                + untested(report)
        }
        return found.reduce(lacking, +) + rest(report) + untested(report)
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
                "\(strong: "\(name) \(moved) by \(size)"), from \(format.reading(from)) to \(format.reading(to))."
        case .devices:
            let size = format.reading(abs(difference.value), reading.metric)
            let how = difference.value > 0 ? "above" : "below"
            return
                "\(strong: "\(name) of \(sideName(report, place + 1)) is \(size) \(how)") that of \(sideName(report, 0))."
        case .group:
            let size = format.reading(abs(difference.value), reading.metric)
            let how = difference.value > 0 ? "above" : "below"
            return
                "\(strong: "\(name) of \(sideName(report, 0)) is \(size) \(how)") the median of \(sideName(report, 1)), farther than they differ among themselves."
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

    /// How many things differ, and how many do not.
    private func rest(_ report: ComparisonReport) -> Sentence {
        let all = [
            share(report.readings.map { $0.surest != nil }, "reading", "readings"),
            share(
                report.events.filter(\.isTested).map { $0.surest != nil }, "code", "codes"),
        ].compactMap(\.self).joined(separator: ", ")
        return "\(periods(report))Beyond chance: \(all)."
    }

    private func share(_ differ: [Bool], _ one: String, _ many: String) -> String? {
        guard !differ.isEmpty else { return nil }
        let found = format.count(differ.count { $0 })
        return "\(found) of \(format.counted(differ.count, one, many))"
    }

    private func untested(_ report: ComparisonReport) -> Sentence {
        let codes = report.events.count { !$0.isTested }
        guard codes > 0 else { return "" }
        return
            "Not compared: \(format.counted(codes, "code", "codes")), whose log does not cover both sides."
    }

    private func periods(_ report: ComparisonReport) -> String {
        guard report.against == .period else { return "" }
        return "\(capitalised(sideName(report, 1))) is compared with \(sideName(report, 0)). "
    }

    private func compared(_ report: ComparisonReport) -> String {
        let codes = report.events.count(where: \.isTested)
        let parts = [
            report.readings.isEmpty
                ? nil : format.counted(report.readings.count, "reading", "readings"),
            codes == 0 ? nil : format.counted(codes, "code", "codes"),
        ].compactMap(\.self)
        return list(parts) + " compared"
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
            say: "",
            note: report.against == .group
                ? "" : "Neighbouring blocks that are alike count for fewer than they are.")
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
        guard report.against == .devices else { return units + " since the start of each period" }
        switch report.alignment {
        case .failure: return units + " since the last failure"
        case .repair: return units + " since the last repair"
        case .start: return units + " since the first reading"
        case .time: return units
        }
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
