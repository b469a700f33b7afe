extension FixedWidthInteger {
    /// The value rounded towards zero, limited to the range of the type; 0 for NaN.
    ///
    /// `Int(_:)` would end the process on NaN and beyond the limits. Counts, indices and digits
    /// computed from data are made with this, or with `init(exactly:)` where "none" is an answer.
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
    /// The index, rounded down, in a list of `count` elements: the first for values before, the
    /// last for values behind; `nil` for NaN and for an empty list.
    @inlinable
    package func place(in count: Int) -> Int? {
        guard count > 0, !isNaN else { return nil }
        return Swift.min(Swift.max(Int(clamping: rounded(.down)), 0), count - 1)
    }
}
