/// When a trend reaches a limit, if it goes on as it did.
public enum TimeToThreshold: Sendable, Equatable {
    /// The line is at or beyond the limit already.
    case reached
    /// The line gets there; `latest` is nil where the flattest slope of the interval never does.
    case expected(time: Double, earliest: Double, latest: Double?)
    /// The line goes away from the limit or is level.
    case never

    /// Extends a trend to a limit.
    ///
    /// The earliest and latest times come from the limits of the slope, turned about the line's
    /// value now; the scatter of the values around the line is not part of them. Whether the
    /// trend is more than chance says its p-value, not this.
    ///
    /// - Parameters:
    ///   - trend: The trend, in the unit of time it was fitted with.
    ///   - threshold: The limit, approached from below when `isUpper`, else from above.
    ///   - isUpper: Whether values above the limit are the bad ones.
    ///   - now: The time from which on to look.
    public init(trend: Trend, threshold: Double, isUpper: Bool, now: Double) {
        let sign = isUpper ? 1.0 : -1.0
        let distance = sign * (threshold - trend.value(at: now))
        let slope = sign * trend.slope
        let limits = [sign * trend.slopeInterval.lower, sign * trend.slopeInterval.upper]
        guard distance > 0 else {
            self = .reached
            return
        }
        guard slope > 0, let slowest = limits.min(), let fastest = limits.max() else {
            self = .never
            return
        }
        self = .expected(
            time: now + distance / slope, earliest: now + distance / max(fastest, slope),
            latest: slowest > 0 ? now + distance / min(slowest, slope) : nil)
    }
}
