import Analysis

/// How precisely the value of a column alone tells where in its life a device is, in rows.
///
/// For each row the answer is interpolated between the rows of other lives with the next lower and
/// the next higher value. A sensor is noisy and no two units wear alike, so that it is wrong by
/// much of a life. A column filled in afterwards is not wrong at all.
struct EndRelation {
    /// A row, or several consecutive ones with the same value.
    struct Point {
        let value: Double
        /// What the value may tell: the time to the end, or the share of life that is left.
        let clock: Double
        let life: Int
        /// Rows per unit of `clock`.
        let scale: Double
        /// Rows of uncertainty due to rounding.
        let slack: Double
    }

    /// Rows of the same life that are skipped at most in search of another one.
    private static let reach = 64

    /// Median distance between the answer and the truth, in rows beyond what rounding explains; NaN
    /// with too few points.
    let median: Double
    /// The 90th percentile of the same distance.
    let upper: Double

    /// - Complexity: O(n log n).
    init(_ points: [Point]) {
        let sorted = points.sorted { ($0.value, $0.life, $0.clock) < ($1.value, $1.life, $1.clock) }
        let errors = sorted.indices.compactMap { place -> Double? in
            let low = Self.neighbour(of: place, in: sorted, by: -1)
            let high = Self.neighbour(of: place, in: sorted, by: 1)
            guard let told = Self.told(sorted[place].value, low, high) else { return nil }
            let error = abs(told - sorted[place].clock) * sorted[place].scale
            return max(0, error - sorted[place].slack)
        }
        let found = Statistics.quantiles(errors, [0.5, 0.9])
        (median, upper) = (found[0], found[1])
    }

    private static func neighbour(of place: Int, in points: [Point], by step: Int) -> Point? {
        var other = place + step
        for _ in 0..<reach where points.indices.contains(other) {
            if points[other].life != points[place].life { return points[other] }
            other += step
        }
        return nil
    }

    /// The clock between two points in proportion to the value.
    private static func told(_ value: Double, _ low: Point?, _ high: Point?) -> Double? {
        guard let low, let high else { return (low ?? high)?.clock }
        let width = high.value - low.value
        let weight = width > 0 ? (value - low.value) / width : 0.5
        return low.clock + weight * (high.clock - low.clock)
    }
}
