/// How answers over time are cut into slices.
public enum TimeStep: Sendable, Hashable, Codable {
    /// Equal steps of this width, in the axis' unit.
    case width(Double)
    /// Calendar units in the axis' zone; weeks begin on Monday.
    case hour, day, week, month
}

/// A half-open stretch of the axis, from `from` up to `to`.
public struct TimeSlice: Sendable, Hashable, Codable {
    /// Inclusive lower bound, in the axis' unit.
    public var from: Double
    /// Exclusive upper bound, in the axis' unit.
    public var to: Double
    /// Whether data and filter cover at least 99 % of the slice; false for a first or last slice
    /// that is cut off.
    public var isComplete: Bool

    /// Covered completely by default.
    public init(from: Double, to: Double, isComplete: Bool = true) {
        self.from = from
        self.to = to
        self.isComplete = isComplete
    }
}
