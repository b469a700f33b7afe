extension ClosedRange {
    /// From one bound to another; `nil` where the upper one is not at or above the lower one, as with
    /// NaN.
    ///
    /// `lower...upper` ends the process then. Whoever makes a range of what was computed from data
    /// uses this.
    @inlinable
    package init?(from lower: Bound, to upper: Bound) {
        guard lower <= upper else { return nil }
        self = lower...upper
    }

    /// Between two bounds in either order; `nil` where they have none, as with NaN.
    @inlinable
    package init?(between one: Bound, and other: Bound) {
        self.init(from: one <= other ? one : other, to: one <= other ? other : one)
    }

    /// The bound alone; `nil` for what does not equal itself, as NaN.
    @inlinable
    package init?(at bound: Bound) { self.init(from: bound, to: bound) }

    /// From the lower of two ranges' lower bounds to the upper of their upper bounds.
    @inlinable
    package func union(_ other: ClosedRange) -> ClosedRange {
        let lower = Swift.min(lowerBound, other.lowerBound)
        return lower...Swift.max(upperBound, other.upperBound)
    }
}

extension Range {
    /// From one bound up to another; `nil` where the upper one is not at or above the lower one, as
    /// with NaN.
    @inlinable
    package init?(from lower: Bound, upTo upper: Bound) {
        guard lower <= upper else { return nil }
        self = lower..<upper
    }
}
