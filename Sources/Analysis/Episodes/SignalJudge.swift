/// Judges a recording of one signal by all ``SubsequenceDetectors``.
struct SignalJudge: Sendable {
    /// The scores of all detectors for each row, pooled.
    let score: [Double]
    /// Rows above the limits of the pooled score and of single detectors, in order.
    let marks: [MarkedRows]

    /// Share of the limit down to which the rows around a peak belong to it.
    private static let floor = 0.7
    /// Marks at most this many rows apart are one.
    private static let gap = 2

    /// O(n), with a factor for the references of the detectors.
    init(_ column: [Double]) {
        let filled = StandardSignal.filled(column)
        let period = DominantPeriod.found(of: filled)
        let signal = StandardSignal(filled, period: period ?? DominantPeriod.customary)
        let residuals = AdditiveForecast.residuals(signal.values)
        let parts = SubsequenceDetectors.all.map { detector in
            PooledScore.scaled(
                detector is ForecastSurprise
                    ? ForecastSurprise.scores(residuals: residuals) : detector.scores(signal))
        }
        score = PooledScore.pooled(parts)
        let width = signal.width
        var marks = MarkedRows.found(
            in: score, block: ForecastSurprise.smoothing, floor: Self.floor)
        let shape = parts[SubsequenceDetectors.shape]
        if let limit = TailLimit(shape, block: width).discovery {
            marks += MarkedRows.found(in: shape, limit: limit, floor: Self.floor)
        }
        // A mark much wider than a period is no short event that windows have blurred.
        marks = marks.map { mark in
            (12...2 * width).contains(mark.rows.count) ? mark.narrowed(residuals) : mark
        }
        // Of what repeats the detectors judge the level of each period.
        if period == nil { marks += LevelExcursions.marks(signal.values, shortest: width) }
        marks += NoiseSpikes.marks(residuals)
        self.marks = MarkedRows.joined(marks, gap: Self.gap)
    }
}
