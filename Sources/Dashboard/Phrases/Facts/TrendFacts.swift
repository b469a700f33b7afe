import Reports

/// What sentences on Trends say, before it has words.
extension TrendReport.WeekMap {
    /// The hour and the weekday with most events.
    struct Fullest {
        var hour: Int
        var hourShare: Double
        var day: Int
        var dayShare: Double

        /// Whether the hour holds a tenth of all events or more.
        var isPronounced: Bool { hourShare >= 0.1 }
    }

    /// The hour and the weekday with most events, and their shares.
    var fullest: Fullest? {
        let hours = (0..<24).map { hour in
            counts.reduce(0) { $0 + ($1.indices.contains(hour) ? $1[hour] : 0) }
        }
        let days = counts.map { $0.reduce(0, +) }
        guard total > 0, let most = hours.max(), let hour = hours.firstIndex(of: most),
            let fullest = days.max(), let day = days.firstIndex(of: fullest)
        else { return nil }
        return Fullest(
            hour: hour, hourShare: Double(most) / Double(total), day: day,
            dayShare: Double(fullest) / Double(total))
    }
}

extension TrendRow {
    /// Whether it rises or falls beyond chance.
    var isMoving: Bool { verdict == .rising || verdict == .falling }
}

extension TrendReport {
    var codeRows: [TrendRow] {
        rows.filter { if case .code = $0.subject { true } else { false } }
    }

    var metricRows: [TrendRow] {
        rows.filter { if case .metric = $0.subject { true } else { false } }
    }
}

extension CumulativeFailures {
    /// Where the highest and the lowest line end, where both have names.
    var extremes: (most: (name: String, end: Double), least: (name: String, end: Double))? {
        let ends = lines.compactMap { line in line.values.last.map { (line, $0) } }
        guard ends.count > 1, let most = ends.max(by: { $0.1 < $1.1 }),
            let least = ends.min(by: { $0.1 < $1.1 }), let high = most.0.value,
            let low = least.0.value, least.1 > 0
        else { return nil }
        return ((high, most.1), (low, least.1))
    }
}
