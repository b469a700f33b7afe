import Values

/// Median and median distance of sorted values with a few left out, by binary search: those that
/// remain are neither copied nor scanned.
///
/// ```swift
/// let rest = RemainingOrder(of: sorted, without: [0, 4])
/// rest.median
/// ```
public struct RemainingOrder: Sendable {
    private let sorted: [Double]
    /// Indices into `sorted`, rising.
    private let removed: [Int]

    /// All values but those at `places`.
    ///
    /// `sorted` must ascend and hold no NaN; `places` are indices into it in any order, each once.
    ///
    /// - Complexity: O(places log places).
    public init(of sorted: [Double], without places: [Int]) {
        self.sorted = sorted
        removed = places.sorted()
    }

    /// How many values remain without those left out.
    public var count: Int { sorted.count - removed.count }

    /// The middle value, or the mean of the two middle ones; NaN where none remains.
    ///
    /// - Complexity: O(log places).
    public var median: Double { middle { value($0) } }

    /// The median of |value − center| over the values that remain, without the factor that
    /// `Statistics.mad` applies; NaN where none remains.
    ///
    /// - Complexity: O(log values · log places).
    public func medianDistance(from center: Double) -> Double {
        let below = countBelow(center)
        return middle { distance($0, center, below: below) }
    }

    /// The median of `count` ascending elements that a function gives by rank.
    private func middle(_ element: (Int) -> Double) -> Double {
        guard count > 0 else { return .nan }
        let low = element((count - 1) / 2)
        guard count.isMultiple(of: 2) else { return low }
        let high = element(count / 2)
        return low == high ? low : low + (high - low) * 0.5
    }

    /// The remaining value of this rank, from 0.
    private func value(_ place: Int) -> Double {
        // Each removed place at or before the one sought moves it on by one.
        sorted[place + (0..<removed.count).partitionPoint { removed[$0] - $0 <= place }]
    }

    private func countBelow(_ limit: Double) -> Int {
        (0..<count).partitionPoint { value($0) < limit }
    }

    /// The distance of this rank, from 0, among those of the remaining values from `center`: those
    /// below it and those above it both ascend, so the search is for how many of the `place + 1`
    /// nearest lie below.
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
