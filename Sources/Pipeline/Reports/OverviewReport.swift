/// Which devices need attention, since when, and why.
public struct OverviewReport: Sendable, Hashable {
    public var headline: Headline
    public var cards: [KPI]
    /// Worst first, at most 200.
    public var devices: [DeviceRow]
    /// In order of weight, three to six where there are as many.
    public var changes: [Finding]
    public var lanes: Lanes?
    /// Events per device and day (or per unit) over time, errors first.
    public var rates: [RateSeries]
    public var breakdowns: [CodeBreakdown]
    /// Events by the attribute that separates devices best.
    public var byAttribute: AttributeRates?
    public var severities: [SeverityShare]
    /// What the set does not hold, so that a page can say so.
    public var lacks: Lacks

    /// The answer in figures.
    public struct Headline: Sendable, Hashable {
        public var critical: Int
        public var warning: Int
        public var total: Int
        /// Devices with an open excursion now, and on an ordinary day (median over the period).
        public var out: Int
        public var ordinaryOut: Double?
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
            case events(EventClass)
            /// Fleet mean of a metric in the recent span.
            case metric(MetricRef)
            /// Share of expected readings that are missing.
            case missing
        }
        public var measure: Measure
        /// NaN where it cannot be said.
        public var value: Double
        /// "of" so many.
        public var total: Double?
        public var previous: Double?
        /// The figure for the whole period.
        public var whole: Double?
        /// For health: devices below 50 and below 75.
        public var low: Int?
        public var middling: Int?
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
        public var device: DeviceRef
        public var status: Status
        /// 0 to 100.
        public var health: Double
        /// The furthest reading now (inside or outside its band); `nil` without readings.
        public var furthest: Excursion?
        /// Recent means of that reading, for the sparkline, with its band.
        public var spark: [Double]
        /// Since when the device is out of its band or in trouble.
        public var since: Double?
        public var errors: Compared?
        public var failures: Compared?
        /// The part of the health that costs most.
        public var mainLoss: HealthPart?

        /// Makes a row.
        public init(
            device: DeviceRef, status: Status, health: Double, furthest: Excursion?,
            spark: [Double], since: Double?, errors: Compared?, failures: Compared?,
            mainLoss: HealthPart?
        ) {
            self.device = device
            self.status = status
            self.health = health
            self.furthest = furthest
            self.spark = spark
            self.since = since
            self.errors = errors
            self.failures = failures
            self.mainLoss = mainLoss
        }
    }

    /// Devices × time: how much was wrong when.
    public struct Lanes: Sendable, Hashable {
        /// What a cell counts.
        public enum Measure: Sendable, Hashable { case excursions, events(EventClass) }
        public var measure: Measure
        public var width: SliceWidth
        public var slices: [Slice]
        public var devices: [DeviceRef]
        /// `values[device][slice]`; `nil` where the device has no data.
        public var values: [[Double?]]
        /// Slices with a failure, per device.
        public var failures: [[Int]]

        /// Makes lanes.
        public init(
            measure: Measure, width: SliceWidth, slices: [Slice], devices: [DeviceRef],
            values: [[Double?]], failures: [[Int]]
        ) {
            self.measure = measure
            self.width = width
            self.slices = slices
            self.devices = devices
            self.values = values
            self.failures = failures
        }
    }

    /// Makes a report.
    public init(
        headline: Headline, cards: [KPI], devices: [DeviceRow], changes: [Finding], lanes: Lanes?,
        rates: [RateSeries], breakdowns: [CodeBreakdown], byAttribute: AttributeRates?,
        severities: [SeverityShare], lacks: Lacks
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
        self.lacks = lacks
    }
}

/// What a data set does not hold.
public struct Lacks: Sendable, Hashable {
    public var time: Bool
    public var metrics: Bool
    public var events: Bool
    public var failures: Bool
    /// No device column: files or rows stand for devices.
    public var devices: Bool

    /// Makes a list of what is missing.
    public init(time: Bool, metrics: Bool, events: Bool, failures: Bool, devices: Bool) {
        self.time = time
        self.metrics = metrics
        self.events = events
        self.failures = failures
        self.devices = devices
    }
}

/// Points a device loses on its way from 100, and for what.
public struct HealthPart: Sendable, Hashable {
    /// A stated rule.
    public enum Rule: Sendable, Hashable {
        /// The furthest reading: `value` robust sigma, points per sigma above 3.
        case furthestReading(MetricRef, sigma: Double)
        /// Time outside a band in the recent 7 days (or the last tenth of the period).
        case timeOut(share: Double)
        case errors(count: Int, fleetMedian: Double)
        case failures(count: Int, fleetMedian: Double)
        case drift(MetricRef, perDay: Double)
        case dataQuality(missingShare: Double)
        case silence(since: Double)
        /// A sensor whose value stands still.
        case frozen(MetricRef, since: Double)
        case model(score: Double, threshold: Double)
    }
    public var rule: Rule
    /// At least 0.
    public var points: Double
    /// The most that this rule can cost.
    public var limit: Double

    /// Makes a part.
    public init(rule: Rule, points: Double, limit: Double) {
        self.rule = rule
        self.points = points
        self.limit = limit
    }
}

/// Events of a kind by code.
public struct CodeBreakdown: Sendable, Hashable {
    /// One code's share.
    public struct Item: Sendable, Hashable {
        public var code: CodeRef
        public var count: Int
        /// 0 to 1 of the kind's total.
        public var share: Double
        /// Recent span against the one before.
        public var recent: Compared?

        /// Makes an item.
        public init(code: CodeRef, count: Int, share: Double, recent: Compared?) {
            self.code = code
            self.count = count
            self.share = share
            self.recent = recent
        }
    }
    public var kind: EventClass
    public var total: Int
    /// By falling count, at most 12.
    public var items: [Item]
    /// Events of all further codes, and how many codes those are.
    public var otherCount: Int
    public var otherCodes: Int

    /// Makes a breakdown.
    public init(kind: EventClass, total: Int, items: [Item], otherCount: Int, otherCodes: Int) {
        self.kind = kind
        self.total = total
        self.items = items
        self.otherCount = otherCount
        self.otherCodes = otherCodes
    }
}

/// Events per device for each value of an attribute.
public struct AttributeRates: Sendable, Hashable {
    /// One value.
    public struct Group: Sendable, Hashable {
        public var value: String
        public var devices: Int
        public var events: Int
        public var perDevice: Double

        /// Makes a group.
        public init(value: String, devices: Int, events: Int, perDevice: Double) {
            self.value = value
            self.devices = devices
            self.events = events
            self.perDevice = perDevice
        }
    }
    public var attribute: String
    public var kind: EventClass
    public var groups: [Group]
    /// Of equal rates (chi-square).
    public var p: Double

    /// Makes rates.
    public init(attribute: String, kind: EventClass, groups: [Group], p: Double) {
        self.attribute = attribute
        self.kind = kind
        self.groups = groups
        self.p = p
    }
}

/// Rows of one severity.
public struct SeverityShare: Sendable, Hashable {
    public var name: String
    public var count: Int
    public var share: Double
    public var isError: Bool

    /// Makes a share.
    public init(name: String, count: Int, share: Double, isError: Bool) {
        self.name = name
        self.count = count
        self.share = share
        self.isError = isError
    }
}

/// Events over time as a rate.
public struct RateSeries: Sendable, Hashable {
    public var kind: EventClass
    /// One code, or all of the kind.
    public var code: CodeRef?
    public var width: SliceWidth
    public var slices: [Slice]
    public var counts: [Int]
    /// Events per device and day; per device and unit of the axis without dates.
    public var rates: [Double]
    /// Rolling mean over `rollingSlices` whole slices; NaN where it is not defined.
    public var rolling: [Double]
    public var rollingSlices: Int
    public var trend: TrendFigures?
    public var mean: Double

    /// Makes a series.
    public init(
        kind: EventClass, code: CodeRef?, width: SliceWidth, slices: [Slice], counts: [Int],
        rates: [Double], rolling: [Double], rollingSlices: Int, trend: TrendFigures?, mean: Double
    ) {
        self.kind = kind
        self.code = code
        self.width = width
        self.slices = slices
        self.counts = counts
        self.rates = rates
        self.rolling = rolling
        self.rollingSlices = rollingSlices
        self.trend = trend
        self.mean = mean
    }
}

/// A trend test's outcome.
public struct TrendFigures: Sendable, Hashable {
    /// Sen's slope, in per cent of the mean per four weeks (per tenth of the period without dates).
    public var slopePercent: Double
    public var low: Double
    public var high: Double
    public var p: Double
    /// Corrected for the number of tests (Benjamini-Hochberg).
    public var q: Double

    /// Makes figures.
    public init(slopePercent: Double, low: Double, high: Double, p: Double, q: Double) {
        self.slopePercent = slopePercent
        self.low = low
        self.high = high
        self.p = p
        self.q = q
    }
}
