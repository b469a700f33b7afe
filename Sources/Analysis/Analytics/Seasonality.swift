/// A repeating pattern in a series.
public struct Seasonality: Sendable, Equatable {
    /// Number of values after which the pattern repeats.
    public let period: Int
    /// Autocorrelation at the period; 0 where it has no value.
    public let autocorrelation: Double
    /// 0 for no pattern to 1 for nothing else: 1 - var(remainder) / var(pattern + remainder).
    public let strength: Double
    /// Mean deviation of each phase from the level around it, `period` numbers; sums to 0.
    public let profile: [Double]

    /// The pattern of a given period, or nil with fewer than two periods or fewer than two values.
    /// O(n · period).
    public init?(of values: [Double], period: Int) {
        guard period > 1, values.count >= 2 * period else { return nil }
        let detrended = Self.detrended(values, period: period)
        let profile = Self.means(ofPhases: detrended, period: period)
        let left = detrended.indices.map { detrended[$0] - profile[$0 % period] }
        let whole = Statistics.variance(detrended)
        guard whole.isFinite else { return nil }
        self.period = period
        self.profile = profile
        // The profile has as many parameters as phases, which noise alone would fit.
        let count = Double(detrended.count { !$0.isNaN })
        let penalty = count > Double(period) ? (count - 1) / (count - Double(period)) : 1
        let ratio = whole > 0 ? Statistics.variance(left) * penalty / whole : 1
        strength = min(1, max(0, 1 - ratio))
        let lags = Autocorrelation.values(of: values, lags: period)
        autocorrelation = lags.count > period ? lags[period] : 0
    }

    /// The period that stands out most, or nil when none does.
    ///
    /// A period is a local peak of the autocorrelation of the detrended series that exceeds
    /// three standard errors and 0.1; of peaks nearly as high as the highest the shortest is
    /// taken, since multiples of a period peak too. At least three periods must be present.
    /// O(n · longest).
    ///
    /// - Parameter longest: The longest period to try, at most 2000; a third of the values if nil.
    public static func strongest(in values: [Double], longest: Int? = nil) -> Seasonality? {
        let limit = min(2000, values.count / 3, longest ?? .max)
        guard limit >= 2 else { return nil }
        let trend = Rolling.centredMean(values, width: 2 * limit + 1)
        let flat = zip(values, trend).map { $0 - $1 }
        let lags = Autocorrelation.values(of: flat, lags: limit + 1)
        guard lags.count > limit + 1 else { return nil }
        let needed = max(0.1, 3 / Double(values.count).squareRoot())
        let peaks = (2...limit).filter { lag in
            lags[lag] > needed && lags[lag] > lags[lag - 1] && lags[lag] >= lags[lag + 1]
        }
        guard let highest = peaks.map({ lags[$0] }).max(),
            let period = peaks.first(where: { lags[$0] > 0.9 * highest })
        else { return nil }
        return Seasonality(of: values, period: period)
    }

    /// Mean deviation of each phase from the level around it; sums to 0. NaN is left out.
    static func profile(of values: [Double], period: Int) -> [Double] {
        means(ofPhases: detrended(values, period: period), period: period)
    }

    private static func detrended(_ values: [Double], period: Int) -> [Double] {
        // Two passes of one period each remove the pattern also for an even period.
        let once = Rolling.trailingMean(values, width: period)
        let level = Array(
            Rolling.trailingMean(once.reversed(), width: period).reversed())
        let edge = period - 1
        return values.indices.map { index in
            // At the ends the means stand on less than a period.
            let inner = min(max(index, edge), max(edge, values.count - 1 - edge))
            return values[index] - level[min(inner, values.count - 1)]
        }
    }

    private static func means(ofPhases values: [Double], period: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: period)
        var counts = [Double](repeating: 0, count: period)
        for (index, value) in values.enumerated() where value.isFinite {
            sums[index % period] += value
            counts[index % period] += 1
        }
        let means = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
        let offset = Statistics.mean(means)
        return means.map { $0 - offset }
    }
}
