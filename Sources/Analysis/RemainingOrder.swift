import Values

/// Order statistics of sorted values without some of them, with no look at all that remain.
///
/// ```swift
/// let rest = RemainingOrder(of: sorted, without: [0, 4])
/// rest.median
/// ```
public struct RemainingOrder: Sendable {
    private let sorted: [Double]
    /// The places that are left out, rising.
    private let removed: [Int]

    /// The values of an ascending list without NaN, but those in some places of it.
    ///
    /// - Complexity: O(places log places).
    public init(of sorted: [Double], without places: [Int]) {
        self.sorted = sorted
        removed = places.sorted()
    }

    /// How many values remain.
    public var count: Int { sorted.count - removed.count }

    /// The middle value, or the mean of the two middle ones; NaN where none remains.
    ///
    /// - Complexity: O(log²).
    public var median: Double { middle { value($0) } }

    /// The median distance from a value, as `Statistics.mad` has it; NaN where none remains.
    ///
    /// - Complexity: O(log² of the values).
    public func medianDistance(from center: Double) -> Double {
        let below = countBelow(center)
        return middle { distance($0, center, below: below) }
    }

    /// The median of an ascending sequence, as `Statistics.median`.
    private func middle(_ element: (Int) -> Double) -> Double {
        guard count > 0 else { return .nan }
        let low = element((count - 1) / 2)
        guard count.isMultiple(of: 2) else { return low }
        let high = element(count / 2)
        return low == high ? low : low + (high - low) * 0.5
    }

    /// The value with a number of remaining ones before it.
    private func value(_ place: Int) -> Double {
        // Each removed place at or before the one sought moves it on by one.
        sorted[place + (0..<removed.count).partitionPoint { removed[$0] - $0 <= place }]
    }

    /// Remaining values below another.
    private func countBelow(_ limit: Double) -> Int {
        (0..<count).partitionPoint { value($0) < limit }
    }

    /// The distance from a value with a number of nearer ones before it: of those below and those
    /// above, which each ascend, the first `place + 1` together.
    private func distance(_ place: Int, _ center: Double, below: Int) -> Double {
        let fewest = max(0, place + 1 - (count - below))
        let low = (fewest..<min(below, place + 1)).partitionPoint { taken in
            // Too few of those below where the next one is nearer than the last taken above.
            center - value(below - 1 - taken) < value(below + place - taken) - center
        }
        let left = low > 0 ? abs(value(below - low) - center) : -.infinity
        let above = place + 1 - low
        let right = above > 0 ? abs(value(below + above - 1) - center) : -.infinity
        return max(left, right)
    }
}
