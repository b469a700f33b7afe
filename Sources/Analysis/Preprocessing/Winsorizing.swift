public import Values

/// Pulls extreme values in to a limit, so that one broken sensor does not rule a whole analysis.
public enum Winsorizing: Sendable, Hashable {
    /// To these two quantiles of each column, as 0.01 and 0.99.
    case quantiles(lower: Double, upper: Double)
    /// To the median minus and plus so many median absolute deviations (times 1.4826).
    case deviations(Double)

    /// Learns the limits of each column; missing values (NaN) are left out.
    ///
    /// A column whose median absolute deviation is 0 has no limits by deviations.
    ///
    /// - Throws: `AnalysisError.parameter` unless 0 ≤ lower ≤ upper ≤ 1, or the deviations are
    ///   positive.
    /// - Complexity: O(rows × columns).
    public func fit(_ matrix: FeatureMatrix) throws(AnalysisError) -> FittedWinsorizing {
        try check()
        let limits = (0..<matrix.columnCount).map { self.limits(matrix.column($0)) }
        return FittedWinsorizing(lower: limits.map(\.lower), upper: limits.map(\.upper))
    }

    private func check() throws(AnalysisError) {
        switch self {
        case .quantiles(let lower, let upper):
            guard lower >= 0, lower <= 1 else {
                throw .parameter("lower", value: lower, minimum: 0, maximum: 1)
            }
            guard upper >= lower, upper <= 1 else {
                throw .parameter("upper", value: upper, minimum: lower, maximum: 1)
            }
        case .deviations(let count):
            guard count > 0, count.isFinite else {
                throw .parameter("deviations", value: count, minimum: 0, maximum: .infinity)
            }
        }
    }

    private func limits(_ values: [Double]) -> (lower: Double, upper: Double) {
        let everything = (lower: -Double.infinity, upper: Double.infinity)
        switch self {
        case .quantiles(let lower, let upper):
            let limits = Statistics.quantiles(values, [lower, upper])
            return limits[0].isNaN ? everything : (limits[0], limits[1])
        case .deviations(let count):
            let center = Statistics.median(values)
            let reach = Statistics.mad(values) * count
            return reach > 0 ? (center - reach, center + reach) : everything
        }
    }
}

/// The limits that values are pulled in to.
public struct FittedWinsorizing: Sendable, Hashable {
    /// The least value of each column that stays; -∞ without a limit.
    public let lower: [Double]
    /// The greatest value of each column that stays; ∞ without a limit.
    public let upper: [Double]

    /// The matrix within the limits; missing values stay missing.
    ///
    /// - Throws: `AnalysisError.columns` for another number of columns.
    /// - Complexity: O(rows × columns).
    public func apply(to matrix: FeatureMatrix) throws(AnalysisError) -> FeatureMatrix {
        try matrix.requireColumns(lower.count)
        return matrix.mapping { $1.isNaN ? $1 : min(max($1, lower[$0]), upper[$0]) }
    }
}
