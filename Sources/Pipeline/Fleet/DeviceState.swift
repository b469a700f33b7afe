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
    /// Its episodes that overlap the period, remarks left out: the open ones first, the gravest
    /// first, then the latest.
    var troubles: [Episode] = []
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
    var drift: Drift?
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

    /// The gravest open episode.
    var trouble: Episode? { troubles.first.flatMap { $0.isOpen ? $0 : nil } }

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
            device: device, status: status, health: health, trouble: trouble, furthest: furthest,
            spark: spark, errors: errors, failures: failures,
            mainLoss: parts.max { $0.points < $1.points })
    }
}
