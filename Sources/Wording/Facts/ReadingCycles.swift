package import Reports
package import Values

/// What a reading follows: the day, the week, the year, and other readings. A line of the table of
/// cycles.
package struct ReadingCycles: Sendable, Hashable {
    package var metric: MetricRef
    package var day: Day?
    package var week: Week?
    package var year: Year?
    /// The readings that move with it or against it, and the correlation, the closest first.
    package var others: [Other] = []

    package struct Day: Sendable, Hashable {
        /// Share of the variance around the trend that it explains, 0…1.
        package var strength: Double
        /// The hour of its highest value, 0…23.
        package var peak: Int
    }

    package struct Week: Sendable, Hashable {
        /// Share of the variance of daily means that it explains, 0…1.
        package var strength: Double
        /// The weekday of its highest value, Monday being 0.
        package var highest: Int
    }

    package struct Year: Sendable, Hashable {
        /// The month of its highest value, January being 0.
        package var highest: Int
        /// That of its lowest.
        package var lowest: Int
    }

    package struct Other: Sendable, Hashable {
        package var metric: MetricRef
        package var r: Double
    }

    /// The parts of the variance that the day and the week explain, the greater one.
    package var strength: Double { max(day?.strength ?? 0, week?.strength ?? 0) }
}

extension TrendReport {
    /// One for each reading with a cycle or a companion, in the order of the catalog.
    package var cycles: [ReadingCycles] {
        var lines: [Int: ReadingCycles] = [:]
        func add(_ metric: MetricRef, _ change: (inout ReadingCycles) -> Void) {
            change(&lines[metric.index, default: ReadingCycles(metric: metric)])
        }
        for finding in findings {
            switch finding.kind {
            case .dailyPattern(let metric, let strength, let peak, _):
                add(metric) { $0.day = .init(strength: strength, peak: peak) }
            case .weeklyPattern(let metric, let strength, let highest, _, _):
                add(metric) { $0.week = .init(strength: strength, highest: highest) }
            case .yearlyPattern(let metric, let highest, let lowest, _, _, _):
                add(metric) { $0.year = .init(highest: highest, lowest: lowest) }
            case .correlated(let first, let second, let r):
                add(first) { $0.others.append(.init(metric: second, r: r)) }
                add(second) { $0.others.append(.init(metric: first, r: r)) }
            default: break
            }
        }
        for index in lines.keys { lines[index]?.others.sort { abs($0.r) > abs($1.r) } }
        return lines.values.sorted { $0.metric.index < $1.metric.index }
    }

    /// The findings that the table of cycles does not tell.
    package var news: [Finding] { findings.filter { !$0.isCycle } }
}
