/// What the horizontal axis of a data set counts.
public enum TimeKind: Sendable, Hashable, Codable {
    /// Epoch seconds, shown in this zone (an IANA name). `isStated`: files or options name the zone.
    case time(zone: String, isStated: Bool)
    /// A counter such as a flight or a cycle.
    case cycle
    /// The number of the row.
    case row

    /// Whether times are dates.
    public var isCalendar: Bool {
        if case .time = self { return true }
        return false
    }
}

/// The common time axis of a data set: even buckets from `start`.
public struct TimeAxis: Sendable, Hashable, Codable {
    /// What the axis counts.
    public var kind: TimeKind
    /// Left edge of the first bucket, in epoch seconds, cycles or rows.
    public var start: Double
    /// Width of a bucket, in the same unit; above 0.
    public var bucketWidth: Double
    /// Number of buckets, those without rows included.
    public var bucketCount: Int
    /// First and last time that occurs.
    public var dataRange: ClosedRange<Double>

    /// Makes an axis.
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

    /// Whether times are dates.
    public var isCalendar: Bool { kind.isCalendar }
}
