public import Values

/// Which codes precede failures, and how often a failure follows them.
public struct PrecursorTable: Sendable, Hashable {
    /// One code that may announce failures.
    public struct Row: Sendable, Hashable {
        /// The code, of an error or another kind of event.
        public var code: CodeRef
        /// One per entry of `failures`: the share of these failures with the code in the `hours`
        /// before, 0…1.
        public var shares: [Double]
        /// The share of the code's events that any failure follows within `hours`, 0…1.
        public var followed: Double
        /// The chance that the code occurs in any such span of a device, 0…1.
        public var chance: Double

        /// `shares` are in the order of the table's `failures`.
        public init(code: CodeRef, shares: [Double], followed: Double, chance: Double) {
            self.code = code
            self.shares = shares
            self.followed = followed
            self.chance = chance
        }
    }
    /// How many hours before a failure are searched.
    public var hours: Double
    /// The failure codes that are the columns, at most eight.
    public var failures: [CodeRef]
    /// Failures of all codes.
    public var failureCount: Int
    /// Events of the codes in `rows`.
    public var errorCount: Int
    /// One per code with events, at most 12.
    public var rows: [Row]
    /// The share of all failures that any of the codes precedes, 0…1.
    public var announced: Double

    /// Each row holds one share per entry of `failures`.
    public init(
        hours: Double, failures: [CodeRef], failureCount: Int, errorCount: Int, rows: [Row],
        announced: Double
    ) {
        self.hours = hours
        self.failures = failures
        self.failureCount = failureCount
        self.errorCount = errorCount
        self.rows = rows
        self.announced = announced
    }
}

/// Mean cumulative number of failures per device over time (Nelson).
public struct CumulativeFailures: Sendable, Hashable {
    /// The step function of one group.
    public struct Line: Sendable, Hashable {
        /// The attribute's value; `nil` for the whole fleet.
        public var value: String?
        /// Devices in the group.
        public var devices: Int
        /// Times of the steps, in the axis' unit, ascending; thinned to fewer than 600.
        public var times: [Double]
        /// Mean failures per device up to each of `times`.
        public var values: [Double]

        /// `times` and `values` hold one entry per step.
        public init(value: String?, devices: Int, times: [Double], values: [Double]) {
            self.value = value
            self.devices = devices
            self.times = times
            self.values = values
        }
    }
    /// Failures; errors where the set names no failures.
    public var kind: EventKind
    /// The attribute that groups the devices; `nil` for the fleet as one.
    public var attribute: String?
    /// Events of the kind in the period, over all devices.
    public var total: Int
    /// One per group with events.
    public var lines: [Line]

    /// `attribute` is `nil` for a single line of the fleet.
    public init(kind: EventKind, attribute: String?, total: Int, lines: [Line]) {
        self.kind = kind
        self.attribute = attribute
        self.total = total
        self.lines = lines
    }
}

/// Time between failures and reliability growth of a group of devices.
public struct ReliabilityRow: Sendable, Hashable {
    /// Whether failures become rarer, more frequent, or neither.
    public enum Verdict: Sendable, Hashable { case improving, worsening, level }

    /// The value of the attribute that the group shares; `nil` for the whole fleet.
    public var value: String?
    /// Failures of the group in the period; at least three.
    public var failures: Int
    /// Devices of the group, failed or not.
    public var devices: Int
    /// Mean time between failures of one device, in days or units of the axis.
    public var meanTime: Double
    /// Lower end of its 95 % interval.
    public var low: Double
    /// Upper end of its 95 % interval.
    public var high: Double
    /// Crow-AMSAA growth exponent; below 1 failures become rarer.
    public var beta: Double
    /// Lower end of the exponent's 95 % interval.
    public var betaLow: Double
    /// Upper end of the exponent's 95 % interval.
    public var betaHigh: Double

    /// Improving where the exponent's interval lies below 1, worsening where it lies above.
    public var verdict: Verdict {
        if betaHigh < 1 { return .improving }
        return betaLow > 1 ? .worsening : .level
    }

    /// `low` and `high` bound `meanTime`; times are in days or units of the axis.
    public init(
        value: String?, failures: Int, devices: Int, meanTime: Double, low: Double, high: Double,
        beta: Double, betaLow: Double, betaHigh: Double
    ) {
        self.value = value
        self.failures = failures
        self.devices = devices
        self.meanTime = meanTime
        self.low = low
        self.high = high
        self.beta = beta
        self.betaLow = betaLow
        self.betaHigh = betaHigh
    }
}
