public import Values

/// The Overview: which devices need attention, since when, and why.
public struct OverviewReport: Sendable, Hashable {
    /// How many devices are in trouble, and which most.
    public var headline: Headline
    /// Figures on cards, at most six.
    public var cards: [KPI]
    /// Every device that passes the filter, the worst first.
    public var devices: [DeviceRow]
    /// Names of what the set tells of devices that does not change, such as a model or a site.
    public var attributes: [String]
    /// The weightiest findings, one to nine, few of one sort.
    public var changes: [Finding]
    /// Devices over time; `nil` for a single device, without time, and where there is nothing to
    /// show.
    public var lanes: Lanes?
    /// One per kind of event in the set, in the order of `EventKind`.
    public var rates: [RateSeries]
    /// One per kind with events: errors, failures, repairs, others.
    public var breakdowns: [CodeBreakdown]
    /// The attribute whose values differ most surely in events per device; `nil` where none does.
    public var byAttribute: AttributeRates?
    /// Rows by severity, the gravest first; empty without severities.
    public var severities: [SeverityShare]
    /// What the set lacks, so that cards can say so.
    public var missingData: MissingData

    /// How many devices are in trouble at the end of the period, and which most.
    public struct Headline: Sendable, Hashable {
        /// Devices with the status critical.
        public var critical: Int
        /// Devices with the status warning.
        public var warning: Int
        /// Devices that pass the filter.
        public var total: Int
        /// Devices with an open episode.
        public var out: Int
        /// Median over the period of the number of devices with an episode; `nil` without expected
        /// bands.
        public var ordinaryOut: Double?
        /// End of the period, in the axis' unit.
        public var asOf: Double
        /// The worst device; `nil` where all are OK.
        public var worst: DeviceRow?
        /// The weightiest finding of all.
        public var finding: Finding?

        /// Counts are of devices; `asOf` is in the axis' unit.
        public init(
            critical: Int, warning: Int, total: Int, out: Int, ordinaryOut: Double?, asOf: Double,
            worst: DeviceRow?, finding: Finding?
        ) {
            self.critical = critical
            self.warning = warning
            self.total = total
            self.out = out
            self.ordinaryOut = ordinaryOut
            self.asOf = asOf
            self.worst = worst
            self.finding = finding
        }
    }

    /// A card with one figure and what to compare it with.
    public struct KPI: Sendable, Hashable {
        /// What a card shows.
        public enum Measure: Sendable, Hashable {
            case devicesOut, health, timeBetweenFailures, rows, devices, labelledRows, excursions,
                period
            case events(EventKind)
            /// Fleet mean of a reading in the last slice; the mean of all rows without dates.
            case metric(MetricRef)
            /// Share of expected readings that are missing.
            case missing
        }
        /// What the figure is.
        public var measure: Measure
        /// The figure; of events that of the recent span, else of the period. NaN where it is not
        /// known.
        public var value: Double
        /// The number that `value` is out of; `nil` where it is out of nothing.
        public var total: Double?
        /// The figure of the span (or slice) before; `nil` where there is none.
        public var previous: Double?
        /// The figure of the whole period; of `devicesOut` the median.
        public var whole: Double?
        /// For health: devices below 50.
        public var low: Int?
        /// For health: devices from 50 to below 75.
        public var middling: Int?
        /// Values for a small line, oldest first; for health those of all devices, ascending.
        public var spark: [Double]

        /// A card; what does not apply is `nil` or empty.
        public init(
            _ measure: Measure, value: Double, total: Double? = nil, previous: Double? = nil,
            whole: Double? = nil, low: Int? = nil, middling: Int? = nil, spark: [Double] = []
        ) {
            self.measure = measure
            self.value = value
            self.total = total
            self.previous = previous
            self.whole = whole
            self.low = low
            self.middling = middling
            self.spark = spark
        }
    }

    /// A device in the list of those that need attention.
    public struct DeviceRow: Sendable, Hashable {
        /// The listed device.
        public var device: DeviceRef
        /// Its status in the period.
        public var status: Status
        /// Its health, 0…100: 100 minus the points that `HealthPart`s take.
        public var health: Double
        /// The gravest open episode; `nil` without one.
        public var trouble: Episode?
        /// The reading that `trouble` is about; without such a one that farthest from its expected
        /// course at the end, inside or outside its band. `nil` without bands.
        public var furthest: Excursion?
        /// The last slice means of that reading, at most 28; a NaN is a slice without readings.
        public var spark: [Double]
        /// Errors in the recent span beside the one before; in the period where that is too short;
        /// `nil` where they are not known.
        public var errors: Compared?
        /// The same for failures.
        public var failures: Compared?
        /// The rule that takes most points; `nil` for a health of 100.
        public var mainLoss: HealthPart?
        /// The device's last slice mean of each reading, in the order of `ReportContext.metrics`; a
        /// NaN is a reading that it does not send.
        public var latest: [Double]
        /// Its attributes, in the order of `OverviewReport.attributes`; empty texts where not known.
        public var attributes: [String]

        /// `spark` belongs to the reading `furthest`.
        public init(
            device: DeviceRef, status: Status, health: Double, trouble: Episode?,
            furthest: Excursion?, spark: [Double], errors: Compared?, failures: Compared?,
            mainLoss: HealthPart?, latest: [Double] = [], attributes: [String] = []
        ) {
            self.device = device
            self.status = status
            self.health = health
            self.trouble = trouble
            self.furthest = furthest
            self.spark = spark
            self.errors = errors
            self.failures = failures
            self.mainLoss = mainLoss
            self.latest = latest
            self.attributes = attributes
        }
    }

    /// A map of devices over time: how much was wrong when.
    public struct Lanes: Sendable, Hashable {
        /// What a cell counts.
        public enum Measure: Sendable, Hashable { case troubles, events(EventKind) }
        /// What a cell counts: band slices with an episode, or events of a kind.
        public var measure: Measure
        /// Width of the map's columns.
        public var width: TimeStep
        /// The columns of the map, in order of time; 2 to 130.
        public var slices: [TimeSlice]
        /// The rows of the map: the worst devices, or those with most events, at most 16.
        public var devices: [DeviceRef]
        /// `values[device][slice]`; `nil` where nothing is known of the device.
        public var values: [[Double?]]
        /// Indices of `slices` with a failure, per device; all empty where the map counts failures.
        public var failures: [[Int]]
        /// For troubles: width of the band slices that `values` counts, in the axis' unit; `nil`
        /// for events.
        public var counted: Double?

        /// `values` and `failures` hold one row per device.
        public init(
            measure: Measure, width: TimeStep, slices: [TimeSlice], devices: [DeviceRef],
            values: [[Double?]], failures: [[Int]], counted: Double? = nil
        ) {
            self.measure = measure
            self.width = width
            self.slices = slices
            self.devices = devices
            self.values = values
            self.failures = failures
            self.counted = counted
        }
    }

    /// The parts of the Overview, computed from one choice.
    public init(
        headline: Headline, cards: [KPI], devices: [DeviceRow], attributes: [String] = [],
        changes: [Finding], lanes: Lanes?,
        rates: [RateSeries], breakdowns: [CodeBreakdown], byAttribute: AttributeRates?,
        severities: [SeverityShare], missingData: MissingData
    ) {
        self.headline = headline
        self.cards = cards
        self.devices = devices
        self.attributes = attributes
        self.changes = changes
        self.lanes = lanes
        self.rates = rates
        self.breakdowns = breakdowns
        self.byAttribute = byAttribute
        self.severities = severities
        self.missingData = missingData
    }
}
