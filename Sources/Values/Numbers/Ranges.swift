extension ClosedRange {
    /// From `lower` to `upper`; `nil` unless `lower <= upper`, so also for NaN.
    ///
    /// `lower...upper` would end the process. Ranges of values computed from data are made with
    /// this.
    @inlinable
    package init?(from lower: Bound, to upper: Bound) {
        guard lower <= upper else { return nil }
        self = lower...upper
    }

    /// Between two bounds in either order; `nil` where one is NaN.
    @inlinable
    package init?(between one: Bound, and other: Bound) {
        self.init(from: one <= other ? one : other, to: one <= other ? other : one)
    }

    /// The range of one value; `nil` for NaN.
    @inlinable
    package init?(at bound: Bound) { self.init(from: bound, to: bound) }

    /// The smallest range that contains both.
    @inlinable
    package func union(_ other: ClosedRange) -> ClosedRange {
        let lower = Swift.min(lowerBound, other.lowerBound)
        return lower...Swift.max(upperBound, other.upperBound)
    }
}

extension Range {
    /// From `lower` up to `upper`; `nil` unless `lower <= upper`, so also for NaN.
    @inlinable
    package init?(from lower: Bound, upTo upper: Bound) {
        guard lower <= upper else { return nil }
        self = lower..<upper
    }
}
