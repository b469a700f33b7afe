extension MetricSummary {
    /// Folds in one reading (B. P. Welford, 1962); NaN and infinite ones are skipped.
    /// - Complexity: O(1).
    public mutating func add(_ value: Double) {
        guard value.isFinite else { return }
        guard count > 0 else {
            self = MetricSummary(
                count: 1, mean: value, m2: 0, minimum: value, maximum: value, last: value)
            return
        }
        count += 1
        let delta = value - mean
        mean += delta / Double(count)
        m2 += delta * (value - mean)
        minimum = min(minimum, value)
        maximum = max(maximum, value)
        last = value
    }

    /// Folds in another summary, whose readings came later (T. F. Chan, G. H. Golub and R. J.
    /// LeVeque, 1979). Exact up to rounding, whatever the grouping.
    /// - Complexity: O(1).
    public mutating func merge(_ later: MetricSummary) {
        guard later.count > 0 else { return }
        guard count > 0 else {
            self = later
            return
        }
        let (left, right) = (Double(count), Double(later.count))
        let delta = later.mean - mean
        mean += delta * (right / (left + right))
        m2 += later.m2 + delta * delta * (left * right / (left + right))
        count += later.count
        minimum = min(minimum, later.minimum)
        maximum = max(maximum, later.maximum)
        last = later.last
    }
}
