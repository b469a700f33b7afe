/// The detector for one signal that arrives as a stream: time of day, shape, level and variance
/// together, with a silent period after an alarm.
///
/// The surprises of `SeasonalResidual`, `WindowNeighbour` and `LevelShift` are added. After a
/// score only a higher one is given out for the length of the silent period, so that one event
/// raises few alarms at any threshold. O(n · memory) per signal.
public struct StreamEnsemble: AnomalyDetector {
    /// Surprise, in nats, above which a row is an anomaly.
    public var threshold: Double
    /// Length of the silent period in parts of the training.
    public var silence: Double

    /// A detector with the given threshold.
    public init(threshold: Double = 24, silence: Double = 0.2) {
        self.threshold = threshold
        self.silence = silence
    }

    /// Takes the length of the training as the time to warm up.
    public func fit(_ training: Signals) throws -> StreamEnsembleModel {
        let inner = try StreamModel(training, threshold: threshold, looksBack: false) { scale in
            [SeasonalPart()] + WindowNeighbour().parts + LevelShift().parts(scale: scale)
        }
        let rows = (silence * Double(training.rowCount)).rounded()
        return StreamEnsembleModel(inner: inner, silence: max(1, Int(min(1e6, max(0, rows)))))
    }
}

/// A fitted ``StreamEnsemble``.
public struct StreamEnsembleModel: AnomalyModel {
    let inner: StreamModel
    let silence: Int

    /// Scores every row; 0 while warming up and where a recent score was as high.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        let all = try inner.scores(signals, mode: mode)
        let records = Self.records(all.score, silence: silence)
        let shares = all.contributions.map { signal in
            zip(signal, records).map { $1 > 0 ? $0 : 0 }
        }
        return AnomalyScores(
            score: records, isAnomaly: records.map { $0 > all.threshold },
            threshold: all.threshold, contributions: shares, expected: all.expected)
    }

    /// Keeps a score that exceeds all kept ones of the `silence` rows before it, else 0. O(n).
    static func records(_ scores: [Double], silence: Int) -> [Double] {
        var last = -1
        return scores.enumerated().map { row, score in
            // Within the silent period kept scores rise, so the last one is the highest.
            if last >= 0, row - last <= silence, score <= scores[last] { return 0 }
            last = row
            return score
        }
    }
}
