public import Values

/// A reading of some beside that of the others.
public struct ReadingDifference: Sendable, Hashable {
    /// The reading that is meant.
    public var metric: MetricRef
    /// Their mean.
    public var value: Double
    /// The least mean of the others.
    public var low: Double
    /// The greatest mean of the others; the same where they are taken together.
    public var high: Double

    /// Makes a difference.
    public init(metric: MetricRef, value: Double, low: Double, high: Double) {
        self.metric = metric
        self.value = value
        self.low = low
        self.high = high
    }
}

/// The share of marked rows among those with one value of an attribute.
public struct LabelledShare: Sendable, Hashable {
    /// The attribute's value.
    public var value: String
    /// Marked rows as a share of all with that value.
    public var share: Double

    /// Makes a share.
    public init(value: String, share: Double) {
        self.value = value
        self.share = share
    }
}

/// A stretch of time with far more events than those beside it.
public struct EventWave: Sendable, Hashable {
    /// Where it begins; `nil` where the data begin within it.
    public var from: Double?
    /// Where it ends.
    public var to: Double
    /// Events in it.
    public var count: Int
    /// Its rate as a multiple of the rate after it.
    public var times: Double
    /// Where its fullest slice begins.
    public var fullestFrom: Double
    /// Events in that slice.
    public var fullestCount: Int
    /// How wide slices are.
    public var width: TimeStep

    /// Makes a wave.
    public init(
        from: Double?, to: Double, count: Int, times: Double, fullestFrom: Double,
        fullestCount: Int, width: TimeStep
    ) {
        self.from = from
        self.to = to
        self.count = count
        self.times = times
        self.fullestFrom = fullestFrom
        self.fullestCount = fullestCount
        self.width = width
    }
}

/// How a reading stands before failures.
public struct FailureSign: Sendable, Hashable {
    /// Mean in the day that differs most.
    public var value: Double
    /// Mean of the fourth and fifth day before failures.
    public var ordinary: Double
    /// The hours before the failure in which it has shifted: the nearer end.
    public var nearest: Double
    /// The farther end.
    public var farthest: Double
    /// Failures that were looked at.
    public var failures: Int

    /// Makes a sign.
    public init(
        value: Double, ordinary: Double, nearest: Double, farthest: Double, failures: Int
    ) {
        self.value = value
        self.ordinary = ordinary
        self.nearest = nearest
        self.farthest = farthest
        self.failures = failures
    }
}

/// Devices whose names begin alike, such as those of one rack.
public struct NameGroup: Sendable, Hashable {
    /// What their names begin with.
    public var name: String
    /// How many there are.
    public var devices: Int
    /// What they hold together.
    public var events: Int

    /// Makes a group.
    public init(name: String, devices: Int, events: Int) {
        self.name = name
        self.devices = devices
        self.events = events
    }
}

/// A calendar year with the months that hold data.
public struct PartYear: Sendable, Hashable {
    /// The year.
    public var year: Int
    /// Months of it with data, fewer than twelve.
    public var months: Int

    /// Makes a year.
    public init(year: Int, months: Int) {
        self.year = year
        self.months = months
    }
}
