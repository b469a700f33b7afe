import Reports
import Values

extension RussianPhrases {
    func patternFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .groupApart(
            let attribute, let value, let metric, let mean, let others, let count, let z):
            let group = attributeGroup(attribute, value)
            return
                "\(strong: "\(group): среднее \(metric.name) \(format.reading(mean, metric))"), у остальных \(format.reading(others)) (\(devices(count)), различие \(format.fixed(z.magnitude, 1)) σ)."
        case .dailyPattern(let metric, let strength, let hour, let amplitude):
            return
                "\(strong: "\(metric.name) зависит от времени суток"): выше всего около \(format.clock(hour: hour)) (размах \(format.reading(amplitude, metric))). Суточный цикл объясняет \(format.percent(strength)) дисперсии относительно тренда."
        case .weeklyPattern(let metric, let strength, let highest, let lowest, let amplitude):
            return
                "\(strong: "\(metric.name) зависит от дня недели"): выше всего \(onWeekday(highest)), ниже всего \(onWeekday(lowest)) (размах \(format.reading(amplitude, metric))). Недельный цикл объясняет \(format.percent(strength)) дисперсии суточных средних."
        case .correlated(let first, let second, let r):
            let how = r < 0 ? "меняются в противофазе" : "меняются вместе"
            return
                "\(strong: "\(first.name) и \(second.name) \(how)") (r = \(format.fixed(r, 2)), часовые средние по парку): они несут почти одну и ту же информацию."
        case .nothingUnusual(let count):
            if case .row = format.axis {
                return
                    "\(strong: "Ничего необычного"), \(counted(count, .row)): ни одна доля не отличается сверх случайного."
            }
            let scope = count == 1 ? "" : ", \(devices(count))"
            return
                "\(strong: "Ничего необычного")\(scope): нет ни неполадок в показателях, событиях и строках, ни значимых изменений."
        default: return ""
        }
    }

    /// `Устройства model3`, or `Устройства с age 14` where the value is a bare number.
    func attributeGroup(_ attribute: String, _ value: String) -> String {
        isNumber(value)
            ? "Устройства с \(attribute) \(value)" : "Устройства \(value)"
    }

    func weekday(_ index: Int) -> String {
        let days = format.words.weekdays
        return days.indices.contains(index) ? days[index] : ""
    }

    /// `в понедельник`.
    private func onWeekday(_ index: Int) -> String {
        let days = [
            "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу",
            "в воскресенье",
        ]
        return days.indices.contains(index) ? days[index] : ""
    }

    /// What slopes are counted by.
    var perUnit: String {
        switch format.axis {
        case .time: "в день"
        case .cycle: "за цикл"
        case .row: "на строку"
        }
    }

    func rule(_ rule: HealthPart.Rule) -> (part: String, rule: String) {
        switch rule {
        case .trouble(let episode):
            (
                "Открытая неполадка",
                "\(subject(of: episode)), \(grade(episode.grade)), тяжесть \(format.card(episode.severity.rounded()))"
            )
        case .moreTroubles(let count):
            ("Другие неполадки", "открыто ещё \(format.count(count))")
        case .errors(let count, let median):
            ("Ошибки", "\(format.count(count)), медиана парка \(format.figure(median))")
        case .failures(let count, let median):
            ("Отказы", "\(format.count(count)), медиана парка \(format.figure(median))")
        case .dataQuality(let share):
            ("Пропуски показаний", "\(format.percent(share)) ожидаемых")
        case .model(let score, let threshold):
            ("Модель", "оценка \(format.figure(score)), порог \(format.figure(threshold))")
        }
    }
}
