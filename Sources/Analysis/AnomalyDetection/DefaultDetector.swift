/// What was detected in the rows of one device, and how.
public struct Detection: Sendable, Equatable {
    /// The detector that the shape of the data called for.
    public enum Method: Sendable, Hashable {
        /// Several signals of one device: ``MultiScaleZ``.
        case multiScale
        /// One signal: ``StreamEnsemble``.
        case stream
        /// Too few rows for either: ``RobustZ`` on all rows.
        case robustZ
        /// Too few rows or no values at all: nothing is scored.
        case none
    }

    /// The detector used; `.none` where nothing was scored.
    public let method: Method
    /// How many of the first rows were taken as normal: all for `.robustZ`, none for `.none`.
    public let trainingRows: Int
    /// Score and decision of each row; all 0 and false for `.none`.
    public let scores: AnomalyScores
}

/// Chooses a detector by the shape of the data: number of signals and of rows.
public struct DefaultDetector: Sendable {
    /// With fewer rows nothing is scored.
    public static let minimumRows = 8
    /// With fewer rows each one is only compared with all others.
    public static let fewRows = 100

    /// There is nothing to set.
    public init() {}

    /// Scores every row of one device.
    ///
    /// Several signals: the first 35 %, at most 400 rows, are taken as normal. One signal: the
    /// first 15 %, at least 20 and at most 750 rows, are to warm up; a stream is never judged with
    /// hindsight, which would only take early alarms away.
    ///
    /// - Parameters:
    ///   - columns: One array per signal in the order of the rows, NaN for missing.
    ///   - times: Seconds of each row on a local clock counted from 1970-01-01, if there are any.
    ///   - mode: Whether a row may be judged with hindsight; one signal never is.
    /// - Throws: `AnalysisError` when the arrays differ in length.
    public func detect(
        columns: [[Double]], times: [Double]? = nil, mode: DetectionMode
    ) throws -> Detection {
        let signals = try Signals(columns, times: times)
        let rows = signals.rowCount
        let hasValues = signals.columns.contains { $0.contains { !$0.isNaN } }
        guard rows >= Self.minimumRows, hasValues else { return Self.nothing(signals) }
        guard rows >= Self.fewRows else {
            return Detection(
                method: .robustZ, trainingRows: rows,
                scores: try RobustZ().fit(signals).scores(signals, mode: mode))
        }
        if signals.columns.count == 1 {
            let training = min(750, rows * 15 / 100)
            let model = try StreamEnsemble().fit(signals.prefix(max(20, training)))
            return Detection(
                method: .stream, trainingRows: max(20, training),
                scores: try model.scores(signals, mode: .live))
        }
        let training = min(400, rows * 35 / 100)
        let model = try MultiScaleZ().fit(signals.prefix(training))
        return Detection(
            method: .multiScale, trainingRows: training,
            scores: try model.scores(signals, mode: mode))
    }

    private static func nothing(_ signals: Signals) -> Detection {
        let rows = signals.rowCount
        return Detection(
            method: .none, trainingRows: 0,
            scores: AnomalyScores(
                score: [Double](repeating: 0, count: rows),
                isAnomaly: [Bool](repeating: false, count: rows), threshold: .infinity,
                contributions: signals.columns.map { $0.map { _ in 0 } },
                expected: signals.columns.map { _ in nil }))
    }
}
