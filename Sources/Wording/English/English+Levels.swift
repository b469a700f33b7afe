import Reports
import Values

/// Readings that stand still, stand apart or follow the year.
extension EnglishPhrases {
    func levelFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .constant(let metrics):
            let verb = metrics.count == 1 ? "never changes" : "never change"
            let count = format.counted(metrics.count, "reading", "readings")
            let left = metrics.count == 1 ? "It is" : "They are"
            return
                "\(strong: "\(count) \(verb)"): \(list(metrics.map(\.name), limit: 12)). \(left) left out of the tests."
        case .apartOfFew(let device, let readings):
            let parts = list(readings.prefix(6).map(difference))
            return "\(starting(device)) \(strong: "differs from all others"): \(parts)."
        case .yearlyPattern(let metric, let highest, let lowest, let high, let low, let p):
            let range = "\(format.reading(high, metric)) against \(format.reading(low))"
            return
                "\(strong: "\(metric.name) has a yearly cycle"), highest in \(month(highest)), lowest in \(month(lowest)) (\(range), \(format.chance(p)))."
        case .partYears(let years):
            let parts = years.map {
                "\($0.year) has \(numberWord($0.months)) \($0.months == 1 ? "month" : "months") of data"
            }
            return
                "\(strong: list(parts)): compare the same months of different years, not whole years."
        default: return ""
        }
    }

    private func month(_ index: Int) -> String {
        let months = format.words.months
        return months.indices.contains(index) ? months[index] : ""
    }
}
