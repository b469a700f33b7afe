import Reports
import Values

/// Sentences about episodes.
extension RussianPhrases {
    func episode(_ episode: Episode) -> Sentence {
        if episode.kind == .silent, episode.devices.isEmpty {
            return "\(strong: "Нет данных всего парка")\(when(episode))."
        }
        return
            "\(who(episode)): \(strong: what(episode))\(when(episode))\(levels(episode))\(tail(episode))."
    }

    func episodeKind(_ kind: EpisodeKind) -> String {
        switch kind {
        case .drift: "дрейф"
        case .wearReset: "дрейф до ремонта"
        case .step: "скачок уровня"
        case .event: "отклонение"
        case .spikes: "выбросы"
        case .variance: "разброс"
        case .oscillation: "колебания"
        case .frozen: "застывшее значение"
        case .sensorDead: "нет значений"
        case .silent: "молчит"
        case .intermittent: "перебои"
        case .phase: "сдвиг цикла"
        case .shape: "необычная форма"
        case .decoupled: "связь нарушена"
        case .efficiency: "нарушена пропорция"
        case .apart: "отличается от других"
        case .failure: "отказ"
        case .failureWarned: "отказ с предвестником"
        case .codeBurst: "всплеск кода"
        case .codeNew: "новый код"
        case .codeRate: "код чаще"
        case .precursor: "предвестник отказа"
        case .clockJump: "неверные часы"
        }
    }

    func grade(_ grade: Episode.Grade) -> String {
        switch grade {
        case .remark: "замечание"
        case .warning: "предупреждение"
        case .major: "серьёзно"
        case .critical: "критично"
        }
    }

    private func who(_ episode: Episode) -> Sentence {
        if let group = episode.group {
            let count = episode.devices.count
            return "\(strong: "\(group.attribute) \(group.value)") (\(devices(count)))"
        }
        if episode.devices.count == 1, let device = episode.devices.first {
            return starting(device)
        }
        return episode.devices.isEmpty ? "Весь парк" : deviceList(episode.devices, limit: 4)
    }

    private func what(_ episode: Episode) -> String {
        let signal = list(episode.subjects.map(name), limit: 3)
        return switch episode.kind {
        case .drift: "\(signal): медленный дрейф\(direction(episode))"
        case .wearReset: "\(signal): дрейф\(direction(episode)), который прекратил ремонт"
        case .step: step(episode, signal)
        case .event: "\(signal): намного \(isLess(episode) ? "ниже" : "выше") обычного"
        case .spikes: "\(signal): одиночные выбросы"
        case .variance: "\(signal): разброс \(isLess(episode) ? "меньше" : "больше") обычного"
        case .oscillation: "\(signal): колебания"
        case .frozen: "\(signal): значение застыло"
        case .sensorDead: "\(signal): нет значений, остальные показатели поступают"
        case .silent: "молчит"
        case .intermittent: "строки поступают с перебоями"
        case .phase: "\(signal): цикл идёт в другое время"
        case .shape: "\(signal): необычная форма"
        case .decoupled: "\(signal): больше не меняются вместе"
        case .efficiency: "\(signal): нарушена пропорция"
        case .apart: "\(signal): всё время\(direction(episode)) других"
        case .failure: signal.isEmpty ? "отказ" : "отказ (\(signal))"
        case .failureWarned: "отказ после изменения: \(signal)"
        case .codeBurst: "всплеск: \(signal)"
        case .codeNew: "\(signal) появляется впервые"
        case .codeRate: "\(signal) появляется чаще"
        case .precursor: "\(signal) — раньше за этим следовали отказы,"
        case .clockJump: "часы шли неверно"
        }
    }

    /// A level that jumped and stays, or that was another one for a while.
    private func step(_ episode: Episode, _ signal: String) -> String {
        if episode.isOpen { return "\(signal): скачок\(direction(episode))" }
        let level =
            episode.actual == nil ? "другой" : isLess(episode) ? "более низкий" : "более высокий"
        return "\(signal): \(level) уровень"
    }

    /// `дрейф: vibration`, `молчит`: a trouble in a few words.
    func subject(of episode: Episode) -> String {
        let kind = episodeKind(episode.kind)
        guard !episode.subjects.isEmpty else { return kind }
        return "\(kind): \(list(episode.subjects.map(name), limit: 2))"
    }

    private func name(_ subject: Episode.Subject) -> String {
        switch subject {
        case .metric(let metric): metric.name
        case .code(let code): self.code(code)
        }
    }

    private func isLess(_ episode: Episode) -> Bool {
        guard let actual = episode.actual, let expected = episode.expected else { return false }
        return actual < expected
    }

    /// ` вверх`, ` вниз`, ` выше`, ` ниже` or nothing.
    private func direction(_ episode: Episode) -> String {
        guard let actual = episode.actual, let expected = episode.expected, actual != expected
        else { return "" }
        if episode.kind == .apart { return actual > expected ? " выше" : " ниже" }
        return actual > expected ? " вверх" : " вниз"
    }

    private func when(_ episode: Episode) -> String {
        let moment = on(episode.from, format.shortMoment)
        switch episode.kind {
        case .apart: return ""
        case .failure:
            let back = episode.to.map {
                $0 > episode.from ? ", снова в строю \(on($0, format.shortMoment))" : ""
            }
            return " \(moment)\(back ?? ", пока не вернулось")"
        case .step where episode.isOpen: return " \(moment)"
        default:
            let from = since(episode.from, format.shortMoment)
            guard let to = episode.to else { return " \(from)" }
            return to > episode.from ? " \(from) \(through(to, format.shortMoment))" : " \(moment)"
        }
    }

    private func tail(_ episode: Episode) -> String {
        episode.kind == .frozen ? "; возможно, заклинил датчик" : ""
    }

    private func levels(_ episode: Episode) -> String {
        guard case .metric(let metric)? = episode.subjects.first, let actual = episode.actual,
            let expected = episode.expected
        else { return rates(episode) }
        switch episode.kind {
        case .spikes, .variance, .oscillation, .decoupled, .phase, .shape, .frozen, .sensorDead,
            .failureWarned:
            return ""
        default:
            return ", \(format.reading(actual, metric)) вместо \(format.reading(expected))"
        }
    }

    private func rates(_ episode: Episode) -> String {
        if episode.kind == .precursor {
            return
                "; отказ следовал в \(format.percent(episode.actual)) случаев (случайно — \(format.finePercent(episode.expected ?? 0)))"
        }
        guard case .code? = episode.subjects.first, episode.kind != .failure,
            let actual = episode.actual,
            let expected = episode.expected, format.axis.isCalendar
        else { return "" }
        return ", \(format.figure(actual)) в день вместо \(format.figure(expected))"
    }
}
