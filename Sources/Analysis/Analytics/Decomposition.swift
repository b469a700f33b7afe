import Values

/// A series as trend + season + remainder. Made by ``STL``.
public struct Decomposition: Sendable, Equatable {
    /// The slow part.
    public let trend: [Double]
    /// The repeating part, which may change slowly.
    public let seasonal: [Double]
    /// What is left.
    public let remainder: [Double]
    /// How much each value counted, 0 to 1; all 1 unless robust.
    public let weights: [Double]

    /// 0 for no trend to 1 for nothing else: 1 - var(remainder) / var(trend + remainder).
    public var trendStrength: Double { strength(trend) }
    /// 0 for no season to 1 for nothing else: 1 - var(remainder) / var(season + remainder).
    public var seasonalStrength: Double { strength(seasonal) }

    private func strength(_ part: [Double]) -> Double {
        let whole = Statistics.variance(zip(part, remainder).map { $0 + $1 })
        return whole > 0 ? min(1, max(0, 1 - Statistics.variance(remainder) / whole)) : 0
    }
}

/// Seasonal-trend decomposition by local regression.
///
/// Cleveland, Cleveland, McRae and Terpenning, J. Official Statistics 6 (1990), with locally
/// linear fits and the customary window of the trend. O(n · period).
public struct STL: Sendable {
    /// Values after which the season repeats.
    public var period: Int
    /// Width of the seasonal smoother in periods, odd.
    public var seasonalWidth: Int
    /// Whether values far from the fit lose their weight.
    public var isRobust: Bool

    /// A decomposition for the given period.
    public init(period: Int, seasonalWidth: Int = 7, isRobust: Bool = true) {
        self.period = period
        self.seasonalWidth = max(3, seasonalWidth | 1)
        self.isRobust = isRobust
    }

    /// Decomposes a series, or nil for a period below 2 or fewer than two periods of values.
    ///
    /// Missing values (NaN) are filled by straight lines first and have a NaN remainder.
    public func fit(_ values: [Double]) -> Decomposition? {
        let series = Gaps.filled(values)
        guard period > 1, series.count >= 2 * period else { return nil }
        var trend = [Double](repeating: 0, count: series.count)
        var seasonal = trend
        var weights = [Double](repeating: 1, count: series.count)
        for round in 0...(isRobust ? 15 : 0) {
            for _ in 0..<(isRobust ? 2 : 5) {
                update(series, weights: weights, trend: &trend, seasonal: &seasonal)
            }
            if isRobust, round < 15 {
                weights = Self.robustWeights(
                    series.indices.map { series[$0] - trend[$0] - seasonal[$0] })
            }
        }
        let remainder = values.indices.map { index in
            values[index].isFinite ? values[index] - trend[index] - seasonal[index] : .nan
        }
        return Decomposition(
            trend: trend, seasonal: seasonal, remainder: remainder, weights: weights)
    }

    /// One pass of the inner loop: new season, then new trend.
    private func update(
        _ series: [Double], weights: [Double], trend: inout [Double], seasonal: inout [Double]
    ) {
        let detrended = zip(series, trend).map { $0 - $1 }
        let cycle = smoothedPhases(detrended, weights: weights)
        let lowWidth = period % 2 == 0 ? period + 1 : period + 2
        let means = Self.movingMeans(
            Self.movingMeans(Self.movingMeans(cycle, period), period), 3)
        let low = Loess(width: lowWidth).smoothed(means)
        seasonal = series.indices.map { cycle[$0 + period] - low[$0] }
        let adjusted = series.indices.map { series[$0] - seasonal[$0] }
        let ratio = 1.5 * Double(period) / (1 - 1.5 / Double(seasonalWidth))
        trend = Loess(width: Int(clamping: ratio.rounded(.up)) | 1).smoothed(
            adjusted, weights: weights)
    }

    /// Each phase smoothed over the periods and extended by one period at both ends.
    private func smoothedPhases(_ values: [Double], weights: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: values.count + 2 * period)
        let loess = Loess(width: seasonalWidth)
        for phase in 0..<period {
            let places = Array(stride(from: phase, to: values.count, by: period))
            let part = places.map { values[$0] }
            let partWeights = places.map { weights[$0] }
            let inner = loess.smoothed(part, weights: partWeights)
            result[phase] =
                loess.value(at: -1, of: part, weights: partWeights) ?? inner.first ?? 0
            for (number, value) in inner.enumerated() {
                result[phase + (number + 1) * period] = value
            }
            result[phase + (inner.count + 1) * period] =
                loess.value(at: Double(part.count), of: part, weights: partWeights)
                ?? inner.last ?? 0
        }
        return result
    }

    /// Means of `width` values; the result is `width - 1` shorter.
    private static func movingMeans(_ values: [Double], _ width: Int) -> [Double] {
        guard values.count >= width else { return [] }
        var sum = values[..<width].reduce(0, +)
        var result = [sum / Double(width)]
        for index in width..<max(width, values.count) {
            sum += values[index] - values[index - width]
            result.append(sum / Double(width))
        }
        return result
    }

    /// Bisquare weights with six median absolute remainders as limit.
    private static func robustWeights(_ remainder: [Double]) -> [Double] {
        let sizes = remainder.map(abs)
        let limit = 6 * Statistics.median(sizes)
        return sizes.map { size in
            if size <= 0.001 * limit { return 1 }
            if size > 0.999 * limit { return 0 }
            let ratio = size / limit
            return (1 - ratio * ratio) * (1 - ratio * ratio)
        }
    }
}
