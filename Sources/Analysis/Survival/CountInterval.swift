import Values

/// Between which whole numbers a count with a known mean and variance lies.
///
/// The distribution is the one of Panjer's class with that mean and variance (ASTIN Bulletin 12,
/// 1981): binomial where the variance is below the mean, as for parts that fail at most once,
/// Poisson where they agree, negative binomial above, as where the mean itself is uncertain.
public struct CountInterval: Sendable, Equatable {
    /// The smallest and the largest count of the interval.
    public let range: ClosedRange<Int>

    /// From this mean on, and without mean or variance, the normal distribution is used instead.
    private static let mostTerms = 100_000.0

    /// The interval between the two quantiles that leave out equal tails; nil unless mean and
    /// variance are finite, the mean is not negative and the level lies between 0 and 1.
    ///
    /// - Complexity: O(mean + deviation).
    public init?(mean: Double, variance: Double, level: Double = 0.9) {
        guard mean >= 0, mean.isFinite, variance.isFinite, level > 0, level < 1 else { return nil }
        let tail = (1 - level) / 2
        let spread = max(variance, 0).squareRoot()
        guard mean > 0, spread > 0, mean < Self.mostTerms else {
            let width = SpecialFunctions.normalQuantile(1 - tail) * spread
            let low = Int(clamping: max(0, mean - width).rounded())
            range = low...max(low, Int(clamping: (mean + width).rounded()))
            return
        }
        range = Self.quantiles(mean, variance, tail, most: mean + 12 * spread + 12)
    }

    /// By the recursion p(k) = p(k − 1) · (a + b / k), in logarithms so that p(0) may be tiny.
    private static func quantiles(
        _ mean: Double, _ variance: Double, _ tail: Double, most: Double
    ) -> ClosedRange<Int> {
        // a = 1 − mean / variance, b = mean · (1 − a) − a: from the two moments.
        let a = 1 - mean / variance
        let b = mean * (1 - a) - a
        var logs = [0.0]
        var k = 1.0
        while k < most, a + b / k > 0 {
            logs.append((logs.last ?? 0) + ElementaryFunctions.logarithm(a + b / k))
            k += 1
        }
        let largest = logs.max() ?? 0
        let weights = logs.map { ElementaryFunctions.exponential($0 - largest) }
        let total = weights.reduce(0, +)
        var sum = 0.0
        var low: Int?
        for (count, weight) in weights.enumerated() {
            sum += weight / total
            if low == nil, sum >= tail { low = count }
            if sum >= 1 - tail { return (low ?? count)...count }
        }
        let last = weights.count - 1
        return min(low ?? last, last)...last
    }
}
