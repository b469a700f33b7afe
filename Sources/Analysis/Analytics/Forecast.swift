/// How a method did on the past.
public struct ForecastBackTest: Sendable, Equatable {
    /// The method tried.
    public let method: ForecastMethod
    /// Mean absolute error over all trials and steps.
    public let meanAbsoluteError: Double
    /// That error over the mean one-step change of the series (mean absolute scaled error);
    /// infinite where a constant series is forecast with an error.
    public let mase: Double
    /// That error over the error of `naive` in the same trials; NaN when both are 0.
    public let relativeToNaive: Double
}

/// The continuation of a series. Made by ``Forecaster``.
public struct Forecast: Sendable, Equatable {
    /// One value after the end of the series.
    public struct Step: Sendable, Equatable {
        /// The forecast itself, the middle of both intervals.
        public let value: Double
        /// Limits within which 80 % of the values should lie.
        public let interval80: Interval
        /// Limits within which 95 % of the values should lie.
        public let interval95: Interval
    }

    /// The method with the smallest error in the back-test.
    public let method: ForecastMethod
    /// `horizon` steps after the last place of the series, missing values included.
    public let steps: [Step]
    /// All methods tried, best first.
    public let backTests: [ForecastBackTest]
    /// Number of places in the past from which the methods were tried.
    public let trials: Int
    /// Whether the method's error is more than 2 % below the naive one, and smaller in more than
    /// half of the trials.
    public let isBetterThanNaive: Bool
}

/// Continues a series by the method that did best on its past.
///
/// Each method forecasts from up to `trials` places spread over the later two thirds of the series,
/// knowing only what came before. The smallest mean absolute error wins, after 1 % more for each
/// place in the order of `ForecastMethod.allCases`, so that simpler methods go first. The intervals
/// come from the winner's own errors, scaled step by step, so they hold without a normal
/// distribution. As the winner was chosen on the same trials, its error is a little flattered.
public struct Forecaster: Sendable {
    /// Steps to forecast.
    public var horizon: Int
    /// Values after which the series may repeat; nil for none. Used from two periods of history on.
    public var period: Int?
    /// The methods tried, in any order.
    public var methods: [ForecastMethod]
    /// The most places in the past to forecast from.
    public var trials: Int
    /// The newest values used, at least eight; older ones are left out.
    public var historyLimit: Int

    /// `horizon`, `period` and `historyLimit` count values of the series, not time.
    public init(
        horizon: Int, period: Int? = nil, methods: [ForecastMethod] = ForecastMethod.allCases,
        trials: Int = 24, historyLimit: Int = 1000
    ) {
        self.horizon = horizon
        self.period = period
        self.methods = methods
        self.trials = trials
        self.historyLimit = historyLimit
    }

    /// The forecast after the last value; nil with fewer than eight values, or steps, to go by.
    ///
    /// Missing values (NaN) are filled by straight lines; trailing ones are forecast over. O(n ·
    /// trials), with some 130 passes over the history for each trial of `dampedTrend`.
    public func fit(_ values: [Double]) -> Forecast? {
        guard let end = values.lastIndex(where: \.isFinite), horizon > 0 else { return nil }
        let trailing = values.count - 1 - end
        let limit = max(8, historyLimit)
        let history = Gaps.filled(Array(values[...end])).suffix(limit)
        guard history.count >= 8 else { return nil }
        let known = Array(history)
        let total = horizon + trailing
        let test = RollingBackTest(
            history: known, horizon: min(total, known.count / 2), period: usefulPeriod(known),
            trials: trials)
        let ranked = test.ranked(methods)
        guard let winner = ranked.first else { return nil }
        let future = winner.method.forecast(known, horizon: total, period: usefulPeriod(known))
        let spread = ForecastSpread(errors: test.errors(of: winner.method))
        let steps = future.enumerated().dropFirst(trailing).map { step, value in
            Forecast.Step(
                value: value, interval80: spread.interval(value, step: step, level: 0.8),
                interval95: spread.interval(value, step: step, level: 0.95))
        }
        return Forecast(
            method: winner.method, steps: steps, backTests: ranked, trials: test.origins.count,
            isBetterThanNaive: winner.relativeToNaive < 0.98
                && test.winsAgainstNaive(winner.method) > 0.5)
    }

    private func usefulPeriod(_ history: [Double]) -> Int? {
        period.flatMap { $0 > 1 && history.count >= 2 * $0 ? $0 : nil }
    }
}
