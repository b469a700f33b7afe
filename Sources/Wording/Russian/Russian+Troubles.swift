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
                "\(strong: "Размеченные строки отличаются от остальных") (\(format.count(count)) из \(countedOf(total, .row))): \(parts)."
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
                "\(strong: "\(metric.name) сдвигается за \(hours) ч до отказов \(self.code(code))"): среднее за сутки доходит до \(format.reading(sign.value, metric)) против \(format.reading(sign.ordinary)) за четыре-пять дней до отказа (\(counted(sign.failures, .failure)))."
        default: return ""
        }
    }

    private func mostFailures(
        _ device: DeviceRef, _ count: Int, _ without: Int, _ never: [DeviceRef]
    ) -> Sentence {
        let head: Sentence =
            "\(starting(device)): \(strong: counted(count, .failure)), больше всех"
        if without == 0 { return "\(head). Отказы были у каждого устройства." }
        if never.isEmpty { return "\(head). Без единого отказа — \(devices(without))." }
        return "\(head). Без единого отказа — \(namedList(never))."
    }

    private func nameGroups(_ groups: [NameGroup], total: Int) -> Sentence {
        guard let first = groups.first else { return "" }
        let head =
            "на \(first.name) приходится \(format.count(first.events)) из \(countedOf(total, .event))"
        let next = groups.dropFirst().prefix(2).map { "\($0.name) — \(format.count($0.events))" }
        let even = Double(total) / Double(groups.count)
        return
            "По первой части имён устройств \(strong: head), далее \(list(next)). Групп всего \(format.count(groups.count)), при равном распределении было бы по \(format.figure(even))."
    }

    private func wave(_ kind: EventKind, _ wave: EventWave) -> Sentence {
        let from = wave.from.map { since($0, format.shortMoment) } ?? "с самого начала"
        let head =
            "Волна \(kind.russian.many) \(from) \(through(wave.to, format.shortMoment))"
        let after =
            wave.times.isFinite
            ? "частота на пике в \(timesMore(wave.times)) выше последующей"
            : "после неё ни одного"
        return
            "\(strong: head): всего \(format.count(wave.count)), \(after). Больше всего за \(perSlice(wave.width)) \(since(wave.fullestFrom, format.shortMoment)) — \(format.count(wave.fullestCount))."
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
