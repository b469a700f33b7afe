public import Values

/// What is wrong with one device, why, and how it may go on.
public struct DiagnosticReport: Sendable, Hashable {
    /// The device's row of the Overview.
    public var row: OverviewReport.DeviceRow
    /// Rows of the device in the period.
    public var rows: Int
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
    /// Share of the squared distance that each metric contributes now, by falling share; sums to 1.
    public var contributions: [Contribution]
    /// Its episodes in the period, remarks left out: the open ones first, the gravest first, then the
    /// latest.
    public var troubles: [Episode]
    /// All excursions in the period, the latest first, at most 100, and how many there are.
    public var excursions: [Excursion]
    /// How many there are in all.
    public var excursionCount: Int
    /// What earlier excursions led to, over devices of the whole fleet.
    public var outcomes: [Outcome]
    /// What followed earlier episodes like its gravest one; nil where there were too few.
    public var aftermath: Aftermath?
    /// Time since the last repair or replacement of each part.
    public var parts: [PartAge]
    /// Parts of the device whose age is known, the likeliest to fail first.
    public var partRisks: [PartLives.Risk] = []
    /// How far ahead these look; nil where none is known.
    public var riskHorizon: Double?
    /// The codes there are, or one entry for each of them.
    public var codes: [CodeCount]
    /// Forecast of the metric that is furthest out.
    public var forecast: SignalForecast?
    /// Where the gravest episode of several readings began; `nil` without one.
    public var causes: CauseReport?
    /// What was found, the weightiest first.
    public var findings: [Finding]
    /// Devices that resemble this one, the nearest first.
    public var alike: [Alike]
    /// What models say.
    public var model: ModelPanel
    /// What the data set does not hold.
    public var missingData: MissingData

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
        /// Its gravest open episode.
        public var trouble: Episode?

        /// Makes an entry.
        public init(device: DeviceRef, status: Status, health: Double, trouble: Episode?) {
            self.device = device
            self.status = status
            self.health = health
            self.trouble = trouble
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
        /// Whether most of the excursions pass without a failure.
        public var mostPass: Bool { share < 0.5 }

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
        /// An age among the fleet's: past the 90th percentile, past the median, or before it.
        public enum Stage: Sendable, Hashable { case old, middling, young }

        /// The code that is meant.
        public var code: CodeRef
        /// Since the last replacement, in the axis' unit.
        public var age: Double
        /// Median and 90th percentile of the fleet's times between replacements.
        public var median: Double
        /// The upper end of the interval or band.
        public var high: Double

        /// How old the part is among those of the fleet.
        public var stage: Stage { age > high ? .old : age > median ? .middling : .young }

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
        row: OverviewReport.DeviceRow, rows: Int, attributes: [Attribute], health: [HealthPart],
        list: [ListEntry], next: DeviceRef?, signals: [Signal], events: [EventMark],
        window: ClosedRange<Double>, contributions: [Contribution], troubles: [Episode],
        excursions: [Excursion],
        excursionCount: Int, outcomes: [Outcome], parts: [PartAge], codes: [CodeCount],
        forecast: SignalForecast?, causes: CauseReport? = nil, findings: [Finding], alike: [Alike],
        model: ModelPanel, missingData: MissingData
    ) {
        self.row = row
        self.rows = rows
        self.attributes = attributes
        self.health = health
        self.list = list
        self.next = next
        self.signals = signals
        self.events = events
        self.window = window
        self.contributions = contributions
        self.troubles = troubles
        self.excursions = excursions
        self.excursionCount = excursionCount
        self.outcomes = outcomes
        self.parts = parts
        self.codes = codes
        self.forecast = forecast
        self.causes = causes
        self.findings = findings
        self.alike = alike
        self.model = model
        self.missingData = missingData
    }
}
