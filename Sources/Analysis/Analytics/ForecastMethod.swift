/// A way to continue a series; the cases go from the simplest to the most flexible.
public enum ForecastMethod: Sendable, Hashable, CaseIterable {
    /// The last value again and again.
    case naive
    /// The mean of all values.
    case mean
    /// The value one period earlier; as `naive` without a period.
    case seasonalNaive
    /// The straight line through the first and the last value.
    case drift
    /// The Theta method of Assimakopoulos and Nikolopoulos.
    case theta
    /// Exponential smoothing with a damped trend, fitted to the history.
    case dampedTrend

    /// The forecast of `horizon` values after a history without missing values.
    /// Empty for an empty history or no horizon. `seasonalNaive` without a period, or with less
    /// history than one, is `naive`.
    /// one, is `naive`.
    func forecast(_ history: [Double], horizon: Int, period: Int?) -> [Double] {
        guard let last = history.last, let first = history.first, horizon > 0 else { return [] }
        switch self {
        case .naive:
            return [Double](repeating: last, count: horizon)
        case .mean:
            return [Double](repeating: Statistics.mean(history), count: horizon)
        case .seasonalNaive:
            guard let period, period > 1, history.count >= period else {
                return ForecastMethod.naive.forecast(history, horizon: horizon, period: nil)
            }
            return (0..<horizon).map { history[history.count - period + $0 % period] }
        case .drift:
            let step = history.count > 1 ? (last - first) / Double(history.count - 1) : 0
            return (1...horizon).map { last + step * Double($0) }
        case .theta:
            return Theta(period: period).forecast(history, horizon: horizon)
        case .dampedTrend:
            return DampedTrend.fitted(to: history).forecast(history, horizon: horizon)
        }
    }
}
