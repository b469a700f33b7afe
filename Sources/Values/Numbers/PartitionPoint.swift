extension Range<Int> {
    /// The first place at which `isBefore` no longer holds, by binary search; the upper bound where
    /// it holds everywhere. It must hold for all places before that one and for none after.
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
    /// How many of the numbers, which must be ascending, are at most `limit`.
    ///
    /// - Complexity: O(log n).
    package func count(upTo limit: Double) -> Int {
        indices.partitionPoint { self[$0] <= limit }
    }
}
