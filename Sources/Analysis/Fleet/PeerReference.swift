import Values

/// What a signal of the peers is at each time: their median, so that weekends, weather, holidays
/// and the hours of the day are nobody's trouble.
///
/// Where the levels of devices lie further apart than they scatter, each counts from its own median
/// on: else one that changes its rank or falls silent would move the median of all others.
struct PeerReference: Sendable {
    /// By slot, less its own mean; gaps are filled.
    let median: [Double]
    /// By slot, how much it changes around it (half an hour either way), for devices whose day
    /// begins earlier or later; `nil` without days.
    let slope: [Double]?
    /// By slot, whether the signal is at rest in all devices, where that shows nothing; empty where
    /// it never is.
    let isRest: [Bool]
    /// How near to the median a device counts as at rest.
    let restWidth: Double
    /// Weights of slots where scatter grows with the level; `nil` where it does not.
    let weights: [Double]?
    /// By slot, the median of the readings as they are; empty where the signal is never at rest.
    private let level: [Double]

    /// - Complexity: O(values).
    init(_ readings: [[Double]], group: FleetGroup, isGauge: Bool) {
        let rows = Self.completed(readings)
        let raw = Self.median(rows)
        let filled = raw.filled()
        let levels = rows.map { row in OrderStatistics.median(of: row.lazy.filter { !$0.isNaN }) }
        let median =
            Self.areApart(levels, rows, raw)
            ? Self.median(zip(rows, levels).map { row, level in row.map { $0 - level } }).filled()
            : filled
        let mean = median.reduce(0, +) / Double(max(1, median.count))
        self.median = median.map { $0 - mean }
        slope = group.day == nil ? nil : Self.slope(median, step: group.step)
        let rest = isGauge ? Self.rest(rows, raw) : nil
        level = rest == nil ? [] : filled
        isRest = rest?.isLow ?? []
        restWidth = rest.map { 0.12 * $0.span } ?? 0
        weights = rest.map { rest in
            filled.map { 1 / (0.1 + max(0, $0 - rest.low) / rest.span) }
        }
    }

    /// Whether a device rests at a slot as all do.
    func rests(_ slot: Int, at value: Double) -> Bool {
        !isRest.isEmpty && isRest[slot] && abs(value - level[slot]) < restWidth
    }

    /// Whether neighbouring levels of devices are further apart than a device scatters about the
    /// course of all.
    private static func areApart(
        _ levels: [Double], _ rows: [[Double]], _ course: [Double]
    ) -> Bool {
        let sorted = levels.filter { !$0.isNaN }.sorted()
        let gap = OrderStatistics.median(of: zip(sorted.dropFirst(), sorted).map { $0 - $1 })
        let scatter = rows.map { row in
            Statistics.mad(zip(row, course).map { $0 - $1 }.filter { !$0.isNaN })
        }
        return gap > OrderStatistics.median(of: scatter.filter { !$0.isNaN })
    }

    /// The rows of a few devices, with what they would have read before they came and after they
    /// went: else the median of the others moves when a device joins them.
    private static func completed(_ rows: [[Double]]) -> [[Double]] {
        let lives = rows.map(life)
        let isAbsent = zip(rows, lives).contains { row, life in
            !life.isEmpty && 20 * life.count < 19 * row.count
        }
        guard isAbsent, (3...mostCompleted).contains(rows.count) else { return rows }
        var offsets = rows.map { row in
            OrderStatistics.median(of: row.lazy.filter { !$0.isNaN })
        }
        var course: [Double] = []
        for _ in 0..<2 {
            course = median(zip(rows, offsets).map { row, offset in row.map { $0 - offset } })
            offsets = rows.map { row in
                OrderStatistics.median(
                    of: zip(row, course).lazy.map { $0 - $1 }.filter { !$0.isNaN })
            }
        }
        var completed = rows
        for (place, life) in lives.enumerated() where offsets[place].isFinite {
            for slot in course.indices where !life.contains(slot) {
                completed[place][slot] = course[slot] + offsets[place]
            }
        }
        return completed
    }

    /// From the first to the last slot with a reading.
    private static func life(_ row: [Double]) -> Range<Int> {
        guard let first = row.firstIndex(where: { !$0.isNaN }),
            let last = row.lastIndex(where: { !$0.isNaN })
        else { return 0..<0 }
        return first..<last + 1
    }

    /// Of more devices one moves the median by little.
    private static let mostCompleted = 30

    private static func median(_ rows: [[Double]]) -> [Double] {
        across(rows) { OrderStatistics.quantile(&$0, 0.5) }
    }

    /// A figure of the known values of each slot, in any order; NaN without any.
    static func across(_ rows: [[Double]], _ figure: (inout [Double]) -> Double) -> [Double] {
        var buffer: [Double] = []
        buffer.reserveCapacity(rows.count)
        return (rows.first ?? []).indices.map { slot in
            buffer.removeAll(keepingCapacity: true)
            for row in rows where !row[slot].isNaN { buffer.append(row[slot]) }
            return buffer.isEmpty ? .nan : figure(&buffer)
        }
    }

    private static func slope(_ median: [Double], step: Double) -> [Double] {
        let half = max(1, Int(clamping: (1800 / step).rounded()))
        let smooth = median.runningMean(2 * half + 1)
        return smooth.indices.map { slot in
            smooth[min(smooth.count - 1, slot + half)] - smooth[max(0, slot - half)]
        }
    }

    /// Nights and stops of a signal that hardly scatters then, but does when it works; nil for
    /// others.
    private static func rest(
        _ rows: [[Double]], _ median: [Double]
    ) -> (isLow: [Bool], low: Double, span: Double)? {
        let known = median.filter { !$0.isNaN }
        guard known.count >= 30 else { return nil }
        let low = OrderStatistics.quantile(of: known, 0.005)
        let span = OrderStatistics.quantile(of: known, 0.97) - low
        guard span > 0, OrderStatistics.quantile(of: known, 0.3) - low <= 0.06 * span else {
            return nil
        }
        let isLow = median.map { $0 < low + 0.07 * span }
        let distances = rows.map { row in zip(row, median).map { abs($0 - $1) } }
        let scatter = across(distances) { OrderStatistics.quantile(&$0, 0.5) }
        let resting = OrderStatistics.median(of: zip(scatter, isLow).lazy.filter(\.1).map(\.0))
        let working = OrderStatistics.median(of: zip(scatter, isLow).lazy.filter { !$0.1 }.map(\.0))
        return resting <= 0.4 * working ? (isLow, low, span) : nil
    }
}
