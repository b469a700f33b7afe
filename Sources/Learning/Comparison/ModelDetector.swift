import Analysis
import Models
import Reports

/// A model that raises alarms, with its scores for the device at hand.
struct ModelDetector {
    let file: String
    let sha256: String
    let columns: [String]?
    let rows: ScoredRows
    let limit: DetectorComparison.Limit
    /// Its own back-test, where it predicts failures.
    let backTest: BackTest?

    var detector: DetectorComparison.Detector { .model(file) }

    /// Nil for a model without scores for the device, or whose scores are not alarms: classes,
    /// remaining life, values of unknown meaning.
    init?(_ entry: ModelPanel.Entry, spec: ModelCard?) {
        guard case .result(let result) = entry.outcome, result.times.count > 1, spec != nil else {
            return nil
        }
        switch entry.card.meaning {
        case .reconstruction, .score, .probability: break
        case .classes, .remainingLife, .unknown: return nil
        }
        file = entry.card.file
        sha256 = entry.card.sha256
        columns = entry.card.columns
        backTest = entry.card.backTest
        let level: Double
        (level, limit) = Self.threshold(
            result.threshold, result.scores, isProbability: entry.card.meaning == .probability)
        rows = ScoredRows(times: result.times, scores: result.scores, threshold: level)
    }

    /// The model's own threshold, else one half for probabilities and the 99th percentile for other
    /// scores.
    static func threshold(
        _ own: Double?, _ scores: [Double], isProbability: Bool
    ) -> (level: Double, limit: DetectorComparison.Limit) {
        if let own { return (own, .own) }
        if isProbability { return (0.5, .half) }
        return (Statistics.quantile(scores.filter(\.isFinite), 0.99), .hundredth)
    }
}
