import Analysis
import Reports
import Values

/// How many failures would have been announced by the rows with the highest scores, as many as a
/// crew can look after.
struct AlarmBudgets {
    /// The numbers of alarms a week that are tried.
    static let perWeek = [5, 10, 20]
    private static let week = 604_800.0

    let devices: [Int]
    let times: [Double]
    let scores: [Double]
    /// Times of failures by device, ascending.
    let failures: [Int: [Double]]
    let horizon: Double

    /// One per number of alarms a week; empty where the rows cover less than two weeks.
    ///
    /// - Complexity: O(rows × log rows).
    func budgets() -> [BackTest.Budget] {
        guard let first = times.min(), let last = times.max(), last - first >= 2 * Self.week else {
            return []
        }
        let end = last + horizon
        let known = devices.isEmpty ? [] : Set(devices).sorted()
        let wanted = known.flatMap { device in
            (failures[device] ?? []).filter { $0 > first && $0 <= end }
        }
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        let weeks = (end - first) / Self.week
        return Self.perWeek.map { perWeek in
            let count = Int(clamping: (Double(perWeek) * weeks).rounded(.down))
            return budget(perWeek, order.prefix(count), failures: wanted.count)
        }
    }

    private func budget(
        _ perWeek: Int, _ rows: ArraySlice<Int>, failures: Int
    ) -> BackTest.Budget {
        let leads = leadTimes(rows)
        return BackTest.Budget(
            perWeek: perWeek, failures: failures, announced: leads.count,
            leadTime: leads.isEmpty ? nil : Statistics.median(leads),
            leadRange: leads.isEmpty ? nil : Statistics.quantiles(leads, [0.1, 0.9]),
            leadCounts: Self.quarters(leads.map { $0 / horizon }), alarms: rows.count,
            truePositives: rows.count { isFollowed($0) })
    }

    /// How many shares, 0…1, lie in each quarter, upper ends included.
    private static func quarters(_ shares: [Double]) -> [Int] {
        var counts = [0, 0, 0, 0]
        for share in shares {
            counts[min(3, max(0, Int(clamping: (share * 4).rounded(.up)) - 1))] += 1
        }
        return counts
    }

    /// Whether the device fails within the horizon after a row.
    private func isFollowed(_ row: Int) -> Bool {
        let own = failures[devices[row]] ?? []
        let place = own.count(upTo: times[row])
        return place < own.count && own[place] <= times[row] + horizon
    }

    /// For each announced failure, how long before it its first alarm was.
    private func leadTimes(_ rows: ArraySlice<Int>) -> [Double] {
        var leads: [Int: [Double: Double]] = [:]
        for row in rows {
            let own = failures[devices[row]] ?? []
            var place = own.count(upTo: times[row])
            while place < own.count, own[place] <= times[row] + horizon {
                let lead = own[place] - times[row]
                let known = leads[devices[row]]?[own[place]] ?? 0
                leads[devices[row], default: [:]][own[place]] = max(known, lead)
                place += 1
            }
        }
        return leads.values.flatMap(\.values)
    }
}
