/// The distribution with one peak that lies nearest to some values, be it skewed or long-tailed.
///
/// It is the greatest convex function below the values' distribution up to the peak and the least
/// concave one above it from there on, as in the dip test; the peak is where that is least wrong
/// (Hartigan and Hartigan 1985; Grenander 1956). Values with one peak hardly change. Values that
/// cannot have come from one peak are given the normal distribution of their mean and deviation:
/// their peaks are the clusters that are asked for.
struct UnimodalMargin: Sendable {
    /// Corners of the distribution function: values ascending, and the share at or below each.
    private let values: [Double]
    private let shares: [Double]
    /// The largest difference in share from the values, times the root of their number.
    let misfit: Double

    /// Places that are tried for the peak.
    private static let peaks = 64
    /// Values that are looked at; of more an even selection.
    private static let shown = 2_000

    /// - Complexity: O(rows log rows), with 64 passes over at most 2,000 of the rows.
    init(_ column: [Double]) {
        let sorted = column.sorted()
        let last = max(sorted.count - 1, 1)
        let count = min(sorted.count, Self.shown)
        let points = (0..<count).map { place in
            let index = place * (sorted.count - 1) / max(count - 1, 1)
            return (x: sorted[index], y: Double(index) / Double(last))
        }
        let tried = min(Self.peaks, points.count)
        var best: (error: Double, corners: [Point])?
        for index in 0..<tried {
            let peak = index * (points.count - 1) / max(tried - 1, 1)
            let corners = Self.corners(points, peak: peak)
            let error = Self.error(of: corners, points)
            if error < best?.error ?? .infinity { best = (error, corners) }
        }
        let corners = best?.corners ?? points
        misfit = (best?.error ?? 0) * Double(sorted.count).squareRoot()
        guard misfit > Self.largestMisfit else {
            values = corners.map(\.x)
            shares = corners.map(\.y)
            return
        }
        let spread = Statistics.standardDeviation(sorted)
        let center = Statistics.mean(sorted)
        shares = (1..<Self.steps).map { Double($0) / Double(Self.steps) }
        values = shares.map { center + spread * SpecialFunctions.normalQuantile($0) }
    }

    /// One sample in a hundred from an even distribution, the hardest to tell from several peaks,
    /// has a larger misfit.
    static let largestMisfit = 1.0
    private static let steps = 1000

    /// The value below which a share of the distribution lies.
    func quantile(_ share: Double) -> Double {
        let above = shares.firstIndex(notBelow: share)
        guard above > 0 else { return values.first ?? 0 }
        guard above < shares.count else { return values.last ?? 0 }
        let step = shares[above] - shares[above - 1]
        let part = step > 0 ? (share - shares[above - 1]) / step : 0
        return values[above - 1] + part * (values[above] - values[above - 1])
    }

    private typealias Point = (x: Double, y: Double)

    private static func corners(_ points: [Point], peak: Int) -> [Point] {
        let left = hull(points[...peak], bend: 1)
        let right = hull(points[peak...], bend: -1)
        return left + right.dropFirst()
    }

    /// The lower hull of points in ascending order for a bend of 1, the upper one for -1.
    private static func hull(_ points: ArraySlice<Point>, bend: Double) -> [Point] {
        var hull: [Point] = []
        for point in points {
            while hull.count > 1 {
                let (first, second) = (hull[hull.count - 2], hull[hull.count - 1])
                let turn =
                    (second.x - first.x) * (point.y - first.y)
                    - (second.y - first.y) * (point.x - first.x)
                guard turn * bend <= 0 else { break }
                hull.removeLast()
            }
            hull.append(point)
        }
        return hull
    }

    /// The largest difference in share between corners and the points that they were made of.
    private static func error(of corners: [Point], _ points: [Point]) -> Double {
        var corner = 1
        var error = 0.0
        for point in points {
            while corner < corners.count - 1, corners[corner].x < point.x { corner += 1 }
            guard corner < corners.count else { break }
            let (from, to) = (corners[corner - 1], corners[corner])
            guard to.x > from.x else { continue }
            let share = from.y + (to.y - from.y) * (point.x - from.x) / (to.x - from.x)
            error = max(error, abs(share - point.y))
        }
        return error
    }
}
