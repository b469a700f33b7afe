import Reports
import Values

extension EnglishPhrases {
    func finding(_ finding: Finding) -> Sentence {
        switch finding.kind {
        case .episode(let episode): self.episode(episode)
        case .devicesOut, .glitches, .missing, .refusedCells, .strayRows:
            readingFinding(finding.kind)
        case .eventsChanged, .eventsLevel, .rateShift, .concentration, .hotHour, .precursor,
            .noPrecursor, .busiest, .logSpan:
            eventFinding(finding.kind)
        case .mostFailures, .mostErrors, .labelledAt, .labelledDiffer, .labelledRates, .wave,
            .beforeFailure, .nameGroups:
            troubleFinding(finding.kind)
        case .constant, .apartOfFew, .yearlyPattern, .partYears:
            levelFinding(finding.kind)
        case .groupApart, .dailyPattern, .weeklyPattern, .correlated, .nothingUnusual:
            patternFinding(finding.kind)
        }
    }

    private func readingFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .devicesOut(let count, let total, let ordinary, let time):
            return devicesOut(count, total, ordinary, time)
        case .glitches(let metric, let count, let devices):
            let times = format.counted(
                count, "isolated \(metric.name) spike", "isolated \(metric.name) spikes")
            return
                "\(strong: times) on \(namedList(devices)), back to normal at the next reading: more likely the sensor than the device."
        case .missing(let metric, let share, let count):
            let part =
                "\(format.finePercent(share)) of the \(metric.name) values are missing"
            return "\(strong: part) (\(format.count(count)))."
        case .strayRows(let count, let time):
            let verb = count == 1 ? "is dated" : "are dated"
            let left = count == 1 ? "It is" : "They are"
            return
                "\(strong: "\(format.counted(count, "row", "rows")) \(verb) far from all others"), as far as \(format.day(time)): probably an unset clock, a typing error or a file of another time. \(left) left out of the period."
        case .refusedCells(let count, let rows):
            let cells = format.counted(count, "cell", "cells")
            let verb = count == 1 ? "counts" : "count"
            return
                "\(strong: "\(cells) in \(format.counted(rows, "row", "rows")) could not be read") and \(verb) as missing. \(link: "Import", to: .importFiles) lists them."
        default: return ""
        }
    }

    private func devicesOut(
        _ count: Int, _ total: Int, _ ordinary: Double, _ time: Double
    ) -> Sentence {
        let head =
            "\(format.count(count)) of \(devices(total)) \(count == 1 ? "has" : "have") an open problem"
        let usual = compared(Double(count), with: ordinary.rounded())
        return "\(strong: head) \(on(format.shortDay(time))), \(usual)."
    }

    private func eventFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .eventsChanged(let kind, let code, let figures, let p, let top, let share):
            return eventsChanged(kind, code, figures, p, top, share)
        case .eventsLevel(let kind, let figures, let p):
            let name = capitalised(events(kind, 2))
            let now = format.figure(figures.current)
            guard let before = figures.previous else { return "\(name): \(strong: now)." }
            if figures.current == before {
                return "\(name): \(now), \(strong: "as many") as in the preceding period."
            }
            return
                "\(name): \(now) against \(format.figure(before)) in the preceding period, a change \(strong: "within chance") (\(format.chance(p)))."
        case .rateShift(let kind, let code, let time, let before, let after, let devices, let p):
            let verb = after < before ? "fell" : "rose"
            return
                "\(subject(kind, code)) \(strong: "\(verb) \(fleetRates(before, after, devices)) \(on(format.shortMoment(time)))") and stayed at that level (\(format.chance(p)))."
        case .logSpan(let kind, let from, let to): return logSpan(kind, from, to)
        case .concentration(let kind, let list, let share, let total):
            let head = format.counted(list.count, "device accounts", "devices account")
            return
                "\(strong: "\(head) for \(format.percent(share)) of all \(format.count(total)) \(events(kind, 2))"): \(deviceList(list))."
        case .hotHour(let kind, let hour, let share, let times):
            return
                "\(strong: "\(format.percent(share)) of all \(events(kind, 2)) occur at \(format.clock(hour: hour))"), \(format.figure(times)) times the mean of the other hours."
        case .precursor(let code, let failure, let share, let followed, let chance, let hours):
            let head =
                "\(self.code(code)) precedes \(format.percent(share)) of \(self.code(failure)) failures"
            return
                "\(strong: head) within \(format.figure(hours)) h (\(format.finePercent(chance)) by chance). Of its own events, \(format.percent(followed)) are followed by a failure."
        case .noPrecursor(let failures):
            return
                "\(strong: "No code reliably announces failures"): none precedes at least half of any type of failure and at least five times as often as chance (\(format.count(failures)) failures)."
        case .busiest(let from, let to, let kind, let count, let ordinary):
            return
                "\(strong: "\(format.count(count)) \(events(kind, count)) in the busiest \(stretch(to - from))"), \(format.shortMoment(from)) to \(format.shortMoment(to)). The median of the others is \(format.figure(ordinary))."
        default: return ""
        }
    }

    /// When the files tell of a kind of event, where they do not all the time.
    func logSpan(_ kind: EventKind, _ from: Double?, _ to: Double?) -> Sentence {
        let record = "The record of \(events(kind, 2))"
        switch (from, to) {
        case (let from?, let to?):
            let span = "covers only \(format.shortMoment(from)) to \(format.shortMoment(to))"
            return "\(record) \(strong: span). Earlier and later \(events(kind, 2)) are unknown."
        case (let from?, nil):
            let start = "begins \(on(format.shortMoment(from)))"
            return "\(record) \(strong: start). Earlier \(events(kind, 2)) are unknown."
        case (nil, let to?):
            let end = "ends \(on(format.shortMoment(to)))"
            return "\(record) \(strong: end). Later \(events(kind, 2)) are unknown."
        case (nil, nil): return ""
        }
    }

    private func eventsChanged(
        _ kind: EventKind, _ code: CodeRef?, _ figures: Compared, _ p: Double,
        _ top: [DeviceRef], _ share: Double
    ) -> Sentence {
        let name = subject(kind, code)
        let now = format.figure(figures.current)
        guard let before = figures.previous else {
            return "\(name): \(strong: now) (\(format.chance(p)))."
        }
        let verb = figures.current < before ? "fell" : "rose"
        let change = "\(verb) to \(now)"
        var sentence: Sentence =
            "\(name) \(strong: change), from \(format.figure(before)) in the preceding period (\(format.change(figures.current, from: before)), \(format.chance(p)))"
        if !top.isEmpty, share > 0 {
            sentence =
                "\(sentence). Of the \(now), \(format.percent(share)) are on \(namedList(top, limit: 3))"
        }
        return "\(sentence)."
    }

    /// `Failures`, or the code at the beginning of a sentence.
    private func subject(_ kind: EventKind, _ code: CodeRef?) -> String {
        code.map { self.code($0) } ?? capitalised(events(kind, 2))
    }

    /// `from 0.8 to 3.7 a day in the fleet`: two rates per device and day, counted over the devices
    /// where times are dates.
    private func fleetRates(_ before: Double, _ after: Double, _ devices: Int) -> String {
        guard isTimeAxis, devices > 1 else {
            return "from \(format.figure(before)) to \(format.figure(after)) \(perDeviceAndDay)"
        }
        let (low, high) = (before * Double(devices), after * Double(devices))
        return "from \(format.figure(low)) to \(format.figure(high)) a day in the fleet"
    }

    /// What rates are counted by.
    var perDeviceAndDay: String {
        switch format.axis {
        case .time: "per device and day"
        case .cycle: "per device and cycle"
        case .row: "per row"
        }
    }
}
