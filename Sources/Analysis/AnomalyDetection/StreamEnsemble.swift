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
    /// Length of the silent period in parts of the training.
    public var silence: Double
    /// How many times the last score given out a score within the silent period must be.
    public var rise: Double

    /// A detector with the given threshold.
    public init(threshold: Double = 7.25, silence: Double = 0.25, rise: Double = 1.5) {
        self.threshold = threshold
        self.silence = silence
        self.rise = rise
    }

    /// Takes the length of the training as the time to warm up.
    public func fit(_ training: Signals) throws -> StreamEnsembleModel {
        let inner = try StreamModel(training, threshold: threshold, looksBack: false) { _ in
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

    /// Scores every row; 0 while warming up and where a recent score was not much lower.
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

    /// Keeps a score that exceeds `rise` times each kept one of the `silence` rows before it, else
    /// 0. O(n).
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
