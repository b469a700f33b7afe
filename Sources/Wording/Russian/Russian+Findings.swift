import Reports
import Values

extension RussianPhrases {
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
            let what =
                "\(format.counted(count, "одиночный выброс", "одиночных выброса", "одиночных выбросов")) \(metric.name)"
            return
                "\(strong: what), \(namedList(devices)): следующее показание уже в норме. Причина скорее в датчике, чем в устройстве."
        case .missing(let metric, let share, let count):
            let part =
                "Пропущено \(format.finePercent(share)) значений \(metric.name)"
            return "\(strong: part) (\(format.count(count)))."
        case .strayRows(let count, let time):
            let rows = counted(count, .row)
            let verb = agree(count, "отстоит", "отстоят")
            let left = count == 1 ? "Она не включена" : "Они не включены"
            return
                "\(strong: "\(capitalised(rows)) \(verb) далеко по времени от остальных"), вплоть \(before(time, format.day)): вероятно, не выставлены часы, это опечатка или файл за другое время. \(left) в период."
        case .refusedCells(let count, let rows):
            let cells = counted(count, .cell)
            let verb = agree(count, "считается пропуском", "считаются пропусками")
            let place = format.counted(rows, "строке", "строках", "строках")
            return
                "\(strong: "Не прочитано: \(cells) в \(place)"), \(verb). Перечень — на странице «\(link: "Импорт", to: .importFiles)»."
        default: return ""
        }
    }

    private func devicesOut(
        _ count: Int, _ total: Int, _ ordinary: Double, _ time: Double
    ) -> Sentence {
        let head = "Открытые неполадки у \(format.count(count)) из \(countedOf(total, .device))"
        let usual = compared(Double(count), with: ordinary.rounded())
        return "\(strong: head) \(on(time, format.shortDay)), \(usual)."
    }

    private func eventFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .eventsChanged(let kind, let code, let figures, let p, let top, let share):
            return eventsChanged(kind, code, figures, p, top, share)
        case .eventsLevel(let kind, let figures, let p):
            let name = capitalised(eventNames(kind))
            let now = format.figure(figures.current)
            guard let before = figures.previous else { return "\(name): \(strong: now)." }
            if figures.current == before {
                return "\(name): \(now), \(strong: "столько же") за предыдущий период."
            }
            return
                "\(name): \(now) против \(format.figure(before)) за предыдущий период, изменение \(strong: "в пределах случайного") (\(format.chance(p)))."
        case .rateShift(let kind, let code, let time, let before, let after, let devices, let p):
            let verb = after < before ? "снижение" : "рост"
            return
                "\(subject(kind, code)): \(strong: "\(verb) \(fleetRates(before, after, devices)) \(on(time, format.shortMoment))"), уровень сохранился (\(format.chance(p)))."
        case .logSpan(let kind, let from, let to): return logSpan(kind, from, to)
        case .concentration(let kind, let list, let share, let total):
            let all = "\(countedOf(total, kind.russian))"
            return
                "\(strong: "На \(format.counted(list.count, "устройство приходится", "устройства приходится", "устройств приходится")) \(format.percent(share)) из \(all)"): \(deviceList(list))."
        case .hotHour(let kind, let hour, let share, let times):
            return
                "\(strong: "На \(format.clock(hour: hour)) приходится \(format.percent(share)) всех \(kind.russian.many)"), в \(timesMore(times)) больше, чем в среднем на остальные часы."
        case .precursor(let code, let failure, let share, let followed, let chance, let hours):
            let head =
                "\(self.code(code)) предшествует \(format.percent(share)) отказов \(self.code(failure))"
            return
                "\(strong: head) в пределах \(format.figure(hours)) ч (случайно было бы \(format.finePercent(chance))). После самих этих событий отказ следует в \(format.percent(followed)) случаев."
        case .noPrecursor(let failures):
            return
                "\(strong: "Надёжных предвестников отказов среди кодов нет"): ни один не встречается перед половиной или более отказов одного вида и одновременно не менее чем впятеро чаще случайного (\(counted(failures, .failure)))."
        case .busiest(let from, let to, let kind, let count, let ordinary):
            let when = span(from, to, format.shortMoment)
            return
                "\(strong: "\(format.count(count)) \(events(kind, count)) за самый напряжённый \(stretch(to - from))"), \(when). Медиана остальных — \(format.figure(ordinary))."
        default: return ""
        }
    }

    /// When the files tell of a kind of event, where they do not all the time.
    func logSpan(_ kind: EventKind, _ from: Double?, _ to: Double?) -> Sentence {
        let record = "Записи \(kind.russian.many)"
        switch (from, to) {
        case (let from?, let to?):
            let span = "есть только \(self.span(from, to, format.shortMoment))"
            return "\(record) \(strong: span). Что было раньше и позже, неизвестно."
        case (let from?, nil):
            let start = "начинаются \(on(from, format.shortMoment))"
            return "\(record) \(strong: start). Что было раньше, неизвестно."
        case (nil, let to?):
            let end = "заканчиваются \(on(to, format.shortMoment))"
            return "\(record) \(strong: end). Что было позже, неизвестно."
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
        let verb = figures.current < before ? "снижение" : "рост"
        let change = "\(verb) с \(format.figure(before)) до \(now)"
        var sentence: Sentence =
            "\(name): \(strong: change) по сравнению с предыдущим периодом (\(format.change(figures.current, from: before)), \(format.chance(p)))"
        if !top.isEmpty, share > 0 {
            sentence =
                "\(sentence). Из них \(format.percent(share)) — \(namedList(top, limit: 3))"
        }
        return "\(sentence)."
    }

    /// `Отказы`, or the code at the beginning of a sentence.
    private func subject(_ kind: EventKind, _ code: CodeRef?) -> String {
        code.map { capitalised(self.code($0)) } ?? capitalised(eventNames(kind))
    }

    /// `с 0,8 до 3,7 в день по всему парку`: two rates per device and day, counted over the devices
    /// where times are dates.
    private func fleetRates(_ before: Double, _ after: Double, _ devices: Int) -> String {
        guard isTimeAxis, devices > 1 else {
            return "с \(format.figure(before)) до \(format.figure(after)) \(perDeviceAndDay)"
        }
        let (low, high) = (before * Double(devices), after * Double(devices))
        return "с \(format.figure(low)) до \(format.figure(high)) в день по всему парку"
    }

    /// What rates are counted by.
    var perDeviceAndDay: String {
        switch format.axis {
        case .time: "на устройство в день"
        case .cycle: "на устройство за цикл"
        case .row: "на строку"
        }
    }
}
