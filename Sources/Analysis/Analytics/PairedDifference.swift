import Values

/// The mean difference of pairs in order of time, with an interval and a p by Student's t that hold
/// where neighbours are alike and where the difference sets in on the way.
///
/// The spread and the correlation r of neighbours come from increments of the differences, by their
/// medians: a step or a drift, which is what is looked for, is in few of them or in all alike, and
/// would pass for noise in a variance. For an autoregressive process of order 1 increments over k
/// pairs have the variance 2 s² (1 − rᵏ), and n pairs count for n (1 − r) / (1 + r) of them (Bayley
/// and Hammersley, J. Royal Statistical Society Suppl. 8, 1946). Of noise whose neighbours have a
/// correlation up to 0.6 the p is below 0.05 in at most 9 of 100 cases; at 0.9 in 23.
public struct PairedDifference: Sendable, Equatable {
    /// Mean of second − first.
    public let mean: Double
    /// The 95 % interval of the mean difference.
    public let interval: Interval
    /// Two-sided; 1 where no pair differs.
    public let pValue: Double
    /// Pairs of which both values are finite.
    public let pairs: Int
    /// Correlation of neighbours, as estimated or given.
    public let correlation: Double
    /// Variance of the increments over one pair; 0 where most neighbours are equal.
    private let increments: Double
    /// Variance of the differences, for those.
    private let spread: Double

    /// Fewer pairs tell nothing of their noise.
    public static let leastPairs = 8
    /// Added to the correlation, which so few increments tell too low.
    private static let caution = 0.1
    private static let mostCorrelation = 0.95

    /// Compares pairs in order of time; those with a value that is not finite are left out. Nil for
    /// fewer than ``leastPairs``.
    ///
    /// - Complexity: O(pairs).
    public init?(_ first: [Double], _ second: [Double]) {
        let differences = zip(first, second).map { $1 - $0 }.filter(\.isFinite)
        guard differences.count >= Self.leastPairs else { return nil }
        let mean = differences.reduce(0, +) / Double(differences.count)
        let one = Self.variance(of: differences, over: 1)
        let spread = Statistics.mad(differences)
        self.init(
            mean: mean, pairs: differences.count,
            correlation: one > 0 ? Self.correlation(differences, one) : Self.mostCorrelation,
            increments: one, spread: spread * spread)
    }

    /// The same difference where the correlation of neighbours is known better, such as from many
    /// recordings of the same kind.
    public func with(correlation: Double) -> PairedDifference {
        PairedDifference(
            mean: mean, pairs: pairs, correlation: min(max(correlation, 0), Self.mostCorrelation),
            increments: increments, spread: spread)
    }

    private init(
        mean: Double, pairs: Int, correlation: Double, increments: Double, spread: Double
    ) {
        (self.mean, self.pairs, self.correlation) = (mean, pairs, correlation)
        (self.increments, self.spread) = (increments, spread)
        let variance = increments > 0 ? increments / (2 * (1 - correlation)) : spread
        let effective = max(2, Double(pairs) * (1 - correlation) / (1 + correlation))
        let error = (variance / effective).squareRoot()
        let freedom = effective - 1
        guard error > 0, error.isFinite else {
            interval = Interval(lower: mean, upper: mean)
            pValue = mean == 0 ? 1 : 0
            return
        }
        let reach = Self.quantile(freedom) * error
        interval = Interval(lower: mean - reach, upper: mean + reach)
        let t = mean / error
        pValue = SpecialFunctions.betaI(freedom / (freedom + t * t), freedom / 2, 0.5)
    }

    private static func variance(of values: [Double], over lag: Int) -> Double {
        let spread = Statistics.mad(zip(values, values.dropFirst(lag)).map { $1 - $0 })
        return spread * spread
    }

    /// From increments over 2 and 3 pairs, whose variances are 1 + r and 1 + r + r² times that over
    /// one.
    private static func correlation(_ values: [Double], _ one: Double) -> Double {
        let two = variance(of: values, over: 2) / one - 1
        let three = min(max(variance(of: values, over: 3) / one, 1), 1 + mostCorrelation * 2)
        let fromThree = ((1 + 4 * (three - 1)).squareRoot() - 1) / 2
        let mean = (min(max(two, 0), mostCorrelation) + min(fromThree, mostCorrelation)) / 2
        return min(mean + caution, mostCorrelation)
    }

    /// The t beyond which 5 % lie on both sides.
    private static func quantile(_ freedom: Double) -> Double {
        let x = SpecialFunctions.betaQuantile(0.05, freedom / 2, 0.5)
        return x > 0 ? (freedom * (1 / x - 1)).squareRoot() : .infinity
    }
}
