public import Values

/// Which codes are seen before failures, and how often they are followed by one.
public struct PrecursorTable: Sendable, Hashable {
    /// One code before failures.
    public struct Row: Sendable, Hashable {
        /// The code that is meant.
        public var code: CodeRef
        /// One per failure code: share of these failures with the code in the hours before.
        public var shares: [Double]
        /// Share of the code's events that any failure follows within the hours.
        public var followed: Double
        /// Chance to see the code in any such span of a device.
        public var chance: Double

        /// Makes a row.
        public init(code: CodeRef, shares: [Double], followed: Double, chance: Double) {
            self.code = code
            self.shares = shares
            self.followed = followed
            self.chance = chance
        }
    }
    /// How many hours before a failure are looked at.
    public var hours: Double
    /// Failures, beside those of the span before where there is one.
    public var failures: [CodeRef]
    /// Failures in all.
    public var failureCount: Int
    /// Other events in all.
    public var errorCount: Int
    /// The rows, or their number.
    public var rows: [Row]
    /// Share of all failures with any of the codes before them.
    public var announced: Double

    /// Makes a table.
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

/// Mean cumulative number of failures per device.
public struct CumulativeFailures: Sendable, Hashable {
    /// One line.
    public struct Line: Sendable, Hashable {
        /// The attribute's value; `nil` for the whole fleet.
        public var value: String?
        /// The devices that are meant, or their number.
        public var devices: Int
        /// The times, rising.
        public var times: [Double]
        /// The values, in the order of the times or features.
        public var values: [Double]

        /// Makes a line.
        public init(value: String?, devices: Int, times: [Double], values: [Double]) {
            self.value = value
            self.devices = devices
            self.times = times
            self.values = values
        }
    }
    /// What sort it is.
    public var kind: EventKind
    /// The name of the attribute.
    public var attribute: String?
    /// All of them together.
    public var total: Int
    /// One line per group.
    public var lines: [Line]

    /// Makes lines.
    public init(kind: EventKind, attribute: String?, total: Int, lines: [Line]) {
        self.kind = kind
        self.attribute = attribute
        self.total = total
        self.lines = lines
    }
}

/// Reliability of a group of devices.
public struct ReliabilityRow: Sendable, Hashable {
    /// Whether failures get rarer or more frequent, beyond the interval of the exponent.
    public enum Verdict: Sendable, Hashable { case improving, worsening, level }

    /// The attribute's value; `nil` for the whole fleet.
    public var value: String?
    /// Failures, beside those of the span before where there is one.
    public var failures: Int
    /// The devices that are meant, or their number.
    public var devices: Int
    /// Mean time between failures of one device in days (or units of the axis), with its 95 % interval.
    public var meanTime: Double
    /// The lower end of the interval or band.
    public var low: Double
    /// The upper end of the interval or band.
    public var high: Double
    /// Crow-AMSAA growth exponent with its 95 % interval: below 1 improves.
    public var beta: Double
    /// Lower end of the exponent's interval.
    public var betaLow: Double
    /// Upper end of the exponent's interval.
    public var betaHigh: Double

    /// Where the interval of the exponent lies: below 1, above 1, or around it.
    public var verdict: Verdict {
        if betaHigh < 1 { return .improving }
        return betaLow > 1 ? .worsening : .level
    }

    /// Makes a row.
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
