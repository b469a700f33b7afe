import Values

/// Forecasts from many places in the past, each knowing only what came before.
struct RollingBackTest {
    let history: [Double]
    let horizon: Int
    let period: Int?
    /// Lengths of the histories tried, rising.
    let origins: [Int]

    init(history: [Double], horizon: Int, period: Int?, trials: Int) {
        self.history = history
        self.horizon = max(1, horizon)
        self.period = period
        let shortest = max(4, min(history.count / 3, history.count - horizon), period ?? 0)
        let first = min(shortest, history.count - 1)
        // Close to the end the trials are shorter than the horizon, but there are trials.
        let last = max(first, history.count - max(1, min(horizon, (history.count - first) / 2)))
        let count = min(max(1, trials), last - first + 1)
        origins = (0..<count).map { number in
            count == 1 ? last : first + number * (last - first) / (count - 1)
        }
    }

    /// Errors (actual minus forecast) of each trial by step.
    func errors(of method: ForecastMethod) -> [[Double]] {
        origins.map { origin in
            let steps = min(horizon, history.count - origin)
            let past = Array(history[..<origin])
            let forecast = method.forecast(past, horizon: steps, period: period)
            return zip(history[origin...], forecast).map { $0 - $1 }
        }
    }

    /// The methods by mean absolute error, after 1 % more for each place in
    /// `ForecastMethod.allCases`; those without a period they need, or with errors that are not
    /// finite, are left out.
    func ranked(_ methods: [ForecastMethod]) -> [ForecastBackTest] {
        let naive = meanAbsoluteError(.naive)
        let changes = zip(history.dropFirst(), history).map { abs($0 - $1) }
        let scale = Statistics.mean(changes)
        let useful = methods.filter { $0 != .seasonalNaive || period != nil }
        let order = ForecastMethod.allCases
        let tests = useful.map { method in
            let error = method == .naive ? naive : meanAbsoluteError(method)
            return ForecastBackTest(
                method: method, meanAbsoluteError: error,
                mase: scale > 0 ? error / scale : (error > 0 ? .infinity : 0),
                relativeToNaive: error / naive)
        }
        func handicap(_ test: ForecastBackTest) -> Double {
            let rank = Double(order.firstIndex(of: test.method) ?? 0)
            return test.meanAbsoluteError * (1 + 0.01 * rank) + 1e-12 * rank * scale
        }
        return tests.filter { $0.meanAbsoluteError.isFinite }
            .sorted { (handicap($0), rank($0, order)) < (handicap($1), rank($1, order)) }
    }

    /// Share of the trials in which a method's summed error is smaller than that of `naive`.
    func winsAgainstNaive(_ method: ForecastMethod) -> Double {
        let wins = zip(errors(of: method), errors(of: .naive)).count { mine, naive in
            mine.reduce(0) { $0 + abs($1) } < naive.reduce(0) { $0 + abs($1) }
        }
        return Double(wins) / Double(origins.count)
    }

    private func rank(_ test: ForecastBackTest, _ order: [ForecastMethod]) -> Int {
        order.firstIndex(of: test.method) ?? 0
    }

    private func meanAbsoluteError(_ method: ForecastMethod) -> Double {
        Statistics.mean(errors(of: method).flatMap { $0 }.map(abs))
    }
}

/// The spread of back-test errors by step, and intervals from it.
struct ForecastSpread {
    /// Root mean square error of each step, never falling with the step.
    private let scales: [Double]
    /// Absolute errors over the scale of their step, sorted.
    private let relative: [Double]

    init(errors: [[Double]]) {
        let steps = errors.map(\.count).max() ?? 0
        var scales: [Double] = []
        for step in 0..<steps {
            let squares = errors.compactMap { step < $0.count ? $0[step] * $0[step] : nil }
            scales.append(max(Statistics.mean(squares).squareRoot(), scales.last ?? 0))
        }
        self.scales = scales
        relative = errors.flatMap { trial in
            trial.enumerated().compactMap { step, error in
                scales[step] > 0 ? abs(error) / scales[step] : nil
            }
        }
        .sorted()
    }

    /// Limits around a forecast, `step` counted from 0.
    func interval(_ value: Double, step: Int, level: Double) -> Interval {
        guard let last = scales.last, !relative.isEmpty else {
            return Interval(lower: value, upper: value)
        }
        // Beyond the steps tried the spread grows as that of a random walk.
        let growth = (Double(step + 1) / Double(scales.count)).squareRoot()
        let scale = step < scales.count ? scales[step] : last * growth
        // One more than the share asked for, as in conformal prediction.
        let rank = ((Double(relative.count) + 1) * level).rounded(.up)
        let index = min(relative.count, max(1, Int(clamping: rank))) - 1
        return Interval(
            lower: value - relative[index] * scale, upper: value + relative[index] * scale)
    }
}
