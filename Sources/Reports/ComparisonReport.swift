public import Values

/// Devices or periods set side by side: what differs, by how much, and whether beyond chance.
public struct ComparisonReport: Sendable, Hashable {
    /// What is compared.
    public var against: ComparisonQuestion.Against
    /// What time is counted from.
    public var alignment: ComparisonQuestion.Alignment
    /// The first is what the others are compared with; two of periods, the earlier first.
    public var sides: [Side]
    /// Devices asked for that are not in the data, or lack the event that time is counted from.
    public var missing: [String]
    /// Those a device is compared with; `nil` unless it is compared with a group.
    public var group: Group?
    /// Length of the blocks of which means are compared, in the axis' unit.
    public var block: Double
    /// Step of the lines, in the axis' unit.
    public var step: Double
    /// Readings, the surest difference first.
    public var readings: [Reading]
    /// Codes of events, the surest difference first.
    public var events: [Events]
    /// Devices whose readings differ most surely between the periods; of a fleet only.
    public var changes: [Change]
    /// Attributes that can make a group, as the files name them.
    public var attributes: [String] = []

    /// A difference is beyond chance where at most one in a hundred of those told so is not (false
    /// discovery rate): noise of recordings is seldom as well-behaved as tests have it.
    public static let rate = 0.01

    /// Differences of readings and events are sorted by the maker.
    public init(
        against: ComparisonQuestion.Against, alignment: ComparisonQuestion.Alignment,
        sides: [Side], missing: [String] = [], group: Group? = nil, block: Double,
        step: Double = 0, readings: [Reading], events: [Events], changes: [Change] = []
    ) {
        self.against = against
        self.alignment = alignment
        self.sides = sides
        self.missing = missing
        self.group = group
        self.block = block
        self.step = step
        self.readings = readings
        self.events = events
        self.changes = changes
    }

    /// Whether there was enough on both sides to tell of anything whether it differs.
    public var isTested: Bool {
        readings.contains { $0.differences.contains { $0 != nil } }
            || events.contains { $0.isTested }
    }

    private static func surest(_ chances: [Double?]) -> Int? {
        chances.indices.filter { (chances[$0] ?? 1) <= rate }
            .min { (chances[$0] ?? 1) < (chances[$1] ?? 1) }
    }

    /// A device in a period, or the fleet in one.
    public struct Side: Sendable, Hashable {
        /// `nil` for all devices that are compared.
        public var device: DeviceRef?
        /// Start, in the axis' unit.
        public var from: Double
        /// End.
        public var to: Double
        /// What offsets count from.
        public var zero: Double

        /// All times count from the same origin as those of the set.
        public init(device: DeviceRef?, from: Double, to: Double, zero: Double) {
            self.device = device
            self.from = from
            self.to = to
            self.zero = zero
        }
    }

    /// The devices that one is compared with.
    public struct Group: Sendable, Hashable {
        /// Name of the attribute; `nil` for all other devices.
        public var attribute: String?
        /// Its value that they share.
        public var value: String
        /// How many others there are.
        public var devices: Int

        /// `value` is empty without an attribute.
        public init(attribute: String?, value: String, devices: Int) {
            self.attribute = attribute
            self.value = value
            self.devices = devices
        }
    }

    /// A reading on all sides.
    public struct Reading: Sendable, Hashable {
        /// What was read.
        public var metric: MetricRef
        /// Of the lines: times, or where time is counted from something, offsets from that; in the
        /// axis' unit.
        public var offsets: [Double]
        /// `lines[side][offset]`, NaN where nothing was read; of a group the median of its devices.
        public var lines: [[Double]]
        /// 10th percentile of a group's devices; empty without a group.
        public var low: [Double]
        /// 90th percentile.
        public var high: [Double]
        /// Mean of each side over the blocks; NaN without readings.
        public var means: [Double]
        /// Each further side against the first one; `nil` where too little was read.
        public var differences: [Difference?]

        /// `lines` and `means` have an entry a side, `differences` one fewer.
        public init(
            metric: MetricRef, offsets: [Double], lines: [[Double]], low: [Double] = [],
            high: [Double] = [], means: [Double], differences: [Difference?]
        ) {
            self.metric = metric
            self.offsets = offsets
            self.lines = lines
            self.low = low
            self.high = high
            self.means = means
            self.differences = differences
        }

        /// The surest of its differences that is beyond chance.
        public var surest: Difference? { surestPlace.flatMap { differences[$0] } }

        /// The index of that one.
        public var surestPlace: Int? {
            ComparisonReport.surest(differences.map { $0?.q })
        }
    }

    /// A difference of means.
    public struct Difference: Sendable, Hashable {
        /// In the reading's unit: later or further side minus the first one; of a group the device
        /// minus the median of the others.
        public var value: Double
        /// Lower end of the 95 % interval; NaN where a rank tells the chance.
        public var low: Double
        /// Upper end.
        public var high: Double
        /// The p-value corrected for the number of comparisons.
        public var q: Double
        /// Blocks compared, or devices ranked.
        public var cases: Int

        /// `q` is the corrected p-value.
        public init(value: Double, low: Double, high: Double, q: Double, cases: Int) {
            self.value = value
            self.low = low
            self.high = high
            self.q = q
            self.cases = cases
        }

        /// Whether chance seldom makes as great a one.
        public var isBeyondChance: Bool { q <= ComparisonReport.rate }
    }

    /// A code's events on all sides.
    public struct Events: Sendable, Hashable {
        /// What happened.
        public var code: CodeRef
        /// How often, by side; of a group the mean of its devices.
        public var counts: [Double]
        /// Each further side's rate over that of the first, of a group the device's over that of the
        /// others; `nil` where no test can tell.
        public var ratios: [Ratio?]

        /// `counts` has an entry a side, `ratios` one fewer.
        public init(code: CodeRef, counts: [Double], ratios: [Ratio?]) {
            self.code = code
            self.counts = counts
            self.ratios = ratios
        }

        /// Whether the log covers two sides, so that their rates could be compared.
        public var isTested: Bool { ratios.contains { $0 != nil } }

        /// The surest of its ratios that is beyond chance.
        public var surest: Ratio? { surestPlace.flatMap { ratios[$0] } }

        /// The index of that one.
        public var surestPlace: Int? { ComparisonReport.surest(ratios.map { $0?.q }) }
    }

    /// How many times as often something happens.
    public struct Ratio: Sendable, Hashable {
        /// Infinite where it did not happen on the first side.
        public var value: Double
        /// Lower end of the 95 % interval.
        public var low: Double
        /// Upper end, which may be infinite.
        public var high: Double
        /// The p-value corrected for the number of comparisons.
        public var q: Double

        /// `q` is the corrected p-value.
        public init(value: Double, low: Double, high: Double, q: Double) {
            self.value = value
            self.low = low
            self.high = high
            self.q = q
        }

        /// Whether chance seldom makes as great a one.
        public var isBeyondChance: Bool { q <= ComparisonReport.rate }
    }

    /// A reading of one device that differs between two periods.
    public struct Change: Sendable, Hashable {
        /// Which device.
        public var device: DeviceRef
        /// Which reading.
        public var metric: MetricRef
        /// Mean of the earlier period.
        public var earlier: Double
        /// Mean of the later period.
        public var later: Double
        /// Their difference.
        public var difference: Difference

        /// Means are over the blocks of both periods.
        public init(
            device: DeviceRef, metric: MetricRef, earlier: Double, later: Double,
            difference: Difference
        ) {
            self.device = device
            self.metric = metric
            self.earlier = earlier
            self.later = later
            self.difference = difference
        }
    }
}
