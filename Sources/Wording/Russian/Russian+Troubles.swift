import Reports
import Values

/// Who has most of the trouble, when it came in waves, and what marks it.
extension RussianPhrases {
    func troubleFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .mostFailures(let device, let count, let without, let never):
            return mostFailures(device, count, without, never)
        case .mostErrors(let device, let count, let median):
            return
                "\(starting(device)): \(strong: counted(count, .error)), больше всех; медиана \(format.figure(median))."
        case .labelledAt(let list, let share, let total):
            let head =
                "На \(format.counted(list.count, "устройство приходится", "устройства приходится", "устройств приходится")) \(format.percent(share)) размеченных строк"
            return "\(strong: head) (всего \(format.count(total))): \(deviceList(list))."
        case .labelledDiffer(let readings, let count, let total):
            let parts = list(readings.prefix(6).map(difference))
            return
                "\(strong: "Размеченные строки отличаются") (\(format.count(count)) из \(format.count(total))): \(parts)."
        case .labelledRates(let attribute, let shares):
            let parts = list(
                shares.map { "\($0.value) \(format.percent($0.share, decimals: 1))" }, limit: 12)
            return
                "\(strong: "Доля размеченных строк зависит от \(attribute)"): \(parts)."
        case .wave(let kind, let wave): return self.wave(kind, wave)
        case .nameGroups(let groups, let total): return nameGroups(groups, total: total)
        case .beforeFailure(let metric, let code, let sign):
            let hours = fromTo(format.figure(sign.nearest), format.figure(sign.farthest))
            return
                "\(strong: "\(metric.name) сдвигается перед отказами \(self.code(code))"): за \(hours) ч до них \(format.reading(sign.value, metric)), в предыдущие дни \(format.reading(sign.ordinary)) (\(counted(sign.failures, .failure)))."
        default: return ""
        }
    }

    private func mostFailures(
        _ device: DeviceRef, _ count: Int, _ without: Int, _ never: [DeviceRef]
    ) -> Sentence {
        let head: Sentence =
            "\(starting(device)): \(strong: counted(count, .failure)), больше всех"
        if without == 0 { return "\(head); отказы были у каждого устройства." }
        if never.isEmpty { return "\(head); совсем без отказов — \(devices(without))." }
        return "\(head); совсем без отказов — \(namedList(never))."
    }

    private func nameGroups(_ groups: [NameGroup], total: Int) -> Sentence {
        guard let first = groups.first else { return "" }
        let head =
            "на \(first.name) приходится \(format.count(first.events)) из \(countedOf(total, .event))"
        let next = groups.dropFirst().prefix(2).map { "\($0.name) — \(format.count($0.events))" }
        let even = Double(total) / Double(groups.count)
        return
            "По первой части имён устройств \(strong: head), \(list(next)); всего групп \(format.count(groups.count)), поровну было бы по \(format.figure(even))."
    }

    private func wave(_ kind: EventKind, _ wave: EventWave) -> Sentence {
        let from = wave.from.map { since($0, format.shortMoment) } ?? "с самого начала"
        let head =
            "Волна \(kind.russian.many) \(from) \(through(wave.to, format.shortMoment))"
        let after =
            wave.times.isFinite
            ? "частота в максимуме в \(timesMore(wave.times)) выше, чем после неё"
            : "после неё ни одного"
        return
            "\(strong: head): всего \(format.count(wave.count)), \(after); больше всего за \(perSlice(wave.width)) \(since(wave.fullestFrom, format.shortMoment)) — \(format.count(wave.fullestCount))."
    }

    /// `Torque 50,2 Nm против 39,6`, or against a range of others.
    func difference(_ reading: ReadingDifference) -> String {
        let own = "\(reading.metric.name) \(format.reading(reading.value, reading.metric))"
        switch format.ends(reading.low, reading.high, { format.reading($0) }) {
        case .one(let other): return "\(own) против \(other)"
        case .two(let low, let high): return "\(own) против \(fromTo(low, high))"
        }
    }

    /// `месяц` where a stretch is as long as one.
    func stretch(_ length: Double) -> String {
        isMonth(length) ? "месяц" : "интервал"
    }

    /// A distance in standard deviations; the greatest says that it is cut.
    func sigmas(_ distance: Double) -> String {
        isCut(distance)
            ? "более \(format.figure(Excursion.farthest))" : format.fixed(distance, 1)
    }
}
