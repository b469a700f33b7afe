import Values

/// What a signal of the peers is at each time: their median, so that weekends, weather, holidays
/// and the hours of the day are nobody's trouble.
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
    private let mean: Double

    /// - Complexity: O(values).
    init(_ rows: [[Double]], group: FleetGroup, isGauge: Bool) {
        let raw = Self.across(rows) { OrderStatistics.quantile(&$0, 0.5) }
        let filled = raw.filled()
        let mean = filled.reduce(0, +) / Double(max(1, filled.count))
        let median = filled.map { $0 - mean }
        self.mean = mean
        self.median = median
        slope = group.day == nil ? nil : Self.slope(median, step: group.step)
        let rest = isGauge ? Self.rest(rows, raw) : nil
        isRest = rest?.isLow ?? []
        restWidth = rest.map { 0.12 * $0.span } ?? 0
        weights = rest.map { rest in
            filled.map { 1 / (0.1 + max(0, $0 - rest.low) / rest.span) }
        }
    }

    /// Whether a device rests at a slot as all do.
    func rests(_ slot: Int, at value: Double) -> Bool {
        !isRest.isEmpty && isRest[slot] && abs(value - mean - median[slot]) < restWidth
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
