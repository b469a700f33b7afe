import Analysis
import Reports

/// Errors of predicted remaining lives on held-out units, by the size of the prediction.
///
/// Split conformal prediction (Lei et al. 2018) within classes of about equally many predictions
/// (Mondrian: Vovk 2005): near the end a life is known better than far from it. Rows of one unit
/// are very similar, so that the correction for small samples counts units, not rows.
struct HeldOutErrors {
    /// Classes of predictions at most.
    private static let classes = 6
    /// Rows per class at least.
    private static let leastRows = 30

    /// Quantiles of truth minus prediction, ascending by prediction; empty with too few rows or a
    /// single unit.
    let quantiles: [BackTest.ErrorQuantiles]

    /// - Parameters:
    ///   - units: The unit of each row.
    /// - Complexity: O(n log n).
    init(predictions: [Double], truth: [Double], units: [Int]) {
        let order = predictions.indices
            .filter { predictions[$0].isFinite && truth[$0].isFinite }
            .sorted { (predictions[$0], $0) < (predictions[$1], $1) }
        let count = min(Self.classes, order.count / Self.leastRows)
        let unitCount = Set(units).count
        guard count > 0, unitCount > 1 else {
            quantiles = []
            return
        }
        quantiles = (0..<count).map { place in
            let rows = order[order.count * place / count..<order.count * (place + 1) / count]
            let errors = rows.map { truth[$0] - predictions[$0] }
            // Of u exchangeable units, the (1 − a)(u + 1)-th smallest error bounds a share 1 − a.
            let tail = (1 - BackTest.coverage) / 2
            let level = min(1, (1 - tail) * Double(unitCount + 1) / Double(unitCount))
            return BackTest.ErrorQuantiles(
                upTo: rows.last.map { predictions[$0] } ?? 0,
                low: Statistics.quantile(errors, 1 - level),
                high: Statistics.quantile(errors, level))
        }
    }
}
