import Values

/// A signal of a device with a stretch that stands out: what the tests of the kinds of trouble look
/// at.
struct Suspect: Sendable {
    /// What kind of trouble it is, where and how large.
    struct Verdict: Sendable {
        var kind: EpisodeKind
        var slots: Range<Int>
        /// In units of what an eye sees; too small is no trouble.
        var size: Double
        /// As how large it counts in its severity; ``size`` unless it is of a kind that an eye
        /// takes for more than its size.
        var weight: Double

        init(kind: EpisodeKind, slots: Range<Int>, size: Double, weight: Double? = nil) {
            self.kind = kind
            self.slots = slots
            self.size = size
            self.weight = weight ?? size
        }
    }

    let series: StandardSeries
    let reading: [Double]
    /// The course of the day that is expected; `nil` without days.
    let course: [Double]?
    let day: Int?
    /// Half of the signal's usual spread, and its noise: what an eye sees, in the signal's unit.
    let unit: Double
    /// Whether scatter grows with the level, as for power from the sun.
    let isProportional: Bool
    let wildShare: Double
    /// Scores by view; from 1 on it stands out.
    let scores: [Double]
    let settings: FleetSettings

    /// The view that shows it best; what follows is seen through it.
    let view: ScanView
    let stretch: Range<Int>
    let isOpen: Bool
    let shapes: LevelShapes
    let evidence: StretchEvidence

    var count: Int { reading.count }
    var noise: Double { series.scale }
    /// Whether it ended within 6 % of the record: such an excursion is an event.
    var isShort: Bool { Double(stretch.count) < 0.06 * Double(count) && !isOpen }
    var residuals: [Double] { Array(series.residual[stretch]) }

    /// The mean residual of the stretch in the signal's own unit; 0 where nothing is known.
    var mean: Double {
        let known = residuals.filter { !$0.isNaN }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }

    /// The root mean square of the residuals about `centre`; 0 is what is usual.
    func magnitude(about centre: Double = 0) -> Double {
        let known = residuals.filter { !$0.isNaN }
        let sum = known.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        return known.isEmpty ? 0 : (sum / Double(known.count)).squareRoot()
    }

    /// The mean reading of the stretch, and the one that was expected; `nil` where nothing is known.
    var levels: (actual: Double, expected: Double)? {
        let sums = RunningSums(Array(reading[stretch]))
        let level = sums.mean(0..<sums.length)
        return level.isNaN ? nil : (level, level - mean)
    }

    /// How much the residuals of some slots scatter, and how much the others do.
    func scatters(_ slots: Range<Int>) -> (actual: Double, expected: Double)? {
        let own = Self.deviation(series.residual[slots])
        let others = Self.deviation(
            series.residual[..<slots.lowerBound] + series.residual[slots.upperBound...])
        return own.isFinite && others.isFinite ? (own, others) : nil
    }

    private static func deviation(_ values: ArraySlice<Double>) -> Double {
        Statistics.variance(values.filter { !$0.isNaN }).squareRoot()
    }

    /// How much the residuals of some slots scatter from one to the next, as a standard deviation;
    /// `nil` where fewer than eight are known.
    func scatter(_ slots: Range<Int>) -> Double? {
        let known = series.residual[slots].filter { !$0.isNaN }
        guard known.count >= 8 else { return nil }
        let steps = zip(known.dropFirst(), known).reduce(0) { sum, pair in
            sum + (pair.0 - pair.1) * (pair.0 - pair.1)
        }
        return (steps / Double(2 * (known.count - 1))).squareRoot()
    }

    /// Sizes of the stretch's known values, in scales.
    var scaledSizes: [Double] { series.values[stretch].lazy.filter { !$0.isNaN }.map { abs($0) } }

    /// ``share`` where scatter grows with the level; else 0.
    var proportion: Double { isProportional ? share : 0 }

    /// How large a change is compared with what is expected: 8 % of it are one unit.
    var share: Double {
        var sum = 0.0
        var squares = 0.0
        var expected = 0.0
        var known = 0.0
        for slot in stretch where !series.residual[slot].isNaN && !reading[slot].isNaN {
            sum += series.residual[slot]
            squares += series.residual[slot] * series.residual[slot]
            expected += abs(reading[slot] - series.residual[slot])
            known += 1
        }
        let size = view == .level ? abs(sum) : (squares * known).squareRoot()
        return size / max(expected, 1e-12) / 0.08
    }
}
