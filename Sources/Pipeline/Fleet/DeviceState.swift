package import Analysis
import Reports
package import Telemetry
package import Values

/// What the period says about one device; health and troubles are added once all are read.
package struct DeviceState: Sendable {
    package let device: DeviceRef
    package let features: DeviceFeatures
    /// One per metric of the catalog with enough readings, in its order.
    package var bands: [SignalBand] = []
    /// Its episodes in the period that are more than remarks: open ones first, then by severity,
    /// then the latest.
    var troubles: [Episode] = []
    /// All excursions of all readings, by beginning.
    var excursions: [Excursion] = []
    /// The reading that the gravest open trouble is about, where it has a band; else the one that is
    /// farthest from its expected course now, inside or outside its band.
    var furthest: Excursion?
    /// The last slice means of that reading, at most 28.
    var spark: [Double] = []
    /// The last slice mean of each metric of the catalog; NaN where there is none.
    var latest: [Double] = []
    /// One per attribute of the catalog.
    var attributes: [String] = []
    /// Events in order of time.
    var events: [DeviceSeries.Event] = []
    /// By code, events in the recent span and the one before.
    var recentCodes: [Int: RecentCount] = [:]
    var errors: Compared?
    var failures: Compared?
    var reporting = Reporting()
    var drift: Drift?
    /// Outliers of single readings; only in small fleets.
    var glitches: [Glitch] = []
    /// Means of readings on the days before failures.
    var approaches: [FailureApproach.Key: FailureApproach] = [:]
    var health = 100.0
    var parts: [HealthPart] = []
    var status = Status.ok

    /// The band of a metric; `nil` where the device has none. O(log bands).
    func band(of metric: MetricRef) -> SignalBand? {
        let place = (0..<bands.count).partitionPoint { bands[$0].metric.index < metric.index }
        guard place < bands.count, bands[place].metric.index == metric.index else { return nil }
        return bands[place]
    }

    /// The gravest open episode; nil without one.
    var trouble: Episode? { troubles.first.flatMap { $0.isOpen ? $0 : nil } }

    /// The reading that the gravest open episode is about; nil without one.
    var troubledMetric: MetricRef? {
        trouble?.subjects.lazy.compactMap { subject -> MetricRef? in
            if case .metric(let metric) = subject { metric } else { nil }
        }.first
    }

    /// The expected band of one reading.
    package struct SignalBand: Sendable {
        package let metric: MetricRef
        package let band: DeviceBand
        /// Median of the slice means in the period, for comparing devices.
        package let median: Double
    }

    /// Events of one code in the recent span and the one before.
    struct RecentCount: Sendable {
        var now = 0
        var before = 0
    }

    /// The course of the furthest reading since it left its ordinary level.
    struct Drift: Sendable {
        let metric: MetricRef
        let since: Double
        let from: Double
        let to: Double
        /// Change per day, or per unit of an axis without dates.
        let perUnit: Double
        /// Whether it moves steadily; else the level jumped.
        let isSteady: Bool
    }

    /// A single reading far from its neighbours on both sides.
    struct Glitch: Sendable {
        let metric: MetricRef
        let time: Double
        let value: Double
    }

    var row: OverviewReport.DeviceRow {
        OverviewReport.DeviceRow(
            device: device, status: status, health: health, trouble: trouble, furthest: furthest,
            spark: spark, errors: errors, failures: failures,
            mainLoss: parts.max { $0.points < $1.points }, latest: latest, attributes: attributes)
    }
}
