#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The Theta method of Assimakopoulos and Nikolopoulos (Int. J. Forecasting 16, 2000), in the
/// form of Hyndman and Billah (19, 2003): simple exponential smoothing with a drift of half the
/// slope of the regression line. Additive seasonal adjustment where the period stands out.
struct Theta: Sendable, Equatable {
    /// The period to adjust for, used only where it stands out.
    var period: Int?

    /// The values after a history, which must not be empty. O(n), some 30 passes.
    func forecast(_ history: [Double], horizon: Int) -> [Double] {
        let profile = seasonalProfile(history)
        let level = history.indices.map { history[$0] - profile[$0 % profile.count] }
        let alpha = Self.bestAlpha(level)
        let smoothed = Self.smooth(level, alpha: alpha).level
        let slope = Self.slope(level)
        // What the smoothing lags behind a line after n steps.
        let lag = (1 - pow(1 - alpha, Double(level.count))) / alpha
        return (0..<horizon).map { step in
            smoothed + 0.5 * slope * (Double(step) + lag)
                + profile[(history.count + step) % profile.count]
        }
    }

    /// Mean deviation of each phase from the level around it; [0] where the period does not stand
    /// out.
    private func seasonalProfile(_ history: [Double]) -> [Double] {
        guard let period, period > 1, history.count >= 2 * period + 2 else { return [0] }
        let correlations = Autocorrelation.values(of: history, lags: period)
        guard correlations.count > period else { return [0] }
        // The test of the Theta method in the M3 competition: one-sided 90 % of Bartlett's limit.
        let spread = correlations[1..<period].reduce(1) { $0 + 2 * $1 * $1 }
        let limit = 1.645 * (spread / Double(history.count)).squareRoot()
        guard correlations[period] > limit else { return [0] }
        return Seasonality.profile(of: history, period: period)
    }

    private static func smooth(
        _ values: [Double], alpha: Double
    ) -> (level: Double, squaredError: Double) {
        var level = values[0]
        var squaredError = 0.0
        for value in values.dropFirst() {
            let error = value - level
            squaredError += error * error
            level += alpha * error
        }
        return (level, squaredError)
    }

    /// Golden-section search of the weight with the smallest squared one-step error.
    private static func bestAlpha(_ values: [Double]) -> Double {
        var low = 0.01
        var high = 0.99
        let ratio = 0.618_033_988_749_894_9
        for _ in 0..<16 {
            let left = high - ratio * (high - low)
            let right = low + ratio * (high - low)
            let isLeftBetter =
                smooth(values, alpha: left).squaredError
                <= smooth(values, alpha: right).squaredError
            if isLeftBetter { high = right } else { low = left }
        }
        return (low + high) / 2
    }

    private static func slope(_ values: [Double]) -> Double {
        let n = Double(values.count)
        guard n > 1 else { return 0 }
        let centre = (n - 1) / 2
        let mean = Statistics.mean(values)
        var sum = 0.0
        for (index, value) in values.enumerated() {
            sum += (Double(index) - centre) * (value - mean)
        }
        return sum * 12 / (n * (n * n - 1))
    }
}
