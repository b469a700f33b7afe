/// What the horizontal axis of a data set counts.
public enum TimeKind: Sendable, Hashable, Codable {
    /// Epoch seconds, shown in this zone (an IANA name). `isStated`: files or options name the zone.
    case timestamp(zone: String, isStated: Bool)
    /// A counter such as a flight or a cycle.
    case cycle
    /// The number of the row.
    case row
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
    public var isCalendar: Bool {
        if case .timestamp = kind { return true }
        return false
    }
}

/// How answers over time are cut.
public enum TimeStep: Sendable, Hashable, Codable {
    /// Even steps of this width in the axis' unit.
    case width(Double)
    /// Calendar hours, days, weeks from Monday and months of the axis' zone.
    case hour, day, week, month
}

/// A half-open stretch of the axis, `from` inclusive, `to` exclusive.
public struct TimeSlice: Sendable, Hashable, Codable {
    /// Inclusive lower bound.
    public var from: Double
    /// Exclusive upper bound.
    public var to: Double
    /// Data and filter cover the stretch but for a hundredth of it; false for a first or last slice
    /// that is cut off.
    public var isComplete: Bool

    /// Makes a stretch.
    public init(from: Double, to: Double, isComplete: Bool = true) {
        self.from = from
        self.to = to
        self.isComplete = isComplete
    }
}
