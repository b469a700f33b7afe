package import Reports
import Values

/// What sentences on Trends say, before it has words.
extension TrendReport.WeekMap {
    /// The hour and the weekday with most events, and their shares of all, 0…1.
    package struct Fullest {
        package var hour: Int
        package var hourShare: Double
        package var day: Int
        package var dayShare: Double

        /// Whether the hour has a tenth of all events or more.
        package var isPronounced: Bool { hourShare >= 0.1 }
    }

    /// Nil where there are no events.
    package var fullest: Fullest? {
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
    package var isMoving: Bool { verdict == .rising || verdict == .falling }
}

extension TrendReport {
    package var codeRows: [TrendRow] {
        rows.filter { if case .code = $0.subject { true } else { false } }
    }

    /// Only of readings that are drawn.
    package var metricRows: [TrendRow] {
        let drawn = Set(metrics.map(\.metric))
        return rows.filter {
            if case .metric(let metric) = $0.subject { drawn.contains(metric) } else { false }
        }
    }

    /// Logs that begin or end within the period, except those of repairs, which decide nothing.
    package var logSpans: [Finding] {
        findings.filter {
            if case .logSpan(let kind, _, _) = $0.kind { kind != .repair } else { false }
        }
    }
}

extension RateSeries {
    /// The number of events in a slice; nil where the record does not cover it.
    package func count(at index: Int) -> Int? {
        guard counts.indices.contains(index) else { return nil }
        return known == nil || rates[index].isFinite ? counts[index] : nil
    }

    /// How often something happens in all devices together, in a unit that people count in.
    package enum Pace: Sendable, Hashable {
        case perDay(Double)
        case perWeek(Double)
        /// Less than one a week.
        case inAll(Int)
    }

    /// Of the known part of a period; nil where that has no length.
    ///
    /// - Parameter period: On a calendar, in seconds.
    package func pace(in period: ClosedRange<Double>) -> Pace? {
        let range = known ?? period
        let days = (range.upperBound - range.lowerBound) / 86_400
        let total = counts.reduce(0, +)
        guard days > 0, days.isFinite else { return nil }
        let daily = Double(total) / days
        if daily >= 1 { return .perDay(daily) }
        return daily * 7 >= 1 && days >= 7 ? .perWeek(daily * 7) : .inAll(total)
    }

    /// Where the record begins and where it ends, each nil unless that is within the period; nil
    /// where its reach is not known.
    package func knownEnds(in period: ClosedRange<Double>) -> (from: Double?, to: Double?)? {
        known.map {
            (
                $0.lowerBound > period.lowerBound ? $0.lowerBound : nil,
                $0.upperBound < period.upperBound ? $0.upperBound : nil
            )
        }
    }

    /// Whether the record begins or ends within a slice.
    package var hasPartOfSlice: Bool {
        known != nil
            && zip(slices, rates).contains { !$0.isComplete && $1.isFinite }
    }
}

extension CumulativeFailures {
    /// The names and ends of the highest and the lowest line; nil where one has no name, or ends at
    /// 0.
    package var extremes: (most: (name: String, end: Double), least: (name: String, end: Double))? {
        let ends = lines.compactMap { line in line.values.last.map { (line, $0) } }
        guard ends.count > 1, let most = ends.max(by: { $0.1 < $1.1 }),
            let least = ends.min(by: { $0.1 < $1.1 }), let high = most.0.value,
            let low = least.0.value, least.1 > 0
        else { return nil }
        return ((high, most.1), (low, least.1))
    }
}
