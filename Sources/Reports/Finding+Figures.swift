public import Values

/// A reading whose mean differs between some units and the others.
public struct ReadingDifference: Sendable, Hashable {
    /// The reading that differs.
    public var metric: MetricRef
    /// Mean of the units that stand out.
    public var value: Double
    /// The lowest mean among the others.
    public var low: Double
    /// The highest mean among the others; equal to `low` where they are pooled.
    public var high: Double

    /// `low` and `high` are of the others.
    public init(metric: MetricRef, value: Double, low: Double, high: Double) {
        self.metric = metric
        self.value = value
        self.low = low
        self.high = high
    }
}

/// The share of marked rows among those with one value of an attribute.
public struct LabelledShare: Sendable, Hashable {
    /// The value that these rows have.
    public var value: String
    /// Marked rows as a share of all rows with the value, 0…1.
    public var share: Double

    /// A value and the share of its rows that are marked.
    public init(value: String, share: Double) {
        self.value = value
        self.share = share
    }
}

/// A stretch of time with far more events than before and after it.
public struct EventWave: Sendable, Hashable {
    /// Where it begins, in the axis' unit; `nil` where the data begin within it.
    public var from: Double?
    /// Where it ends, in the axis' unit.
    public var to: Double
    /// Events within it.
    public var count: Int
    /// The highest rate within it as a multiple of the rate after it; infinite where that is 0.
    public var times: Double
    /// Where its fullest slice begins, in the axis' unit.
    public var fullestFrom: Double
    /// Events in its fullest slice.
    public var fullestCount: Int
    /// Width of the slices that the wave was found in.
    public var width: TimeStep

    /// `from` is `nil` where the data begin within the wave.
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

/// How a reading's mean shifts in the days before failures.
public struct FailureSign: Sendable, Hashable {
    /// Mean on the day before the failure that differs most.
    public var value: Double
    /// Mean of the fourth and fifth day before failures.
    public var ordinary: Double
    /// Hours before the failure at which the shift ends; a multiple of 24.
    public var nearest: Double
    /// Hours before the failure at which the shift begins; a multiple of 24.
    public var farthest: Double
    /// Failures with readings on the day that differs most.
    public var failures: Int

    /// `nearest` and `farthest` are in hours before the failure.
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

/// Devices whose names have the first part in common, such as those of one rack.
public struct NameGroup: Sendable, Hashable {
    /// The first part of their names, up to a separator.
    public var name: String
    /// Devices in the group.
    public var devices: Int
    /// Events of all of them, without repairs.
    public var events: Int

    /// `events` is the sum over the group's `devices`.
    public init(name: String, devices: Int, events: Int) {
        self.name = name
        self.devices = devices
        self.events = events
    }
}

/// A calendar year of which the data hold only some months.
public struct PartYear: Sendable, Hashable {
    /// The year, such as 2015.
    public var year: Int
    /// Months with data, 1 to 11.
    public var months: Int

    /// A year of which `months` months have data.
    public init(year: Int, months: Int) {
        self.year = year
        self.months = months
    }
}
