import Analysis
import Telemetry

/// How many readings of a device are missing, by its own rhythm.
struct Reporting: Sendable {
    /// The usual step between its buckets; `nil` below 20 buckets and without a rhythm.
    var step: Double?
    /// Steps left out between first and last reading, as a share of all, 0…1.
    var missingShare = 0.0
    /// So many interruptions show that there is no rhythm.
    private static let manyInterruptions = 10

    init() {}

    /// Reads the rhythm from a device's buckets, counting the metric with most readings in each.
    init(_ series: DeviceSeries) {
        let counts = series.times.indices.map { bucket in
            series.metrics.reduce(0) { max($0, $1[bucket].count) }
        }
        self.init(times: series.times, counts: counts)
    }

    /// Reads the rhythm from the times of a device's buckets.
    ///
    /// The usual step is that of the neighbourhood, so that a device that changes from hourly to
    /// daily readings misses nothing.
    ///
    /// Rows that come as they happen (tests, events, trips) have no rhythm: most steps are far from
    /// the usual one, or most are left out again and again. Where the number of rows per bucket
    /// varies as by chance, none is missing.
    ///
    /// - Parameters:
    ///   - times: Left edges of the buckets with readings, ascending.
    ///   - counts: Readings in each of them; empty where they are not known.
    init(times: [Double], counts: [Int] = []) {
        guard times.count >= 20 else { return }
        let steps = zip(times.dropFirst(), times).map { $0 - $1 }
        let finest = steps.min() ?? 0
        let isEven = Self.isEven(steps[...], within: finest)
        let usual =
            isEven
            ? [Double](repeating: steps.max() ?? 1, count: steps.count)
            : Self.usualSteps(steps, finest: finest)
        let regular = steps.indices.count { steps[$0] <= 1.5 * usual[$0] }
        let short = steps.indices.count { steps[$0] < min(0.67 * usual[$0], usual[$0] - finest) }
        guard let last = usual.last, isEven || 2 * (regular - short) >= steps.count else { return }
        let expected = steps.indices.reduce(1.0) { sum, index in
            sum + (steps[index] <= 1.5 * usual[index] ? 1 : steps[index] / usual[index])
        }
        let missing = max(0, 1 - Double(times.count) / expected)
        // A rhythm that most rows break, again and again, is none.
        guard missing <= 0.5 || steps.count - regular < Self.manyInterruptions else { return }
        step = last
        if !Self.isAtChance(counts) { missingShare = missing }
    }

    /// Whether at least 5 % of the buckets hold more than 1.5 times the median number of rows.
    private static func isAtChance(_ counts: [Int]) -> Bool {
        guard !counts.isEmpty else { return false }
        let usual = Statistics.median(counts.map(Double.init))
        let full = counts.count { Double($0) > 1.5 * usual }
        return 20 * full >= counts.count
    }

    /// The usual step around each step: the largest among its own block of 25 and the two beside
    /// it.
    private static func usualSteps(_ steps: [Double], finest: Double) -> [Double] {
        let size = 25
        let medians = stride(from: 0, to: steps.count, by: size).map { start in
            usualStep(steps[start..<min(start + size, steps.count)], finest: finest)
        }
        return steps.indices.map { index in
            let block = index / size
            return medians[max(0, block - 1)...min(medians.count - 1, block + 1)].max() ?? 1
        }
    }

    /// The median; the longest step where buckets cut a regular cadence unevenly.
    private static func usualStep(_ steps: ArraySlice<Double>, finest: Double) -> Double {
        let median = Statistics.median(Array(steps))
        guard steps.count(where: { $0 > 1.5 * median }) >= 3, isEven(steps, within: finest) else {
            return median
        }
        return steps.max() ?? median
    }

    /// Whether all times lie on a straight line to within the finest step: readings every 7 seconds
    /// fill buckets of 5 seconds in steps of 5 and 10.
    static func isEven(_ steps: ArraySlice<Double>, within finest: Double) -> Bool {
        let count = Double(steps.count)
        var (time, moment) = (0.0, 0.0)
        for (place, step) in steps.enumerated() {
            time += step
            moment += time * (Double(place) - (count - 1) / 2)
        }
        // Least squares: the ends alone would tilt the line by a bucket.
        let slope = moment * 12 / (count * (count * count - 1))
        var (deviation, low, high) = (0.0, Double.infinity, -Double.infinity)
        for step in steps {
            deviation += step - slope
            low = min(low, deviation)
            high = max(high, deviation)
        }
        return high - low <= finest * 1.25
    }
}
