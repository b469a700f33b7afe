#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds changes of the level and of the variance: the newest values against the longer past.
///
/// Each difference is ranked against all earlier ones of the stream. O(n log n) per signal.
public struct LevelShift: AnomalyDetector {
    /// Rows whose mean is compared.
    public var width: Int
    /// Rows whose variance is compared.
    public var varianceWidth: Int
    /// Rows of the past they are compared with.
    public var past: Int
    /// Surprise, in nats, above which a row is an anomaly.
    public var threshold: Double

    /// A detector with the given widths.
    public init(
        width: Int = 24, varianceWidth: Int = 16, past: Int = 600, threshold: Double = 14
    ) {
        self.width = width
        self.varianceWidth = varianceWidth
        self.past = past
        self.threshold = threshold
    }

    /// Takes the length of the training as the time to warm up.
    public func fit(_ training: Signals) throws -> StreamModel {
        let settings = self
        return try StreamModel(training, threshold: threshold, looksBack: false) { scale in
            settings.parts(scale: scale).map { [$0] }
        }
    }

    func parts(scale: Double) -> [any StreamPart] {
        [LevelPart(width: width, past: max(past, 6 * width))]
            + [1.0, -1.0].map { sign in
                VariancePart(
                    width: varianceWidth, past: max(past, 6 * varianceWidth), sign: sign,
                    floor: 1e-3 * scale)
            }
    }
}

/// The distance of the mean of the newest values from that of the past.
struct LevelPart: StreamPart {
    private var windows: RecentAndPast

    init(width: Int, past: Int) { windows = RecentAndPast(recent: width, past: past) }

    mutating func next(_ value: Double, time: Double?) -> Double {
        windows.push(value)
        return windows.past.isEmpty ? 0 : abs(windows.recent.mean - windows.past.mean)
    }
}

/// The logarithm of how much more (or less) the newest values vary than the past.
struct VariancePart: StreamPart {
    private var windows: RecentAndPast
    private let sign: Double
    /// Added to both standard deviations, so that a still past has a logarithm.
    private let floor: Double

    init(width: Int, past: Int, sign: Double, floor: Double) {
        windows = RecentAndPast(recent: width, past: past)
        self.sign = sign
        self.floor = max(floor, 1e-12)
    }

    mutating func next(_ value: Double, time: Double?) -> Double {
        windows.push(value)
        guard !windows.past.isEmpty else { return 0 }
        let recent = windows.recent.standardDeviation + floor
        return sign * log(recent / (windows.past.standardDeviation + floor))
    }
}
