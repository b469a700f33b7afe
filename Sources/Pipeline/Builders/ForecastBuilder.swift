import Analysis
import Reports
import Values

/// Forecasts a series, and tells how the methods did on its past.
struct ForecastBuilder {
    let values: [Double]
    let times: [Double]
    /// Mean step between `times`, by which the forecast goes on.
    let step: Double
    let horizon: Int
    let seasonLength: Int?
    /// The lowest possible value: 0 for counts and rates.
    let floor: Double

    /// A forecast of rates, from complete slices only.
    init(series: RateSeries, horizon: Int, seasonLength: Int?) {
        let whole = series.slices.indices.filter {
            series.slices[$0].isComplete && series.rates[$0].isFinite
        }
        self.init(
            values: whole.map { series.rates[$0] }, times: whole.map { series.slices[$0].from },
            horizon: horizon, seasonLength: seasonLength, floor: 0)
    }

    init(
        values: [Double], times: [Double], horizon: Int, seasonLength: Int?,
        floor: Double = -.infinity
    ) {
        self.values = values
        self.times = times
        self.horizon = horizon
        self.seasonLength = seasonLength
        self.floor = floor
        step = times.count >= 2 ? (times[times.count - 1] - times[0]) / Double(times.count - 1) : 1
    }

    /// The forecast; `nil` below twelve values.
    func figures() -> ForecastFigures? {
        guard values.count >= 12, let last = times.last,
            let forecast = Forecaster(horizon: horizon, period: seasonLength).fit(values)
        else { return nil }
        return ForecastFigures(
            method: Self.method(forecast.method),
            trials: forecast.backTests.map {
                ForecastFigures.Trial(method: Self.method($0.method), ratio: $0.relativeToNaive)
            }, backtests: forecast.trials, beatsNaive: forecast.isBetterThanNaive,
            times: (1...horizon).map { last + Double($0) * step },
            values: forecast.steps.map { max(floor, $0.value) },
            low80: forecast.steps.map { max(floor, $0.interval80.lower) },
            high80: forecast.steps.map { $0.interval80.upper },
            low95: forecast.steps.map { max(floor, $0.interval95.lower) },
            high95: forecast.steps.map { $0.interval95.upper })
    }

    private static func method(_ method: ForecastMethod) -> ForecastFigures.Method {
        switch method {
        case .naive: .naive
        case .mean: .mean
        case .seasonalNaive: .seasonalNaive
        case .drift: .drift
        case .theta: .theta
        case .dampedTrend: .dampedTrend
        }
    }
}
