/// The stretch of a part's life that was watched, in ages.
///
/// A part that was in use before the record began enters late (left truncation): had it failed
/// before, it would not be in the record. A part that was still working when it was last seen, or
/// was taken out for another reason, leaves without a failure (right censoring).
public struct Lifetime: Sendable, Hashable {
    /// The age from which on the part was watched; 0 for one that was watched from new.
    public let entry: Double
    /// The age at which it failed or was last seen working.
    public let exit: Double
    /// Whether it failed at `exit`.
    public let isFailure: Bool

    /// A stretch of life; nil unless 0 ≤ `entry` < `exit` and both are finite.
    public init?(entry: Double = 0, exit: Double, isFailure: Bool) {
        guard entry >= 0, entry < exit, exit.isFinite else { return nil }
        self.entry = entry
        self.exit = exit
        self.isFailure = isFailure
    }
}

/// A value with the limits between which it lies.
public struct Estimate: Sendable, Equatable {
    /// The best estimate.
    public let value: Double
    /// Limits on both sides of it; the upper one may be infinite.
    public let interval: Interval

    /// `interval` should hold `value`; it is not checked.
    public init(value: Double, interval: Interval) {
        self.value = value
        self.interval = interval
    }
}
