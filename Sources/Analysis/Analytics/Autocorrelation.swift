/// The correlation of a series with itself, shifted by some steps.
public enum Autocorrelation {
    /// Autocorrelations at lags 0 to `lags`, at most n − 1; empty for a constant or empty series.
    ///
    /// The usual biased estimator (divisor n). NaN is missing: its pairs are left out and the
    /// sum is scaled up for them. O(n · lags).
    public static func values(of series: [Double], lags: Int) -> [Double] {
        let mean = Statistics.mean(series)
        let deviations = series.map { $0.isNaN ? 0 : $0 - mean }
        let isPresent = series.map { !$0.isNaN }
        let hasGaps = isPresent.contains(false)
        let power = deviations.reduce(0) { $0 + $1 * $1 }
        guard power > 0, power.isFinite, lags >= 0 else { return [] }
        return (0...min(lags, series.count - 1)).map { lag in
            var sum = 0.0
            for index in 0..<(series.count - lag) {
                sum += deviations[index] * deviations[index + lag]
            }
            guard hasGaps else { return sum / power }
            let pairs = (0..<(series.count - lag)).count { isPresent[$0] && isPresent[$0 + lag] }
            let share = Double(pairs) / Double(series.count - lag)
            let presence = Double(isPresent.count { $0 }) / Double(series.count)
            return pairs == 0 ? 0 : sum / power * presence / share
        }
    }
}
