extension BackTest {
    /// What alarms from a probability on would have cost.
    public struct CostPoint: Sendable, Hashable {
        /// The probability from which on an alarm is raised.
        public var threshold: Double
        /// Missed failures and false alarms at their prices.
        public var cost: Double
    }

    /// What the model's alarms would have cost at each threshold, the lowest first; empty in files of
    /// earlier versions, which do not keep thresholds, and where there were no failures to predict.
    ///
    /// - Complexity: O(points).
    public func costCurve(at prices: AlarmPrices) -> [CostPoint] {
        guard let positives, positives > 0 else { return [] }
        return curve.reversed().compactMap { point in
            guard let threshold = point.threshold, point.precision > 0 else { return nil }
            let counts = Counts(point.recall, point.precision, positives, of: rows)
            return CostPoint(
                threshold: threshold, cost: cost(of: counts, positives: positives, at: prices))
        }
    }
}
