import Values

/// Summary numbers of a sample, shared by all analyses.
///
/// Everywhere NaN is a missing value and is left out. A number that does not exist, as the mean of
/// nothing or the variance of one value, is NaN. Infinities are taken as they are.
public enum Statistics {
    /// The arithmetic mean; NaN where every value is missing.
    ///
    /// Summed with Neumaier's compensation, so that millions of values lose no digits.
    ///
    /// - Complexity: O(n).
    public static func mean(_ values: [Double]) -> Double {
        var sum = CompensatedSum()
        var count = 0
        for value in values where !value.isNaN {
            sum.add(value)
            count += 1
        }
        return sum.value / Double(count)
    }

    /// The variance with divisor `n - degreesOfFreedom`: 1 for a sample, 0 for a whole population.
    ///
    /// NaN unless there are more values than `degreesOfFreedom`. Constant values give exactly 0.
    ///
    /// - Complexity: O(n), two passes (Chan, Golub and LeVeque 1983).
    public static func variance(_ values: [Double], degreesOfFreedom: Int = 1) -> Double {
        let center = mean(values)
        var squares = 0.0
        var deviations = 0.0
        var count = 0
        var smallest = Double.infinity
        var largest = -Double.infinity
        for value in values where !value.isNaN {
            smallest = min(smallest, value)
            largest = max(largest, value)
            let deviation = value - center
            squares += deviation * deviation
            deviations += deviation
            count += 1
        }
        guard count > degreesOfFreedom else { return .nan }
        // A rounded mean must not give constant values a spread.
        guard smallest < largest else { return 0 }
        let corrected = squares - deviations * deviations / Double(count)
        return corrected / Double(count - degreesOfFreedom)
    }

    /// The square root of `variance(_:degreesOfFreedom:)`.
    public static func standardDeviation(_ values: [Double], degreesOfFreedom: Int = 1) -> Double {
        variance(values, degreesOfFreedom: degreesOfFreedom).squareRoot()
    }

    /// The middle value, or the mean of the two middle ones; NaN for no values.
    ///
    /// - Complexity: O(n) by selection, without a sort.
    public static func median(_ values: [Double]) -> Double {
        quantile(values, 0.5)
    }

    /// The `p`-quantile by linear interpolation (type 7 of Hyndman and Fan 1996, as R and NumPy).
    ///
    /// `p` outside 0...1 is taken as the nearer end; NaN for no values or when `p` is NaN.
    ///
    /// - Complexity: O(n) by selection, without a sort.
    public static func quantile(_ values: [Double], _ p: Double) -> Double {
        // Filtering would grow an array step by step, and NaN are rare.
        var present = values
        present.removeAll(where: \.isNaN)
        guard !present.isEmpty, !p.isNaN else { return .nan }
        let position = min(max(p, 0), 1) * Double(present.count - 1)
        let lower = Int(clamping: position)
        let low = Selection.element(lower, of: &present)
        let fraction = position - Double(lower)
        guard fraction > 0 else { return low }
        // After the selection everything behind the place is at least as large.
        let high = present[(lower + 1)...].min() ?? low
        return interpolated(low, high, fraction)
    }

    /// Several quantiles of one sample, in the order asked for.
    ///
    /// - Complexity: O(n log n): one sort serves all.
    public static func quantiles(_ values: [Double], _ probabilities: [Double]) -> [Double] {
        let sorted = values.filter { !$0.isNaN }.sorted()
        return probabilities.map { quantile(sorted: sorted, $0) }
    }

    /// The `p`-quantile of values that are sorted already and hold no NaN, as `quantile(_:_:)`.
    ///
    /// - Complexity: O(1).
    public static func quantile(sorted: [Double], _ p: Double) -> Double {
        guard !sorted.isEmpty, !p.isNaN else { return .nan }
        let position = min(max(p, 0), 1) * Double(sorted.count - 1)
        let lower = Int(clamping: position)
        let fraction = position - Double(lower)
        guard fraction > 0 else { return sorted[lower] }
        return interpolated(sorted[lower], sorted[lower + 1], fraction)
    }

    /// The median absolute deviation from the median, times `consistency`; NaN for no values.
    ///
    /// With the default factor it estimates the standard deviation of normal data. It is 0 when
    /// more than half of the values are equal: dividing by it needs a guard. NaN, too, where the
    /// median is infinite.
    ///
    /// - Complexity: O(n).
    public static func mad(
        _ values: [Double], consistency: Double = madConsistency
    ) -> Double {
        let center = median(values)
        guard center.isFinite else { return .nan }
        return median(values.map { abs($0 - center) }) * consistency
    }

    /// 1 / Φ⁻¹(3/4): what turns a median absolute deviation into a standard deviation.
    public static let madConsistency = 1.482602218505602

    /// The 0.75-quantile minus the 0.25-quantile; NaN for no values.
    public static func interquartileRange(_ values: [Double]) -> Double {
        quantile(values, 0.75) - quantile(values, 0.25)
    }

    private static func interpolated(_ low: Double, _ high: Double, _ fraction: Double) -> Double {
        // Equal ends stay exactly equal, also when both are infinite.
        low == high ? low : low + (high - low) * fraction
    }
}

/// A sum that carries the digits lost by rounding along (Neumaier 1974).
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    mutating func add(_ value: Double) {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }

    /// The corrected sum; the plain one where infinities leave no correction.
    var value: Double { lost.isFinite ? sum + lost : sum }
}
