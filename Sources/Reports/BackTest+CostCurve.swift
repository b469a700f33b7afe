extension BackTest {
    /// The cost of the alarms at one threshold.
    public struct CostPoint: Sendable, Hashable {
        /// Rows with at least this probability have an alarm.
        public var threshold: Double
        /// Missed failures and false alarms at their prices, in the unit of `AlarmPrices`.
        public var cost: Double
    }

    /// The cost of the model's alarms at each threshold of the curve, ascending; empty in files of
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
