import Values

/// Finds values outside everything seen before.
///
/// The score is the distance beyond the range of the training (live: and of all rows until then)
/// in parts of that range; a value within scores 0. A signal that was constant has a range of
/// one step of its resolution. O(n).
public struct RangeNovelty: AnomalyDetector {
    /// The distance beyond the range, in parts of it, above which a row is an anomaly.
    public var threshold: Double

    /// A detector with the given threshold.
    public init(threshold: Double = 0.1) { self.threshold = threshold }

    /// Learns the range of each signal.
    public func fit(_ training: Signals) throws -> RangeNoveltyModel {
        guard training.rowCount > 1 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 2)
        }
        let ranges = training.columns.map { column -> RangeNoveltyModel.Range? in
            let present = column.filter { !$0.isNaN }
            guard let lowest = present.min(), let highest = present.max() else { return nil }
            let step = ValueResolution.step(of: present)
            return RangeNoveltyModel.Range(
                lowest: lowest, highest: highest,
                unit: max(highest - lowest, step > 0 ? step : 1e-9 * max(1, abs(highest))))
        }
        return RangeNoveltyModel(ranges: ranges, threshold: threshold)
    }
}

/// A fitted ``RangeNovelty``.
public struct RangeNoveltyModel: AnomalyModel {
    struct Range: Sendable, Equatable {
        var lowest: Double
        var highest: Double
        let unit: Double

        func distance(_ value: Double) -> Double {
            value.isNaN ? 0 : max(0, lowest - value, value - highest) / unit
        }
    }

    let ranges: [Range?]
    let threshold: Double

    /// Scores every row; live, the range grows with what was seen.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: ranges.count)
        let bands = ranges.map { range in
            range.map { range in
                AnomalyScores.Band(
                    lower: [Double](repeating: range.lowest, count: signals.rowCount),
                    upper: [Double](repeating: range.highest, count: signals.rowCount))
            }
        }
        let deviations = zip(signals.columns, ranges).map { column, range -> [Double] in
            guard var range else { return column.map { _ in 0 } }
            return column.map { value in
                let distance = range.distance(value)
                if mode == .live, distance > 0 {
                    range.lowest = min(range.lowest, value)
                    range.highest = max(range.highest, value)
                }
                return distance
            }
        }
        return AnomalyScores(deviations: deviations, threshold: threshold, expected: bands)
    }
}
