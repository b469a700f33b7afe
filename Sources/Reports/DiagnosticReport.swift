public import Values

/// Everything the Diagnostics page says about one device: what is wrong, why, and what may follow.
public struct DiagnosticReport: Sendable, Hashable {
    /// The device as a row of the Overview.
    public var row: OverviewReport.DeviceRow
    /// Rows of the device in the period.
    public var rows: Int
    /// Attributes of the device that are not empty, in the order of the catalog.
    public var attributes: [Attribute]
    /// What the device's health lost, the most expensive rule first; empty for a health of 100.
    public var health: [HealthPart]
    /// All devices for navigation, worst first, at most 500.
    public var list: [ListEntry]
    /// The device ranked next after this one; `nil` for the last.
    public var next: DeviceRef?
    /// One per metric with readings, the furthest out first, at most 24; without bands those with
    /// most marked points first.
    public var signals: [Signal]
    /// Events in the window by time, the latest 2,000.
    public var events: [EventMark]
    /// The part of the period that is drawn, in the axis' unit.
    public var window: ClosedRange<Double>
    /// How much each reading is out now, as a share of the sum of squared distances; largest first.
    /// Without bands the readings' mean shares of the marked rows.
    public var contributions: [Contribution]
    /// Episodes in the period that are more than remarks: open ones first, then by severity, then
    /// the latest.
    public var troubles: [Episode]
    /// The latest 100 excursions in the period, the latest first.
    public var excursions: [Excursion]
    /// All excursions in the period.
    public var excursionCount: Int
    /// How often earlier excursions of the fleet led to a failure, one per reading, the highest
    /// share first.
    public var outcomes: [Outcome]
    /// What followed episodes like the first of `troubles`; nil with fewer than three.
    public var aftermath: Aftermath?
    /// Age of each part that repairs name, the oldest relative to the fleet first; empty without
    /// dates.
    public var parts: [PartAge]
    /// Working parts of the device whose age is known, the likeliest to fail first.
    public var partRisks: [PartLives.Risk] = []
    /// How far ahead `partRisks` look, in the axis' unit; nil where no lives were estimated.
    public var riskHorizon: Double?
    /// Events per code in the period, the most frequent first; codes without events only in sets of
    /// at most 12 codes.
    public var codes: [CodeCount]
    /// Forecast of the reading that is furthest out; `nil` below twelve slices.
    public var forecast: SignalForecast?
    /// Where the latest failure began if nothing happened since, else the gravest episode of
    /// several readings; `nil` without either.
    public var causes: CauseReport?
    /// Findings about this device, by descending weight.
    public var findings: [Finding]
    /// The five devices nearest in the features of the Clusters page, the nearest first; empty
    /// where these are windows.
    public var alike: [Alike]
    /// What models say about the device.
    public var model: ModelPanel
    /// What the data set lacks, so that cards can say so.
    public var missingData: MissingData

    /// An attribute of the device that is not empty.
    public struct Attribute: Sendable, Hashable {
        /// The attribute's name as the files give it.
        public var name: String
        /// The attribute's value for this device, as text.
        public var value: String

        /// An attribute by name and value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A device in the list for navigation.
    public struct ListEntry: Sendable, Hashable {
        /// The listed device.
        public var device: DeviceRef
        /// Its status in the period.
        public var status: Status
        /// Its health, 0…100.
        public var health: Double
        /// Its gravest open episode; `nil` without one.
        public var trouble: Episode?

        /// A device with its health 0…100.
        public init(device: DeviceRef, status: Status, health: Double, trouble: Episode?) {
            self.device = device
            self.status = status
            self.health = health
            self.trouble = trouble
        }
    }

    /// The share of one reading in how far the device is out.
    public struct Contribution: Sendable, Hashable {
        /// The contributing reading.
        public var metric: MetricRef
        /// Its share, 0…1.
        public var share: Double

        /// A reading with its share, 0…1.
        public init(metric: MetricRef, share: Double) {
            self.metric = metric
            self.share = share
        }
    }

    /// How often excursions of one reading, over the whole fleet, were followed by a failure.
    public struct Outcome: Sendable, Hashable {
        /// The reading that left its band.
        public var metric: MetricRef
        /// Excursions that are over or that a failure followed; at least five.
        public var excursions: Int
        /// Of these, excursions with a failure of the same device during or soon after them.
        public var followed: Int
        /// `followed` as a share of `excursions`, 0…1.
        public var share: Double
        /// Lower end of the exact 95 % interval of `share`.
        public var low: Double
        /// Upper end of the exact 95 % interval of `share`.
        public var high: Double
        /// How long after an excursion's end a failure still counts, in the axis' unit.
        public var within: Double
        /// The failure that follows most often; `nil` where none did.
        public var failure: CodeRef?
        /// Whether fewer than half of the excursions ended in a failure.
        public var mostPass: Bool { share < 0.5 }

        /// `low` and `high` bound `share`; `within` is in the axis' unit.
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

    /// The age of a part beside the fleet's times between repairs. Lengths are in the axis' unit.
    public struct PartAge: Sendable, Hashable {
        /// Where the age stands in the fleet: above the 90th percentile, above the median, or below
        /// it.
        public enum Stage: Sendable, Hashable { case old, middling, young }

        /// The repair that renews the part.
        public var code: CodeRef
        /// Since the part was last renewed.
        public var age: Double
        /// Median of the fleet's times between repairs of this code.
        public var median: Double
        /// 90th percentile of the fleet's times between repairs of this code.
        public var high: Double

        /// Where the age stands among the fleet's times between repairs.
        public var stage: Stage { age > high ? .old : age > median ? .middling : .young }

        /// `median` and `high` are of the fleet's times between repairs.
        public init(code: CodeRef, age: Double, median: Double, high: Double) {
            self.code = code
            self.age = age
            self.median = median
            self.high = high
        }
    }

    /// Events of one code on this device beside the fleet's mean.
    public struct CodeCount: Sendable, Hashable {
        /// The counted code.
        public var code: CodeRef
        /// Events on this device in the period.
        public var count: Int
        /// Events of the recent span beside the one before; `nil` where there are no spans to
        /// compare.
        public var recent: Compared?
        /// Events per device of the fleet in the period.
        public var fleetMean: Double

        /// `count` and `fleetMean` are of the whole period.
        public init(code: CodeRef, count: Int, recent: Compared?, fleetMean: Double) {
            self.code = code
            self.count = count
            self.recent = recent
            self.fleetMean = fleetMean
        }
    }

    /// A device whose features resemble this one's.
    public struct Alike: Sendable, Hashable {
        /// The similar device.
        public var device: DeviceRef
        /// Its status in the period.
        public var status: Status
        /// Euclidean distance, each feature divided by its standard deviation over the fleet.
        public var distance: Double
        /// Its failures in the period; `nil` where the set names no failures.
        public var failures: Int?

        /// A device at a `distance` from the one at hand.
        public init(device: DeviceRef, status: Status, distance: Double, failures: Int?) {
            self.device = device
            self.status = status
            self.distance = distance
            self.failures = failures
        }
    }

    /// `aftermath`, `partRisks` and `riskHorizon` are set afterwards.
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
