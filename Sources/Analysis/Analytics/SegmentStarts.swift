import CKernels
import Values

/// The places where the last segment of a series may begin, while the series grows.
struct SegmentStarts {
    private let costs: SegmentCosts
    /// By candidate: where it starts, the cost of all before, and the running sums there.
    private var starts: [Double] = []
    private var best: [Double] = []
    private var sums: [Double] = []
    private var squares: [Double] = []
    /// The cost of all rows up to the present end, without the last cut's penalty.
    private var totals: [Double] = []
    /// By candidate: from which end on it is of no use, as another one beats it; `.max` until then.
    private var usableBefore: [Int] = []
    private var firstUseless = Int.max

    init(_ costs: SegmentCosts) { self.costs = costs }

    mutating func append(_ start: Int, best cost: Double) {
        starts.append(Double(start))
        best.append(cost)
        sums.append(costs.sums[start])
        squares.append(costs.squares[start])
        totals.append(0)
        usableBefore.append(.max)
    }

    /// The start of the segment before `end` that makes all rows up to there cost least, the first
    /// of equals.
    mutating func cheapest(to end: Int) -> (start: Int, total: Double)? {
        if firstUseless <= end { drop(at: end) }
        guard !starts.isEmpty else { return nil }
        if costs.cost == .meanShift, costs.dispersion > 0 {
            unsafe ck_segments_find_totals(
                starts, best, sums, squares, starts.count, Double(end), costs.sums[end],
                costs.squares[end], 1 / costs.dispersion, &totals)
        } else {
            for place in totals.indices {
                totals[place] = best[place] + costs[Int(clamping: starts[place]), end]
            }
        }
        let place = unsafe ck_values_find_least(totals, totals.count)
        return (Int(clamping: starts[place]), totals[place])
    }

    /// Gives up candidates that cost more than the cheapest with its penalty: no later end will
    /// change that. They still serve ends too close to the one that beat them.
    mutating func prune(above total: Double, at end: Int, minimumLength: Int) {
        // Looking at every eighth end keeps some longer than needed, and takes less time.
        guard end % 8 == 0 else { return }
        for place in totals.indices where totals[place] > total && usableBefore[place] == .max {
            usableBefore[place] = end + minimumLength
            firstUseless = min(firstUseless, end + minimumLength)
        }
    }

    private mutating func drop(at end: Int) {
        let kept = starts.indices.filter { usableBefore[$0] > end }
        starts = kept.map { starts[$0] }
        best = kept.map { best[$0] }
        sums = kept.map { sums[$0] }
        squares = kept.map { squares[$0] }
        totals = kept.map { totals[$0] }
        usableBefore = kept.map { usableBefore[$0] }
        firstUseless = usableBefore.min() ?? .max
    }
}
