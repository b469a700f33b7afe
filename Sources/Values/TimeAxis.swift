/// What the time axis of a data set counts.
public enum TimeKind: Sendable, Hashable, Codable {
    /// Epoch seconds, shown in this zone (an IANA name); `isStated` where files or options name it.
    case time(zone: String, isStated: Bool)
    /// A counter, such as flights or cycles.
    case cycle
    /// Row numbers, as there is no time.
    case row

    /// Whether times are dates.
    public var isCalendar: Bool {
        if case .time = self { return true }
        return false
    }
}

/// The common time axis of a data set: equal buckets from `start`.
public struct TimeAxis: Sendable, Hashable, Codable {
    /// What the axis counts, and thereby its unit.
    public var kind: TimeKind
    /// Left edge of the first bucket, in epoch seconds, cycles or rows.
    public var start: Double
    /// Width of a bucket in the same unit, above 0.
    public var bucketWidth: Double
    /// Number of buckets, empty ones included.
    public var bucketCount: Int
    /// First and last time in the data.
    public var dataRange: ClosedRange<Double>

    /// All values are in the unit of `kind`.
    public init(
        kind: TimeKind, start: Double, bucketWidth: Double, bucketCount: Int,
        dataRange: ClosedRange<Double>
    ) {
        self.kind = kind
        self.start = start
        self.bucketWidth = bucketWidth
        self.bucketCount = bucketCount
        self.dataRange = dataRange
    }

    /// Whether the axis counts epoch seconds, so that times are dates.
    public var isCalendar: Bool { kind.isCalendar }
}
