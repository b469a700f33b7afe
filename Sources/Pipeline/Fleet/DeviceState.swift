package import Analysis
import Reports
package import Telemetry
package import Values

/// What the period says about one device, before it is compared with the others.
package struct DeviceState: Sendable {
    package let device: DeviceRef
    package let features: DeviceFeatures
    /// One per metric of the catalog that the device has readings of, in its order.
    package var bands: [SignalBand] = []
    /// All excursions of all signals, by beginning.
    var excursions: [Excursion] = []
    /// The reading that is furthest out now, or nearest to it.
    var furthest: Excursion?
    /// Recent values of that reading.
    var spark: [Double] = []
    /// Events in order of time.
    var events: [DeviceSeries.Event] = []
    /// Events per code in the recent span and the one before.
    var recentCodes: [Int: RecentCount] = [:]
    var errors: Compared?
    var failures: Compared?
    var reporting = Reporting()
    var frozen: [FrozenStretch] = []
    var drift: Drift?
    /// Share of the recent slices with a reading out of band.
    var shareOut = 0.0
    /// Single readings far off that were back at the next.
    var glitches: [Glitch] = []
    /// What readings were before failures.
    var approaches: [FailureApproach.Key: FailureApproach] = [:]
    var health = 100.0
    var parts: [HealthPart] = []
    var status = Status.ok

    /// The band of a metric; `nil` without one. O(log bands).
    func band(of metric: MetricRef) -> SignalBand? {
        let place = (0..<bands.count).partitionPoint { bands[$0].metric.index < metric.index }
        guard place < bands.count, bands[place].metric.index == metric.index else { return nil }
        return bands[place]
    }

    /// Since when the device is in trouble: its open excursion, or its silence.
    var since: Double? {
        if let furthest, furthest.isOpen { return furthest.from }
        return reporting.silentSince ?? frozen.first { $0.isOpen }?.from
    }

    /// The band of one signal on the device.
    package struct SignalBand: Sendable {
        package let metric: MetricRef
        package let band: DeviceBand
        /// Median of the device's slices, for comparing devices.
        package let median: Double
    }

    /// Events of one code in the recent span and the one before.
    struct RecentCount: Sendable {
        var now = 0
        var before = 0
    }

    /// A value that stood still.
    struct FrozenStretch: Sendable {
        let metric: MetricRef
        let value: Double
        let from: Double
        let to: Double
        let isOpen: Bool
    }

    /// A steady movement that leads to the present excursion.
    struct Drift: Sendable {
        let metric: MetricRef
        let since: Double
        let from: Double
        let to: Double
        /// Per day, or per unit of an axis without dates.
        let perUnit: Double
        /// Whether it moves steadily; else the level jumped.
        let isSteady: Bool
    }

    /// A single reading far from its neighbours.
    struct Glitch: Sendable {
        let metric: MetricRef
        let time: Double
        let value: Double
    }

    /// A row for the tables.
    var row: OverviewReport.DeviceRow {
        OverviewReport.DeviceRow(
            device: device, status: status, health: health, furthest: furthest, spark: spark,
            since: since, errors: errors, failures: failures,
            mainLoss: parts.max { $0.points < $1.points })
    }
}

/// How regularly a device reports.
struct Reporting: Sendable {
    /// The usual step between its buckets; `nil` below 20 buckets or where there is none.
    var step: Double?
    /// Stretches without data of more than 12 steps.
    var gaps: [(from: Double, to: Double)] = []
    /// Steps left out between first and last reading, as a share of all.
    var missingShare = 0.0
    /// Interruptions of more than one and a half steps.
    var interruptions = 0
    /// The last reading, where the device fell silent before the end of the data.
    var silentSince: Double?

    /// Reports come and go: many interruptions that leave out a tenth of the steps or more.
    var isIntermittent: Bool { interruptions >= 10 && missingShare >= 0.1 }

    init() {}

    /// Reads the rhythm off the times of a device's buckets.
    ///
    /// The usual step is that of the neighbourhood, so that a device that changes from hourly to
    /// daily readings misses nothing.
    ///
    /// - Parameter end: The end of the data of the whole fleet; `nil` where each device has its own.
    init(times: [Double], end: Double?) {
        guard times.count >= 20 else { return }
        let steps = zip(times.dropFirst(), times).map { $0 - $1 }
        let finest = steps.min() ?? 0
        let usual =
            Self.isEven(steps[...], within: finest)
            ? [Double](repeating: steps.max() ?? 1, count: steps.count)
            : Self.usualSteps(steps, finest: finest)
        let regular = steps.indices.count { steps[$0] <= 1.5 * usual[$0] }
        guard let last = usual.last, Double(regular) >= 0.5 * Double(steps.count) else { return }
        step = last
        interruptions = steps.count - regular
        gaps = steps.indices.compactMap { index in
            steps[index] > 12 * usual[index]
                ? (from: times[index] + usual[index], to: times[index + 1]) : nil
        }
        let expected = steps.indices.reduce(1.0) { sum, index in
            sum + (steps[index] <= 1.5 * usual[index] ? 1 : steps[index] / usual[index])
        }
        missingShare = max(0, 1 - Double(times.count) / expected)
        if let end, end - times[times.count - 1] > 12 * last {
            silentSince = times[times.count - 1]
        }
    }

    /// The usual step around each step: the largest of its own block of 25 and the two beside.
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

    /// The median; the longest step where the block is a cadence that buckets cut unevenly.
    private static func usualStep(_ steps: ArraySlice<Double>, finest: Double) -> Double {
        let median = Statistics.median(Array(steps))
        guard steps.count(where: { $0 > 1.5 * median }) >= 3, isEven(steps, within: finest) else {
            return median
        }
        return steps.max() ?? median
    }

    /// Whether all times lie on one straight line to within the finest step: readings every
    /// 7 seconds fill buckets of 5 seconds in steps of 5 and 10.
    private static func isEven(_ steps: ArraySlice<Double>, within finest: Double) -> Bool {
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
