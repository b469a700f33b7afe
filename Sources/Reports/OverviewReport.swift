public import Values

/// Which devices need attention, since when, and why.
public struct OverviewReport: Sendable, Hashable {
    /// The answer in figures.
    public var headline: Headline
    /// The cards, at most six.
    public var cards: [KPI]
    /// Worst first, at most 200.
    public var devices: [DeviceRow]
    /// In order of weight, three to six where there are as many.
    public var changes: [Finding]
    /// Devices over time; `nil` where there is nothing to show.
    public var lanes: Lanes?
    /// Events per device and day (or per unit) over time, errors first.
    public var rates: [RateSeries]
    /// Events by code, one entry per kind.
    public var breakdowns: [CodeBreakdown]
    /// Events by the attribute that separates devices best.
    public var byAttribute: AttributeRates?
    /// Rows by severity, the gravest first.
    public var severities: [SeverityShare]
    /// What the set does not hold, so that a page can say so.
    public var missingData: MissingData

    /// The answer in figures.
    public struct Headline: Sendable, Hashable {
        /// Devices in serious trouble.
        public var critical: Int
        /// Devices that deserve a look.
        public var warning: Int
        /// All of them together.
        public var total: Int
        /// Devices with an open episode.
        public var out: Int
        /// Devices with one at an ordinary time (median over the period).
        public var ordinaryOut: Double?
        /// The end of what is known.
        public var asOf: Double
        /// The worst device, where one is not OK.
        public var worst: DeviceRow?
        /// The gravest finding, for sets where no device is in trouble.
        public var finding: Finding?

        /// Makes a headline.
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

    /// A card: one figure beside the previous one.
    public struct KPI: Sendable, Hashable {
        /// What is counted.
        public enum Measure: Sendable, Hashable {
            case devicesOut, health, timeBetweenFailures, rows, devices, labelledRows, excursions,
                period
            case events(EventKind)
            /// Fleet mean of a metric in the recent span.
            case metric(MetricRef)
            /// Share of expected readings that are missing.
            case missing
        }
        /// What is counted.
        public var measure: Measure
        /// NaN where it cannot be said.
        public var value: Double
        /// "of" so many.
        public var total: Double?
        /// The figure of the span before.
        public var previous: Double?
        /// The figure for the whole period.
        public var whole: Double?
        /// For health: devices below 50 and below 75.
        public var low: Int?
        /// Devices with a health of 50 to 75.
        public var middling: Int?
        /// Values for a small line, oldest first.
        public var spark: [Double]

        /// Makes a card.
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
        /// The device that is meant.
        public var device: DeviceRef
        /// How the device stands.
        public var status: Status
        /// 0 to 100.
        public var health: Double
        /// The gravest open episode; `nil` where none is open.
        public var trouble: Episode?
        /// The furthest reading now (inside or outside its band); `nil` without readings.
        public var furthest: Excursion?
        /// Recent means of that reading, for the sparkline, with its band.
        public var spark: [Double]
        /// Errors, beside those of the span before where there is one.
        public var errors: Compared?
        /// Failures, beside those of the span before where there is one.
        public var failures: Compared?
        /// The part of the health that costs most.
        public var mainLoss: HealthPart?

        /// Makes a row.
        public init(
            device: DeviceRef, status: Status, health: Double, trouble: Episode?,
            furthest: Excursion?, spark: [Double], errors: Compared?, failures: Compared?,
            mainLoss: HealthPart?
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
        }
    }

    /// Devices × time: how much was wrong when.
    public struct Lanes: Sendable, Hashable {
        /// What a cell counts.
        public enum Measure: Sendable, Hashable { case troubles, events(EventKind) }
        /// What is counted.
        public var measure: Measure
        /// How wide a slice is.
        public var width: TimeStep
        /// The stretches of the axis, in order.
        public var slices: [TimeSlice]
        /// The devices that are meant, or their number.
        public var devices: [DeviceRef]
        /// `values[device][slice]`; `nil` where the device has no data.
        public var values: [[Double?]]
        /// Slices with a failure, per device.
        public var failures: [[Int]]
        /// Of troubles: how long the stretches are that `values` counts, in the axis' unit.
        public var counted: Double?

        /// Makes lanes.
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

    /// Makes a report.
    public init(
        headline: Headline, cards: [KPI], devices: [DeviceRow], changes: [Finding], lanes: Lanes?,
        rates: [RateSeries], breakdowns: [CodeBreakdown], byAttribute: AttributeRates?,
        severities: [SeverityShare], missingData: MissingData
    ) {
        self.headline = headline
        self.cards = cards
        self.devices = devices
        self.changes = changes
        self.lanes = lanes
        self.rates = rates
        self.breakdowns = breakdowns
        self.byAttribute = byAttribute
        self.severities = severities
        self.missingData = missingData
    }
}
