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
