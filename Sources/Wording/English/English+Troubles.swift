import Reports
import Values

/// Who has most of the trouble, when it came in waves, and what marks it.
extension EnglishPhrases {
    func troubleFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .mostFailures(let device, let count, let without, let never):
            return mostFailures(device, count, without, never)
        case .mostErrors(let device, let count, let median):
            let head = format.counted(count, "error", "errors")
            return
                "\(starting(device)) has \(strong: head), more than any other (median \(format.figure(median)))."
        case .labelledAt(let list, let share, let total):
            let head = format.counted(list.count, "device accounts", "devices account")
            return
                "\(strong: "\(head) for \(format.percent(share)) of all \(format.count(total)) labelled rows"): \(deviceList(list))."
        case .labelledDiffer(let readings, let count, let total):
            let parts = list(readings.prefix(6).map(difference))
            return
                "\(strong: "Labelled rows differ from the others") (\(format.count(count)) of \(format.count(total)) rows): \(parts)."
        case .labelledRates(let attribute, let shares):
            let parts = list(
                shares.map { "\($0.value) \(format.percent($0.share, decimals: 1))" }, limit: 12)
            return "\(strong: "The share of labelled rows differs by \(attribute)"): \(parts)."
        case .wave(let kind, let wave): return self.wave(kind, wave)
        case .nameGroups(let groups, let total): return nameGroups(groups, total: total)
        case .beforeFailure(let metric, let code, let sign):
            let span = "\(format.figure(sign.nearest)) to \(format.figure(sign.farthest)) h"
            return
                "\(strong: "\(metric.name) shifts \(span) before \(self.code(code)) failures"): the daily mean is \(format.reading(sign.value, metric)) at its furthest, against \(format.reading(sign.ordinary)) four to five days before (\(format.counted(sign.failures, "failure", "failures")))."
        default: return ""
        }
    }

    private func mostFailures(
        _ device: DeviceRef, _ count: Int, _ without: Int, _ never: [DeviceRef]
    ) -> Sentence {
        let times = count == 1 ? "once" : "\(format.count(count)) times"
        let head: Sentence =
            "\(starting(device)) failed \(strong: times), more than any other"
        if without == 0 { return "\(head). Every device failed at least once." }
        if never.isEmpty { return "\(head), while \(devices(without)) never failed." }
        return "\(head), while \(namedList(never)) never failed."
    }

    private func nameGroups(_ groups: [NameGroup], total: Int) -> Sentence {
        guard let first = groups.first else { return "" }
        let head =
            "\(first.name) has \(format.count(first.events)) of all \(format.count(total)) events"
        let next = groups.dropFirst().prefix(2).map {
            "\($0.name) with \(format.count($0.events))"
        }
        let even = Double(total) / Double(groups.count)
        return
            "Grouped by the first part of the device name, \(strong: head), followed by \(list(next)). An equal share for each of the \(format.count(groups.count)) groups would be \(format.figure(even))."
    }

    private func wave(_ kind: EventKind, _ wave: EventWave) -> Sentence {
        let from = wave.from.map { format.shortMoment($0) } ?? "the beginning"
        let head =
            "A wave of \(events(kind, 2)) from \(from) to \(format.shortMoment(wave.to))"
        let after =
            wave.times.isFinite
            ? "at its peak \(format.figure(wave.times)) times the rate afterwards"
            : "none afterwards"
        return
            "\(strong: head): \(countOf(kind, wave.count)), \(after). The busiest \(slice(wave.width)), from \(format.shortMoment(wave.fullestFrom)), has \(format.count(wave.fullestCount))."
    }

    /// `Torque 50.2 Nm against 39.6`, or against a range of others.
    func difference(_ reading: ReadingDifference) -> String {
        let own = "\(reading.metric.name) \(format.reading(reading.value, reading.metric))"
        switch format.ends(reading.low, reading.high, { format.reading($0) }) {
        case .one(let other): return "\(own) against \(other)"
        case .two(let low, let high): return "\(own) against \(fromTo(low, high))"
        }
    }

    /// `month` where a stretch is as long as one.
    func stretch(_ length: Double) -> String {
        isMonth(length) ? "month" : "stretch"
    }

    /// A distance in standard deviations; the greatest says that it is cut.
    func sigmas(_ distance: Double) -> String {
        isCut(distance)
            ? "more than \(format.figure(Excursion.farthest))" : format.fixed(distance, 1)
    }
}
