import Values

/// Several signals of one device, smoothed at several widths, against their training level.
///
/// Built for sensors that drift: the scale of a signal is the robust spread of its smoothed
/// training values, kept from vanishing by a share of its noise, and grows with how much more
/// the level wandered in training than independent noise would. The deviation of a signal is the
/// root mean square over widths, each twice the one before, so that no single width has to fit
/// the excursion; the score is the largest over the signals. A large excursion lowers the scores
/// after it (all scores, offline) in proportion, so that it also ends when the signal comes back
/// most of the way. The decision has hysteresis and, offline, a majority filter.
/// O(rows · signals · widths).
public struct MultiScaleZ: AnomalyDetector {
    /// Widths of the centred means, in rows (offline).
    public var widths: [Int]
    /// Width of the trailing mean, in rows (live): longer ones would lag too far behind.
    public var liveWidth: Int
    /// The least a scale may be, as a share of the standard deviation of the signal's noise.
    public var noiseShare: Double
    /// Weight of wandering in training: scales are multiplied by 1 + this × √(variance of block
    /// means ÷ what independent noise would give).
    public var driftDamping: Double
    /// How strongly a large deviation lowers the scores: they are divided by `release` × the
    /// largest deviation ÷ `enter`, where that exceeds 1.
    public var release: Double
    /// The score above which an anomaly begins.
    public var enter: Double
    /// The score at or below which it ends.
    public var leave: Double
    /// Width of the majority filter, in rows (offline).
    public var majorityWidth: Int

    /// The defaults are what ``DefaultDetector`` uses.
    public init(
        widths: [Int] = [15, 31, 61, 121], liveWidth: Int = 31, noiseShare: Double = 0.25,
        driftDamping: Double = 0.3, release: Double = 0.1, enter: Double = 3,
        leave: Double = 2.1, majorityWidth: Int = 41
    ) {
        self.widths = widths
        self.liveWidth = liveWidth
        self.noiseShare = noiseShare
        self.driftDamping = driftDamping
        self.release = release
        self.enter = enter
        self.leave = leave
        self.majorityWidth = majorityWidth
    }

    /// Learns level and scales of each signal, for each width of both modes.
    ///
    /// - Throws: `AnalysisError.tooFew` below 20 rows.
    public func fit(_ training: Signals) throws -> MultiScaleZModel {
        guard training.rowCount >= 20 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 20)
        }
        let levels = training.columns.map { column -> MultiScaleZModel.Level in
            let noise = Self.noise(column)
            let damping = 1 + driftDamping * Self.wandering(column).squareRoot()
            func scale(_ smoothed: [Double]) -> Double {
                let spread = Statistics.mad(smoothed)
                let floor = noiseShare * noise
                let scale = (spread * spread + floor * floor).squareRoot() * damping
                return scale > 0 ? scale : RobustScale(smoothed).scale
            }
            return MultiScaleZModel.Level(
                centre: Statistics.median(column),
                scales: widths.map { scale(Rolling.centredMean(column, width: $0)) },
                liveScale: scale(Rolling.trailingMean(column, width: liveWidth)))
        }
        return MultiScaleZModel(settings: self, levels: levels)
    }

    /// Standard deviation of the noise, from differences of neighbours, which drift hardly moves.
    private static func noise(_ column: [Double]) -> Double {
        let present = column.filter { !$0.isNaN }
        let differences = zip(present.dropFirst(), present).map { $0 - $1 }
        let deviation = Statistics.standardDeviation(differences, degreesOfFreedom: 0)
        return deviation.isNaN ? 0 : deviation / 2.0.squareRoot()
    }

    /// Variance of the means of blocks of 20 rows over what independent noise would give, robust; 0
    /// where the blocks do not vary.
    private static func wandering(_ column: [Double]) -> Double {
        let size = 20
        let starts = stride(from: 0, through: column.count - size, by: size)
        let blocks = starts.map { Array(column[$0..<($0 + size)]) }
        let means = blocks.map { Statistics.mean($0) }
        let within = Statistics.median(blocks.map { Statistics.variance($0) }) / Double(size)
        let between = Statistics.mad(means)
        guard within > 0, between.isFinite else { return 0 }
        return between * between / within
    }
}

/// A fitted ``MultiScaleZ``.
public struct MultiScaleZModel: AnomalyModel {
    struct Level: Sendable, Equatable {
        let centre: Double
        let scales: [Double]
        let liveScale: Double
    }

    let settings: MultiScaleZ
    let levels: [Level]

    /// Scores every row by its most deviating signal; an anomaly begins above `enter`.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: levels.count)
        let deviations = zip(signals.columns, levels).map { column, level in
            self.deviations(column, level: level, mode: mode)
        }
        let released = self.released(deviations, rows: signals.rowCount, mode: mode)
        let score = (0..<signals.rowCount).map { row in released.reduce(0) { max($0, $1[row]) } }
        let flags = AlarmLogic.hysteresis(score, leave: settings.leave, enter: settings.enter)
        let isAnomaly =
            mode == .offline ? AlarmLogic.majority(flags, width: settings.majorityWidth) : flags
        return AnomalyScores(
            deviations: released, threshold: settings.enter, isAnomaly: isAnomaly,
            expected: levels.map { band($0, rows: signals.rowCount, mode: mode) })
    }

    /// The root mean square of the deviations over the widths; 0 where the windows hold no value.
    private func deviations(_ column: [Double], level: Level, mode: DetectionMode) -> [Double] {
        let smoothed: [(values: [Double], scale: Double)] =
            mode == .live
            ? [(Rolling.trailingMean(column, width: settings.liveWidth), level.liveScale)]
            : zip(settings.widths, level.scales).map { width, scale in
                (Rolling.centredMean(column, width: width), scale)
            }
        return column.indices.map { row in
            let squares = smoothed.reduce(0) { sum, smooth in
                let z = size(smooth.values[row] - level.centre, scale: smooth.scale)
                return sum + z * z
            }
            return (squares / Double(max(1, smoothed.count))).squareRoot()
        }
    }

    private func size(_ deviation: Double, scale: Double) -> Double {
        guard abs(deviation) > 0 else { return 0 }
        // Leaving a constant is an anomaly, but no measure for the other signals.
        return scale > 0 ? min(abs(deviation) / scale, 1e6) : 2 * settings.enter
    }

    /// All deviations divided by what the largest one (until now, live) asks for.
    private func released(_ deviations: [[Double]], rows: Int, mode: DetectionMode) -> [[Double]] {
        var peaks = (0..<rows).map { row in deviations.reduce(0) { max($0, $1[row]) } }
        if mode == .offline {
            let peak = peaks.max() ?? 0
            for row in 0..<rows { peaks[row] = peak }
        } else {
            for row in 1..<max(1, rows) { peaks[row] = max(peaks[row], peaks[row - 1]) }
        }
        return deviations.map { signal in
            zip(signal, peaks).map { $0 / max(1, settings.release * $1 / settings.enter) }
        }
    }

    private func band(_ level: Level, rows: Int, mode: DetectionMode) -> AnomalyScores.Band? {
        guard level.centre.isFinite else { return nil }
        let scale = mode == .live ? level.liveScale : level.scales.first ?? level.liveScale
        let half = settings.enter * scale
        return AnomalyScores.Band(
            lower: [Double](repeating: level.centre - half, count: rows),
            upper: [Double](repeating: level.centre + half, count: rows))
    }
}
