/// Says what is unusual in the recording of one device: rows in order, one column per signal.
///
/// One signal: ``SignalJudge``. Several: where the opening rows tell what is normal, what departs
/// from them (``Departure``); else what the recording shows only once (``JointRarity``). Columns
/// that hold states take no part beside measurements. Rows without order and without time:
/// an isolation forest. Nothing is set per kind of data.
///
/// ```swift
/// let judgement = try RecordingJudge().judge(columns: [pressure, flow], mode: .offline)
/// for stretch in judgement.stretches where !stretch.isRemark { print(stretch.rows) }
/// ```
public struct RecordingJudge: Sendable {
    /// Rows below which a recording has no windows to compare, and ``DefaultDetector`` judges.
    public static let fewRows = DefaultDetector.fewRows

    /// The only judge there is: it has no settings.
    public init() {}

    /// Judges all rows of one device.
    ///
    /// Live, the row itself and those before it count: the streams of ``DefaultDetector``.
    ///
    /// - Parameters:
    ///   - columns: One array per signal, NaN for missing.
    ///   - times: Seconds of each row on a local clock counted from 1970-01-01, if there are any.
    ///   - mode: Whether a row may be judged with hindsight.
    /// - Throws: `AnalysisError` when the arrays differ in length.
    /// - Complexity: O(values), about a microsecond a value offline.
    public func judge(
        columns: [[Double]], times: [Double]? = nil, mode: DetectionMode
    ) throws -> RecordingJudgement {
        let signals = try Signals(columns, times: times)
        let varying = signals.columns.indices.filter { index in
            let present = signals.columns[index].filter { !$0.isNaN }
            return present.min() != present.max()
        }
        guard mode == .offline, signals.rowCount >= Self.fewRows, !varying.isEmpty else {
            return try streamed(signals, mode: mode)
        }
        let measured = StateColumns.measurements(signals.columns)
        let judged = measured.isEmpty ? varying : measured
        let chosen = judged.map { signals.columns[$0] }
        guard chosen.count > 1 else {
            let judge = SignalJudge(chosen[0])
            return told(judge.score, judge.marks, signals, judged: judged, deviations: [])
        }
        if let departure = try Departure(try Signals(chosen, times: signals.times)) {
            return told(
                departure.score, departure.marks, signals, judged: judged,
                deviations: departure.deviations)
        }
        let rarity = JointRarity(chosen)
        return told(
            rarity.score, rarity.marks, signals, judged: judged, deviations: rarity.deviations)
    }

    /// What the default detector says, its marked rows as stretches.
    private func streamed(_ signals: Signals, mode: DetectionMode) throws -> RecordingJudgement {
        let found = try DefaultDetector().detect(
            columns: signals.columns, times: signals.times, mode: mode
        ).scores
        let marks = MarkedRows.runs(found.isAnomaly).map { rows in
            MarkedRows(rows: rows, excess: found.score[rows].reduce(0, max) / found.threshold)
        }
        let deviations = found.contributions.map { shares in
            zip(shares, found.score).map { ($0 / 100).squareRoot() * $1 }
        }
        return told(
            found.score, marks, signals, judged: Array(signals.columns.indices),
            deviations: deviations)
    }

    private func told(
        _ score: [Double], _ marks: [MarkedRows], _ signals: Signals, judged: [Int],
        deviations: [[Double]]
    ) -> RecordingJudgement {
        let telling = StretchTelling(
            columns: signals.columns, judged: judged, deviations: deviations)
        return RecordingJudgement(score: score, stretches: marks.map(telling.stretch))
    }
}
