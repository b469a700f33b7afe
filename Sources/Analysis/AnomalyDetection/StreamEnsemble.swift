import Values

/// The detector for one signal that arrives as a stream: time of day and shape together, with a
/// silent period after an alarm.
///
/// The surprises of `SeasonalResidual` and `WindowNeighbour` are added, each averaged over widths
/// a factor apart, so that no single width has to fit the stream. After a score only a clearly
/// higher one is given out for the length of the silent period, so that one event raises few
/// alarms at any threshold. O(n · memory) per signal.
public struct StreamEnsemble: AnomalyDetector {
    /// Surprise, in nats, above which a row is an anomaly.
    public var threshold: Double
    /// Length of the silent period as a share of the training rows.
    public var silence: Double
    /// Within the silent period a score counts only where it exceeds this many times the last one
    /// given out.
    public var rise: Double

    /// The defaults are what ``DefaultDetector`` uses.
    public init(threshold: Double = 7.25, silence: Double = 0.25, rise: Double = 1.5) {
        self.threshold = threshold
        self.silence = silence
        self.rise = rise
    }

    /// Takes the length of the training as the time to warm up and the measure of the silent
    /// period.
    ///
    /// - Throws: `AnalysisError.tooFew` below 20 rows.
    public func fit(_ training: Signals) throws -> StreamEnsembleModel {
        let inner = try StreamModel(training, threshold: threshold, looksBack: false) {
            [SeasonalResidual().parts, WindowNeighbour().parts]
        }
        let rows = (silence * Double(training.rowCount)).rounded()
        return StreamEnsembleModel(
            inner: inner, silence: max(1, Int(clamping: min(1e6, max(0, rows)))), rise: rise)
    }
}

/// A fitted ``StreamEnsemble``.
public struct StreamEnsembleModel: AnomalyModel {
    let inner: StreamModel
    let silence: Int
    let rise: Double

    /// Scores every row; 0 while warming up, and within the silent period unless clearly higher
    /// than the last score given out.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        let all = try inner.scores(signals, mode: mode)
        let records = Self.records(all.score, silence: silence, rise: rise)
        let shares = all.contributions.map { signal in
            zip(signal, records).map { $1 > 0 ? $0 : 0 }
        }
        return AnomalyScores(
            score: records, isAnomaly: records.map { $0 > all.threshold },
            threshold: all.threshold, contributions: shares, expected: all.expected)
    }

    /// Keeps a score unless one of the `silence` rows before it was kept and `rise` times that one
    /// is not exceeded; 0 in place of the others. O(n).
    static func records(_ scores: [Double], silence: Int, rise: Double) -> [Double] {
        var last = -1
        return scores.enumerated().map { row, score in
            // Within the silent period kept scores rise, so the last one is the highest.
            if last >= 0, row - last <= silence, score <= rise * scores[last] { return 0 }
            last = row
            return score
        }
    }
}
