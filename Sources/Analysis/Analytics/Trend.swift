import Values

/// Whether and how fast a series rises or falls. Made by ``MannKendall``.
public struct Trend: Sendable, Equatable {
    /// Values that the test stands on, after thinning.
    public let count: Int
    /// How many neighbouring values were averaged into one to stay within the point limit.
    public let thinning: Int
    /// Mann-Kendall's S: rising pairs minus falling pairs.
    public let s: Double
    /// Kendall's tau-b of value and time, -1 to 1; NaN for constant values.
    public let tau: Double
    /// The factor by which serial correlation widened the variance of S; 1 when not corrected.
    public let varianceFactor: Double
    /// The standardised S, with continuity correction.
    public let z: Double
    /// Two-sided p that there is no trend; 1 for constant values.
    public let pValue: Double
    /// Sen's slope: the median of all pairwise slopes, per unit of time.
    public let slope: Double
    /// The interval of `slope`, by Sen's method.
    public let slopeInterval: Interval
    /// Coverage of `slopeInterval`, between 0 and 1.
    public let level: Double
    /// Value of the line at time 0: median of the values minus slope × median of the times.
    public let intercept: Double

    /// The line's value at a time.
    public func value(at time: Double) -> Double { intercept + slope * time }
}

/// The trend test of Mann and Kendall with Sen's slope; needs no normal distribution.
///
/// Ties in the values are corrected for (Kendall, Rank Correlation Methods, 1970); the slope's
/// interval is Sen's (J. American Statistical Association 63, 1968). O(n²) in time and memory,
/// so longer series are thinned: blocks of equal numbers of values are averaged until at most
/// `pointLimit` are left, and ``Trend/thinning`` says so.
public struct MannKendall: Sendable {
    /// What to do about values that resemble their neighbours.
    public enum SerialCorrelation: Sendable, Hashable {
        /// Nothing: right for independent values, too small p otherwise.
        case ignored
        /// The variance of S grows by the factor of Hamed and Rao (J. Hydrology 204, 1998), from
        /// the autocorrelations of the detrended ranks that stand out at 5 %. It never shrinks,
        /// and below 20 values nothing is done.
        case hamedRao
    }

    /// The most points the pairwise step is run on.
    public var pointLimit: Int
    /// Coverage of the slope's interval, between 0 and 1.
    public var level: Double
    /// How the test takes serial correlation into account.
    public var serialCorrelation: SerialCorrelation

    /// A `pointLimit` below 4 counts as 4.
    public init(
        pointLimit: Int = 1000, level: Double = 0.95,
        serialCorrelation: SerialCorrelation = .hamedRao
    ) {
        self.pointLimit = max(4, pointLimit)
        self.level = level
        self.serialCorrelation = serialCorrelation
    }

    /// The trend of `values`; nil with fewer than four values, a single time, or a level outside
    /// (0, 1).
    ///
    /// - Parameters:
    ///   - values: The series in the order of time; NaN is missing and left out.
    ///   - times: Time of each value, rising; the index where nil. Values without a finite time are
    ///     left out.
    public func fit(_ values: [Double], times: [Double]? = nil) -> Trend? {
        let points = SeriesThinning(limit: pointLimit).thinned(values, times: times)
        let pairs = PairwiseSlopes(values: points.values, times: points.times)
        guard points.values.count >= 4, !pairs.slopes.isEmpty, level > 0, level < 1 else {
            return nil
        }
        let plain = Self.variance(ofScoreFor: points.values)
        let slope = Statistics.median(pairs.slopes)
        let factor = correction(points, slope: slope)
        let spread = (plain * factor).squareRoot()
        let z = spread > 0 && pairs.s != 0 ? (pairs.s - (pairs.s > 0 ? 1 : -1)) / spread : 0
        return Trend(
            count: points.values.count, thinning: points.block, s: pairs.s, tau: pairs.tau,
            varianceFactor: factor, z: z, pValue: SpecialFunctions.normalTwoSidedP(z),
            slope: slope, slopeInterval: interval(pairs.slopes, spread: spread), level: level,
            intercept: Statistics.median(points.values) - slope * Statistics.median(points.times))
    }

    /// The variance of S without a trend, with the correction for ties.
    private static func variance(ofScoreFor values: [Double]) -> Double {
        func term(_ n: Double) -> Double { n * (n - 1) * (2 * n + 5) }
        var sum = term(Double(values.count))
        var run = 0.0
        var previous = Double.nan
        for value in values.sorted() {
            if value == previous {
                run += 1
            } else {
                sum -= term(run)
                run = 1
            }
            previous = value
        }
        return (sum - term(run)) / 18
    }

    private func correction(_ points: SeriesThinning.Points, slope: Double) -> Double {
        guard serialCorrelation == .hamedRao, points.values.count >= 20 else { return 1 }
        let n = points.values.count
        let ranks = Statistics.ranks(zip(points.values, points.times).map { $0 - slope * $1 })
        let correlations = Autocorrelation.values(of: ranks, lags: n - 3)
        let limit = 1.959_964 / Double(n).squareRoot()
        var sum = 0.0
        for (lag, correlation) in correlations.enumerated().dropFirst()
        where abs(correlation) > limit {
            let left = Double(n - lag)
            sum += left * (left - 1) * (left - 2) * correlation
        }
        let size = Double(n)
        return max(1, 1 + 2 * sum / (size * (size - 1) * (size - 2)))
    }

    private func interval(_ slopes: [Double], spread: Double) -> Interval {
        let half = SpecialFunctions.normalQuantile(0.5 + level / 2) * spread
        let last = Double(slopes.count - 1)
        let low = max(((Double(slopes.count) - half) / 2).rounded() - 1, 0)
        let high = min(((Double(slopes.count) + half) / 2).rounded(), last)
        var scratch = slopes
        return Interval(
            lower: Selection.element(Int(clamping: min(low, last)), of: &scratch),
            upper: Selection.element(Int(clamping: max(high, 0)), of: &scratch))
    }
}

/// All pairs of a series: the slope between them and which way it goes.
private struct PairwiseSlopes {
    var slopes: [Double] = []
    var s = 0.0
    var tau = Double.nan

    init(values: [Double], times: [Double]) {
        let n = values.count
        slopes.reserveCapacity(n * max(0, n - 1) / 2)
        var tiedValues = 0.0
        for later in values.indices {
            for earlier in 0..<later where times[later] != times[earlier] {
                let rise = values[later] - values[earlier]
                slopes.append(rise / (times[later] - times[earlier]))
                if rise == 0 { tiedValues += 1 } else { s += rise > 0 ? 1 : -1 }
            }
        }
        let all = Double(n) * Double(n - 1) / 2
        let distinctTimes = Double(slopes.count)
        let distinctValues = distinctTimes - tiedValues
        if distinctValues > 0, all > 0 { tau = s / (distinctTimes * distinctValues).squareRoot() }
    }
}
