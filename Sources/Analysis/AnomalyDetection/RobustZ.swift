import Values

/// Distance of each value from its signal's median in 1.4826 MAD.
///
/// Iglewicz and Hoaglin, "How to detect and handle outliers" (1993). Looks at each row by itself,
/// so both modes agree. O(n) to fit and to score.
public struct RobustZ: AnomalyDetector {
    /// The distance, in robust standard deviations, above which a row is an anomaly.
    public var threshold: Double

    /// `threshold` is in robust standard deviations.
    public init(threshold: Double = 4) { self.threshold = threshold }

    /// Learns median and scale of each signal.
    ///
    /// - Throws: `AnalysisError.tooFew` below two rows.
    public func fit(_ training: Signals) throws -> RobustZModel {
        guard training.rowCount > 1 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 2)
        }
        return RobustZModel(
            scales: training.columns.map { RobustScale($0) }, threshold: threshold)
    }
}

/// A fitted ``RobustZ``.
public struct RobustZModel: AnomalyModel {
    let scales: [RobustScale]
    let threshold: Double

    /// Scores every row by its signal farthest from the median.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: scales.count)
        let bands = scales.map { scale -> AnomalyScores.Band? in
            guard scale.centre.isFinite else { return nil }
            let half = threshold * scale.scale
            return AnomalyScores.Band(
                lower: [Double](repeating: scale.centre - half, count: signals.rowCount),
                upper: [Double](repeating: scale.centre + half, count: signals.rowCount))
        }
        return AnomalyScores(
            deviations: zip(signals.columns, scales).map { column, scale in
                column.map { abs(scale.z($0)) }
            },
            threshold: threshold, expected: bands)
    }
}
