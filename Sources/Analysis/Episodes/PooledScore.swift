/// Puts the scores of several detectors on one scale and takes them together.
enum PooledScore {
    /// Scores less their median, in units of what the 90 % point exceeds it by; what is below the
    /// median is 0.
    ///
    /// A detector that finds something rare gets far above 1, one that does not stays near it.
    static func scaled(_ scores: [Double]) -> [Double] {
        let levels = Statistics.quantiles(scores, [0.5, 0.9])
        guard levels[0].isFinite else { return scores.map { _ in 0 } }
        let scale = levels[1] - levels[0] + 1e-9 * abs(levels[0]) + 1e-12
        return scores.map { max(0, ($0 - levels[0]) / scale) }
    }

    /// The root mean square of each row's scaled scores.
    static func pooled(_ parts: [[Double]]) -> [Double] {
        guard let first = parts.first else { return [] }
        return first.indices.map { row in
            let sum = parts.reduce(0) { $0 + $1[row] * $1[row] }
            return (sum / Double(parts.count)).squareRoot()
        }
    }
}
