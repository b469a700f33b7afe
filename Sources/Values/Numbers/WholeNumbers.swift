extension FixedWidthInteger {
    /// The whole number of a floating-point value, rounded towards zero: the nearest limit of the
    /// type where it lies beyond, 0 for NaN.
    ///
    /// `Int(_:)` ends the process on NaN and beyond the limits. Whoever makes a count, a place or a
    /// digit of what was computed from data uses this, or `init(exactly:)` where "none" is an answer.
    @inlinable
    package init(clamping value: some BinaryFloatingPoint) {
        if let whole = Self(exactly: value.rounded(.towardZero)) {
            self = whole
        } else {
            self = value > 0 ? .max : value < 0 ? .min : 0
        }
    }
}

extension Double {
    /// The place in a list of `count` that the value points to, rounded down: the first where it lies
    /// before, the last where it lies behind; `nil` for NaN and in an empty list.
    @inlinable
    package func place(in count: Int) -> Int? {
        guard count > 0, !isNaN else { return nil }
        return Swift.min(Swift.max(Int(clamping: rounded(.down)), 0), count - 1)
    }
}
