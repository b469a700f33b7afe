/// Selection by rank in O(n): what medians and quantiles need instead of a sort.
enum Selection {
    /// The value that a sort would put at `rank`; afterwards none before it is larger and none
    /// behind it is smaller.
    ///
    /// Quickselect with the median of three as pivot; after too many bad splits the rest is sorted
    /// (introselect, Musser 1997), so no input makes it quadratic. NaN must have been removed.
    ///
    /// - Complexity: O(n) on average, O(n log n) at worst.
    static func element(_ rank: Int, of values: inout [Double]) -> Double {
        var low = 0
        var high = values.count - 1
        var splitsLeft = 4 * (Int.bitWidth - values.count.leadingZeroBitCount)
        while low < high {
            if splitsLeft == 0 {
                values[low...high].sort()
                break
            }
            splitsLeft -= 1
            let (left, right) = partition(&values, low, high)
            if rank <= left {
                high = left
            } else if rank >= right {
                low = right
            } else {
                break
            }
        }
        return values[rank]
    }

    /// Splits so that everything up to `left` is at most the pivot, from `right` on at least.
    private static func partition(
        _ values: inout [Double], _ low: Int, _ high: Int
    ) -> (left: Int, right: Int) {
        let pivot = middle(values[low], values[low + (high - low) / 2], values[high])
        var left = low
        var right = high
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
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
