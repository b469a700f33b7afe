/// What is wrong with one device, why, and how it may go on.
public struct DiagnosticReport: Sendable, Hashable {
    /// The device's row of the Overview.
    public var row: OverviewReport.DeviceRow
    /// Name and value of its attributes.
    public var attributes: [Attribute]
    /// The health, 0 to 100, or the points that it lost.
    public var health: [HealthPart]
    /// All devices, worst first, at most 500.
    public var list: [ListEntry]
    /// What comes next; `nil` where that cannot be said.
    public var next: DeviceRef?
    /// One per metric with readings, the furthest out first, at most 24.
    public var signals: [Signal]
    /// Events in order of time, or their number.
    public var events: [EventMark]
    /// The stretch that is drawn.
    public var window: ClosedRange<Double>
    /// Share of the squared distance that each metric carries now, by falling share; sums to 1.
    public var contributions: [Contribution]
    /// All excursions in the period, the latest first, at most 100, and how many there are.
    public var excursions: [Excursion]
    /// How many there are in all.
    public var excursionCount: Int
    /// What earlier excursions led to, over devices of the whole fleet.
    public var outcomes: [Outcome]
    /// Time since the last repair or replacement of each part.
    public var parts: [PartAge]
    /// The codes there are, or one entry for each of them.
    public var codes: [CodeCount]
    /// Forecast of the metric that is furthest out.
    public var forecast: SignalForecast?
    /// What was found, the weightiest first.
    public var findings: [Finding]
    /// Devices that resemble this one, the nearest first.
    public var alike: [Alike]
    /// What models say.
    public var model: ModelPanel
    /// What the data set does not hold.
    public var lacks: Lacks

    /// An attribute of the device.
    public struct Attribute: Sendable, Hashable {
        /// The name as the files give it.
        public var name: String
        /// The value itself.
        public var value: String

        /// Makes an attribute.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A device in the list beside.
    public struct ListEntry: Sendable, Hashable {
        /// The device that is meant.
        public var device: DeviceRef
        /// How the device stands.
        public var status: Status
        /// The health, 0 to 100, or the points that it lost.
        public var health: Double
        /// The reading that is meant.
        public var metric: MetricRef?

        /// Makes an entry.
        public init(device: DeviceRef, status: Status, health: Double, metric: MetricRef?) {
            self.device = device
            self.status = status
            self.health = health
            self.metric = metric
        }
    }

    /// One metric over the window.
    public struct Signal: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// Left edges of buckets and their means; a NaN breaks the line.
        public var times: [Double]
        /// The values, in the order of the times or features.
        public var values: [Double]
        /// Expected band; one value each where it is level, else one per time.
        public var low: [Double]
        /// The upper end of the interval or band.
        public var high: [Double]
        /// Indices of `times` outside the band.
        public var out: [Int]
        /// The last value.
        public var last: Double
        /// Whether the last value lies outside the band.
        public var lastIsOut: Bool
        /// Points before thinning.
        public var points: Int

        /// Makes a signal.
        public init(
            metric: MetricRef, times: [Double], values: [Double], low: [Double], high: [Double],
            out: [Int], last: Double, lastIsOut: Bool, points: Int
        ) {
            self.metric = metric
            self.times = times
            self.values = values
            self.low = low
            self.high = high
            self.out = out
            self.last = last
            self.lastIsOut = lastIsOut
            self.points = points
        }
    }

    /// An event in the window.
    public struct EventMark: Sendable, Hashable {
        /// When it happened.
        public var time: Double
        /// The code that is meant.
        public var code: CodeRef
        /// How many there are.
        public var count: Int

        /// Makes a mark.
        public init(time: Double, code: CodeRef, count: Int) {
            self.time = time
            self.code = code
            self.count = count
        }
    }

    /// A metric's share.
    public struct Contribution: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// The part of the whole, 0 to 1.
        public var share: Double

        /// Makes a share.
        public init(metric: MetricRef, share: Double) {
            self.metric = metric
            self.share = share
        }
    }

    /// How often an excursion of a metric was followed by a failure.
    public struct Outcome: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// Readings out of their band.
        public var excursions: Int
        /// How often a failure followed.
        public var followed: Int
        /// The share with its exact 95 % interval.
        public var share: Double
        /// The lower end of the interval or band.
        public var low: Double
        /// The upper end of the interval or band.
        public var high: Double
        /// Within so much of the axis after its beginning.
        public var within: Double
        /// The failure that follows most often.
        public var failure: CodeRef?

        /// Makes an outcome.
        public init(
            metric: MetricRef, excursions: Int, followed: Int, share: Double, low: Double,
            high: Double, within: Double, failure: CodeRef?
        ) {
            self.metric = metric
            self.excursions = excursions
            self.followed = followed
            self.share = share
            self.low = low
            self.high = high
            self.within = within
            self.failure = failure
        }
    }

    /// Age of a part.
    public struct PartAge: Sendable, Hashable {
        /// The code that is meant.
        public var code: CodeRef
        /// Since the last replacement, in the axis' unit.
        public var age: Double
        /// Median and 90th percentile of the fleet's times between replacements.
        public var median: Double
        /// The upper end of the interval or band.
        public var high: Double

        /// Makes an age.
        public init(code: CodeRef, age: Double, median: Double, high: Double) {
            self.code = code
            self.age = age
            self.median = median
            self.high = high
        }
    }

    /// A code's count on this device against the fleet.
    public struct CodeCount: Sendable, Hashable {
        /// The code that is meant.
        public var code: CodeRef
        /// How many there are.
        public var count: Int
        /// The recent span beside the one before; `nil` where there is none.
        public var recent: Compared?
        /// The mean over the fleet.
        public var fleetMean: Double

        /// Makes a count.
        public init(code: CodeRef, count: Int, recent: Compared?, fleetMean: Double) {
            self.code = code
            self.count = count
            self.recent = recent
            self.fleetMean = fleetMean
        }
    }

    /// A forecast of one metric.
    public struct SignalForecast: Sendable, Hashable {
        /// The reading that is meant.
        public var metric: MetricRef
        /// The last stretch of the series, for the drawing.
        public var times: [Double]
        /// The values, in the order of the times or features.
        public var values: [Double]
        /// The figures of the test or forecast.
        public var figures: ForecastFigures
        /// The level that matters.
        public var threshold: Threshold?
        /// When the threshold is met, with its 80 % interval; `nil` = not within the steps shown.
        public var crossing: Crossing?

        /// A level that matters.
        public struct Threshold: Sendable, Hashable {
            /// Where a level comes from.
            public enum Origin: Sendable, Hashable {
                /// The limit of the device's own expected band.
                case band
                /// The median level at which earlier excursions of the fleet ended in a failure.
                case failures(Int)
            }
            /// The value itself.
            public var value: Double
            /// Where the level comes from.
            public var origin: Origin

            /// Makes a level.
            public init(value: Double, origin: Origin) {
                self.value = value
                self.origin = origin
            }
        }

        /// When a threshold is met.
        public struct Crossing: Sendable, Hashable {
            /// The expected time.
            public var at: Double
            /// The earliest time of the interval.
            public var earliest: Double
            /// The latest time of the interval; `nil` = open.
            public var latest: Double?

            /// Makes a crossing.
            public init(at: Double, earliest: Double, latest: Double?) {
                self.at = at
                self.earliest = earliest
                self.latest = latest
            }
        }

        /// Makes a forecast.
        public init(
            metric: MetricRef, times: [Double], values: [Double], figures: ForecastFigures,
            threshold: Threshold?, crossing: Crossing?
        ) {
            self.metric = metric
            self.times = times
            self.values = values
            self.figures = figures
            self.threshold = threshold
            self.crossing = crossing
        }
    }

    /// A device that resembles this one.
    public struct Alike: Sendable, Hashable {
        /// The device that is meant.
        public var device: DeviceRef
        /// How the device stands.
        public var status: Status
        /// How far apart.
        public var distance: Double
        /// Failures, beside those of the span before where there is one.
        public var failures: Int?

        /// Makes an entry.
        public init(device: DeviceRef, status: Status, distance: Double, failures: Int?) {
            self.device = device
            self.status = status
            self.distance = distance
            self.failures = failures
        }
    }

    /// Makes a report.
    public init(
        row: OverviewReport.DeviceRow, attributes: [Attribute], health: [HealthPart],
        list: [ListEntry], next: DeviceRef?, signals: [Signal], events: [EventMark],
        window: ClosedRange<Double>, contributions: [Contribution], excursions: [Excursion],
        excursionCount: Int, outcomes: [Outcome], parts: [PartAge], codes: [CodeCount],
        forecast: SignalForecast?, findings: [Finding], alike: [Alike], model: ModelPanel,
        lacks: Lacks
    ) {
        self.row = row
        self.attributes = attributes
        self.health = health
        self.list = list
        self.next = next
        self.signals = signals
        self.events = events
        self.window = window
        self.contributions = contributions
        self.excursions = excursions
        self.excursionCount = excursionCount
        self.outcomes = outcomes
        self.parts = parts
        self.codes = codes
        self.forecast = forecast
        self.findings = findings
        self.alike = alike
        self.model = model
        self.lacks = lacks
    }
}
