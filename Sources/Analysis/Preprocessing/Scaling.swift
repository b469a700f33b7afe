public import Values

/// Brings columns of different units to one scale.
public enum Scaling: Sendable, Hashable, CaseIterable {
    /// Minus the mean, over the standard deviation (divisor n).
    case standard
    /// Minus the median, over the interquartile range.
    case robust
    /// Minus the median, over the median absolute deviation times 1.4826.
    case medianAbsoluteDeviation
    /// As they are.
    case none

    /// Learns center and scale of each column; missing values (NaN) are left out.
    ///
    /// A constant column (and one without values) is centered and keeps its scale: its scale is 1.
    /// A robust scale of 0, where more than half of the values are equal but not all, is replaced
    /// by the standard deviation.
    ///
    /// - Complexity: O(rows × columns).
    public func fit(_ matrix: FeatureMatrix) -> FittedScaling {
        let fitted = (0..<matrix.columnCount).map { parameters(matrix.column($0)) }
        return FittedScaling(centers: fitted.map(\.center), scales: fitted.map(\.scale))
    }

    private func parameters(_ values: [Double]) -> (center: Double, scale: Double) {
        let deviation = Statistics.standardDeviation(values, degreesOfFreedom: 0)
        let center: Double
        let spread: Double
        switch self {
        case .standard: (center, spread) = (Statistics.mean(values), deviation)
        case .robust:
            (center, spread) = (
                Statistics.median(values), Statistics.interquartileRange(values)
            )
        case .medianAbsoluteDeviation:
            (center, spread) = (Statistics.median(values), Statistics.mad(values))
        case .none: return (0, 1)
        }
        guard center.isFinite else { return (0, 1) }
        // What rounding alone leaves of a constant far from 0 is no spread.
        let noise = 10 * Double.ulpOfOne * abs(center)
        let scale = [spread, deviation].first { $0.isFinite && $0 > noise }
        return (center, scale ?? 1)
    }
}

/// Centers and scales of the columns, to apply to the same or to other data.
public struct FittedScaling: Sendable, Hashable {
    /// What is subtracted from each column.
    public let centers: [Double]
    /// What each column is then divided by; never 0.
    public let scales: [Double]

    /// The scaled matrix; missing values stay missing.
    ///
    /// - Throws: `AnalysisError.columns` for another number of columns.
    /// - Complexity: O(rows × columns).
    public func apply(to matrix: FeatureMatrix) throws(AnalysisError) -> FeatureMatrix {
        try matrix.requireColumns(centers.count)
        return matrix.mapping { ($1 - centers[$0]) / scales[$0] }
    }
}
