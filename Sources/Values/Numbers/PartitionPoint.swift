extension Range<Int> {
    /// The first place of a range for which a condition no longer holds, where it holds for all
    /// places before some one and for none from there on; the upper bound where it holds for all.
    ///
    /// - Complexity: O(log n) evaluations.
    @inlinable
    package func partitionPoint(where isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (lowerBound, upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [Double] {
    /// How many of the rising numbers are not above a limit.
    ///
    /// - Complexity: O(log n).
    package func count(upTo limit: Double) -> Int {
        indices.partitionPoint { self[$0] <= limit }
    }
}
