import Reports
import Values

extension EnglishPhrases {
    func patternFinding(_ kind: Finding.Kind) -> Sentence {
        switch kind {
        case .groupApart(
            let attribute, let value, let metric, let mean, let others, let count, let z):
            let group = attributeGroup(attribute, value)
            return
                "\(strong: "\(group) have a mean \(metric.name) of \(format.reading(mean, metric))"), the others \(format.reading(others)) (\(devices(count)), \(format.fixed(z.magnitude, 1)) σ apart)."
        case .dailyPattern(let metric, let strength, let hour, let amplitude):
            return
                "\(strong: "\(metric.name) has a daily cycle"), highest around \(format.clock(hour: hour)) (peak to trough \(format.reading(amplitude, metric))). It explains \(format.percent(strength)) of the variance around the trend."
        case .weeklyPattern(let metric, let strength, let highest, let lowest, let amplitude):
            return
                "\(strong: "\(metric.name) has a weekly cycle"), highest on \(weekday(highest)), lowest on \(weekday(lowest)) (peak to trough \(format.reading(amplitude, metric))). It explains \(format.percent(strength)) of the variance of daily means."
        case .correlated(let first, let second, let r):
            let how = r < 0 ? "move in opposite directions" : "move together"
            return
                "\(strong: "\(first.name) and \(second.name) \(how)") (r = \(format.fixed(r, 2)), hourly fleet means): they carry nearly the same information."
        case .nothingUnusual(let count):
            if case .row = format.axis {
                return
                    "\(strong: "Nothing unusual") in \(format.counted(count, "row", "rows")): no share differs beyond chance."
            }
            let scope = count == 1 ? "the device" : "\(format.count(count)) devices"
            return
                "\(strong: "Nothing unusual") in \(scope): no problem in readings, events or rows, and no change beyond chance."
        default: return ""
        }
    }

    /// `model3 devices`, or `Devices with age 14` where the value is a bare number.
    func attributeGroup(_ attribute: String, _ value: String) -> String {
        isNumber(value)
            ? "Devices with \(attribute) \(value)" : "\(value) devices"
    }

    func weekday(_ index: Int) -> String {
        let days = format.words.weekdays
        return days.indices.contains(index) ? days[index] : ""
    }

    /// What slopes are counted by.
    var perUnit: String {
        switch format.axis {
        case .time: "a day"
        case .cycle: "a cycle"
        case .row: "a row"
        }
    }

    func rule(_ rule: HealthPart.Rule) -> (part: String, rule: String) {
        switch rule {
        case .trouble(let episode):
            (
                "Open problem",
                "\(subject(of: episode)), \(grade(episode.grade)), severity \(format.card(episode.severity.rounded()))"
            )
        case .moreTroubles(let count):
            ("More problems", format.counted(count, "other is open", "others are open"))
        case .errors(let count, let median):
            ("Errors", "\(format.count(count)), fleet median \(format.figure(median))")
        case .failures(let count, let median):
            ("Failures", "\(format.count(count)), fleet median \(format.figure(median))")
        case .dataQuality(let share):
            ("Missing readings", "\(format.percent(share)) of those expected")
        case .model(let score, let threshold):
            ("Model", "score \(format.figure(score)), threshold \(format.figure(threshold))")
        }
    }
}
