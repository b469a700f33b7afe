/// Distance of each value from what is usual at that time of the day, on working days and
/// weekends apart.
///
/// The usual value of a quarter of an hour is a running mean of its earlier values (weight at
/// least a tenth); a weekend's first values are compared with those of the working days. Without
/// times it is a running mean of the stream. The distance is ranked against all earlier ones.
/// O(n log n) per signal.
public struct SeasonalResidual: AnomalyDetector {
    /// Surprise, in nats, above which a row is an anomaly.
    public var threshold: Double

    /// A detector with the given threshold.
    public init(threshold: Double = 10) { self.threshold = threshold }

    /// Takes the length of the training as the time to warm up.
    public func fit(_ training: Signals) throws -> StreamModel {
        try StreamModel(training, threshold: threshold, looksBack: true) { _ in
            [SeasonalPart()]
        }
    }
}

/// The distance of a value from the running mean of its time of day.
struct SeasonalPart: StreamPart {
    private static let quarters = 96
    private var means = [Double](repeating: 0, count: 2 * quarters)
    private var counts = [Int](repeating: 0, count: 2 * quarters)
    private var level: Double?

    mutating func next(_ value: Double, time: Double?) -> Double {
        let usual = level ?? value
        level = usual + 0.05 * (value - usual)
        guard let time, let slot = Self.slot(time) else { return abs(value - usual) }
        let expected = expectation(slot)
        counts[slot] += 1
        means[slot] += max(1 / Double(counts[slot]), 0.1) * (value - means[slot])
        return abs(value - expected)
    }

    /// NaN while neither the slot nor that of the other days is known.
    private func expectation(_ slot: Int) -> Double {
        if counts[slot] >= 2 { return means[slot] }
        let other = (slot + Self.quarters) % means.count
        return counts[other] >= 2 ? means[other] : .nan
    }

    /// Quarter of an hour of the day, weekends behind the working days.
    private static func slot(_ time: Double) -> Int? {
        guard let quarter = Int(exactly: (time / 900).rounded(.down)) else { return nil }
        let ofDay = ((quarter % quarters) + quarters) % quarters
        // 1970-01-01 was a Thursday.
        let weekday = (((quarter - ofDay) / quarters + 3) % 7 + 7) % 7
        return weekday >= 5 ? quarters + ofDay : ofDay
    }
}
