import Reports
import Values

/// Sentences about episodes.
extension RussianPhrases {
    func episode(_ episode: Episode) -> Sentence {
        if episode.kind == .silent, episode.devices.isEmpty {
            return "\(strong: "Нет данных ни от одного устройства парка")\(when(episode))."
        }
        return "\(who(episode)): \(whoseEpisode(episode))"
    }

    /// The same for a page about its only device, which was named just before.
    func ownEpisode(_ episode: Episode) -> Sentence {
        episode.isOfOneDevice ? whoseEpisode(episode) : self.episode(episode)
    }

    private func whoseEpisode(_ episode: Episode) -> Sentence {
        "\(strong: what(episode))\(when(episode))\(figures(episode))\(tail(episode))."
    }

    func levels(of episode: Episode) -> (now: String, usual: String)? {
        guard case .levels(let metric, let actual, let expected) = episode.figures else {
            return nil
        }
        let (now, usual) = apart(actual, expected)
        return (now + (metric.unit.map { " " + $0 } ?? ""), "вместо \(usual)")
    }

    func episodeKind(_ kind: EpisodeKind) -> String {
        switch kind {
        case .drift: "дрейф"
        case .wearReset: "дрейф до ремонта"
        case .step: "скачок уровня"
        case .event: "отклонение"
        case .spikes: "выбросы"
        case .variance: "изменился разброс"
        case .oscillation: "колебания"
        case .frozen: "застывшее значение"
        case .sensorDead: "нет значений"
        case .silent: "нет данных"
        case .intermittent: "перебои в данных"
        case .phase: "сдвиг цикла"
        case .shape: "необычная форма"
        case .decoupled: "связь нарушена"
        case .efficiency: "нарушена пропорция"
        case .apart: "отличие от других"
        case .failure: "отказ"
        case .failureWarned: "отказ с предвестником"
        case .codeBurst: "всплеск кода"
        case .codeNew: "новый код"
        case .codeRate: "код участился"
        case .precursor: "предвестник отказа"
        case .clockJump: "неверные часы"
        }
    }

    func grade(_ grade: Episode.Grade) -> String {
        switch grade {
        case .remark: "незначительно"
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
        case .drift: "\(signal): дрейф\(direction(episode))"
        case .wearReset: "\(signal): дрейф\(direction(episode))"
        case .step: step(episode, signal)
        case .event: "\(signal): намного \(episode.direction == .down ? "ниже" : "выше") обычного"
        case .spikes: "\(signal): одиночные выбросы"
        case .variance:
            "\(signal): разброс \(episode.direction == .down ? "меньше" : "больше") обычного"
        case .oscillation: "\(signal): колебания"
        case .frozen: "\(signal): значение застыло"
        case .sensorDead: "\(signal): нет значений (остальные показатели поступают)"
        case .silent: "нет данных"
        case .intermittent: "данные поступают с перебоями"
        case .phase: "\(signal): цикл сдвинут по времени"
        case .shape: "\(signal): необычная форма"
        case .decoupled:
            episode.subjects.count > 1
                ? "\(signal): больше не меняются вместе"
                : "\(signal): больше не меняется вместе с другими показателями"
        case .efficiency: "\(signal): нарушена пропорция"
        case .apart: "\(signal): всё время\(direction(episode)), чем у других"
        case .failure: signal.isEmpty ? "отказ" : "отказ (\(signal))"
        case .failureWarned: "отказ с предвестником (\(signal))"
        case .codeBurst: "всплеск: \(signal)"
        case .codeNew: signal.hasPrefix("код ") ? "новый \(signal)" : "новый код \(signal)"
        case .codeRate: "\(signal) чаще обычного"
        case .precursor: "\(signal), предвестник прежних отказов,"
        case .clockJump: "неверные часы"
        }
    }

    /// A level that jumped and stays, or that was another one for a while.
    private func step(_ episode: Episode, _ signal: String) -> String {
        if episode.isOpen { return "\(signal): скачок\(direction(episode))" }
        let level =
            switch episode.direction {
            case .up: "более высокий"
            case .down: "более низкий"
            case nil: "другой"
            }
        return "\(signal): \(level) уровень"
    }

    /// `дрейф: vibration`, `нет данных`: a trouble in a few words.
    func subject(of episode: Episode) -> String {
        let kind = episodeKind(episode.kind)
        guard !episode.subjects.isEmpty else { return kind }
        return "\(kind): \(list(episode.subjects.map(name), limit: 2))"
    }

    /// ` вверх`, ` вниз`, ` выше`, ` ниже` or nothing.
    private func direction(_ episode: Episode) -> String {
        let isApart = episode.kind == .apart
        return switch episode.direction {
        case .up: isApart ? " выше" : " вверх"
        case .down: isApart ? " ниже" : " вниз"
        case nil: isApart ? " иначе" : ""
        }
    }

    private func when(_ episode: Episode) -> String {
        let moment = { on($0, format.shortMoment) }
        return switch episode.time {
        case .always: ""
        case .at(let time): " \(moment(time))"
        case .since(let time): " \(since(time, format.shortMoment))"
        case .stretch(let from, let to):
            " \(since(from, format.shortMoment)) \(through(to, format.shortMoment))"
        case .failed(let time, let back?): " \(moment(time)), снова в строю \(moment(back))"
        case .failed(let time, nil): " \(moment(time)), в строй ещё не вернулось"
        }
    }

    private func figures(_ episode: Episode) -> String {
        switch episode.figures {
        case .none: return ""
        case .levels: return levels(of: episode).map { ", \($0.now) \($0.usual)" } ?? ""
        case .rates(let actual, let expected):
            guard format.axis.isCalendar else { return "" }
            return ", \(format.figure(actual)) в день вместо \(format.figure(expected))"
        case .followed(let share, let chance):
            return
                ". Отказ следовал в \(format.percent(share)) таких случаев (случайно было бы \(format.finePercent(chance)))"
        }
    }

    private func tail(_ episode: Episode) -> String {
        switch episode.kind {
        case .frozen: "; возможно, неисправен датчик"
        case .wearReset: "; прекратился после ремонта"
        default: ""
        }
    }
}
