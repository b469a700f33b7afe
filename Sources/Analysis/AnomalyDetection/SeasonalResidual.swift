/// Distance from what is usual at that time of the day, on working days and weekends apart, of
/// single values and of means over the newest ones.
///
/// The usual value of a quarter of an hour is a running mean of its earlier values (weight at least
/// a twentieth); the first values of a weekend are compared with those of the working days, and the
/// other way round. Without times it is a running mean of the stream. Each width's distance is
/// ranked against all earlier ones that `ConformalTail` remembers: O(n · memory) per signal and
/// width, nearly all of it moving memory.
public struct SeasonalResidual: AnomalyDetector {
    /// Rows over which residuals are averaged, one distance each.
    public var widths: [Int]
    /// Surprise, in nats and averaged over the widths, above which a row is an anomaly.
    public var threshold: Double

    /// The default widths go from single rows to 64, each four times the one before.
    public init(widths: [Int] = [1, 4, 16, 64], threshold: Double = 6) {
        self.widths = widths
        self.threshold = threshold
    }

    /// Takes the length of the training as the time to warm up; its values teach nothing.
    ///
    /// - Throws: `AnalysisError.tooFew` below 20 rows.
    public func fit(_ training: Signals) throws -> StreamModel {
        let settings = self
        return try StreamModel(training, threshold: threshold, looksBack: true) {
            [settings.parts]
        }
    }

    var parts: [any StreamPart] { widths.map { SeasonalPart(width: $0) } }
}

/// The size of the newest values' mean residual from the running means of their times of day.
struct SeasonalPart: StreamPart {
    private static let quarters = 96
    private static let leastWeight = 0.05
    private var means = [Double](repeating: 0, count: 2 * quarters)
    private var counts = [Int](repeating: 0, count: 2 * quarters)
    private var level: Double?
    private var residuals: StreamWindow

    init(width: Int) { residuals = StreamWindow(width: width) }

    mutating func next(_ value: Double, time: Double?) -> Double {
        let residual = value - expected(value, time: time)
        guard residual.isFinite else { return .nan }
        _ = residuals.push(residual)
        return abs(residuals.mean)
    }

    /// What was usual before the value; NaN while that is not known. Then learns the value.
    private mutating func expected(_ value: Double, time: Double?) -> Double {
        let usual = level ?? value
        level = usual + 0.05 * (value - usual)
        guard let time, let slot = Self.slot(time) else { return usual }
        let expected = expectation(slot)
        counts[slot] += 1
        means[slot] += max(1 / Double(counts[slot]), Self.leastWeight) * (value - means[slot])
        return expected
    }

    /// The mean of the slot, else of the same time on the other kind of day; NaN while neither has
    /// had two values.
    private func expectation(_ slot: Int) -> Double {
        if counts[slot] >= 2 { return means[slot] }
        let other = (slot + Self.quarters) % means.count
        return counts[other] >= 2 ? means[other] : .nan
    }

    /// Quarter of an hour of the day, 0..<96 on working days, 96..<192 on weekends; nil for times
    /// too large to count.
    private static func slot(_ time: Double) -> Int? {
        guard let quarter = Int(exactly: (time / 900).rounded(.down)) else { return nil }
        let ofDay = ((quarter % quarters) + quarters) % quarters
        // 1970-01-01 was a Thursday.
        let weekday = (((quarter - ofDay) / quarters + 3) % 7 + 7) % 7
        return weekday >= 5 ? quarters + ofDay : ofDay
    }
}
