import Reports
import Values

/// Readings that stand still, stand apart or follow the year.
extension RussianPhrases {
    func levelFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .constant(let metrics):
            let verb = agree(metrics.count, "не меняется", "не меняются")
            let names = list(metrics.map(\.name), limit: 12)
            let which = metrics.count == 1 ? "Он исключён" : "Они исключены"
            return
                "\(strong: "\(counted(metrics.count, .reading)) никогда \(verb)"): \(names). \(which) из проверок."
        case .apartOfFew(let device, let readings):
            let parts = list(readings.prefix(6).map(difference))
            return "\(starting(device)) \(strong: "отличается от всех остальных"): \(parts)."
        case .yearlyPattern(let metric, let highest, let lowest, let high, let low, let p):
            let range = "\(format.reading(high, metric)) против \(format.reading(low))"
            return
                "\(strong: "\(metric.name) зависит от времени года"): выше всего в \(month(highest)), ниже всего в \(month(lowest)) (\(range), \(format.chance(p)))."
        case .partYears(let years):
            let parts = years.map {
                "за \($0.year) год есть \(format.counted($0.months, "месяц", "месяца", "месяцев"))"
            }
            return
                "\(strong: capitalised(list(parts))): сравнивайте одинаковые месяцы разных лет, а не годы целиком."
        default: return ""
        }
    }

    /// Behind `в`.
    private func month(_ index: Int) -> String {
        let months = [
            "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
            "октябре", "ноябре", "декабре",
        ]
        return months.indices.contains(index) ? months[index] : ""
    }
}
