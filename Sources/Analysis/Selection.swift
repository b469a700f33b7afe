/// Selection by rank in O(n): what medians, quantiles and trees need instead of a sort.
enum Selection {
    /// The value that a sort would put at `rank`; afterwards none before it is larger and none
    /// behind it is smaller. NaN must have been removed.
    ///
    /// - Complexity: O(n) on average, O(n log n) at worst.
    static func element(_ rank: Int, of values: inout [Double]) -> Double {
        select(rank, within: 0..<values.count, of: &values) { $0 }
        return values[rank]
    }

    /// Puts the element of `range` in place `rank` that a sort by `key` would put there, with none
    /// larger before it and none smaller behind it.
    ///
    /// Quickselect with the median of three as pivot; after too many bad splits the rest is sorted
    /// (introselect, Musser 1997), so no input makes it quadratic.
    @inline(__always)
    static func select<Element>(
        _ rank: Int, within range: Range<Int>, of elements: inout [Element],
        key: (Element) -> Double
    ) {
        var low = range.lowerBound
        var high = range.upperBound - 1
        var splitsLeft = 4 * (Int.bitWidth - range.count.leadingZeroBitCount)
        while low < high {
            if splitsLeft == 0 {
                elements[low...high].sort { key($0) < key($1) }
                return
            }
            splitsLeft -= 1
            let (left, right) = partition(&elements, low, high, key: key)
            if rank <= left {
                high = left
            } else if rank >= right {
                low = right
            } else {
                return
            }
        }
    }

    /// Splits so that everything up to `left` is at most the pivot, from `right` on at least.
    @inline(__always)
    private static func partition<Element>(
        _ elements: inout [Element], _ low: Int, _ high: Int, key: (Element) -> Double
    ) -> (left: Int, right: Int) {
        let pivot = middle(
            key(elements[low]), key(elements[low + (high - low) / 2]), key(elements[high]))
        var left = low
        var right = high
        while left <= right {
            while key(elements[left]) < pivot { left += 1 }
            while key(elements[right]) > pivot { right -= 1 }
            if left <= right {
                elements.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        return (right, left)
    }

    private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
        max(min(a, b), min(max(a, b), c))
    }
}
