/// Says what is unusual in the recording of one device: rows in order, one column per signal.
///
/// One signal: ``SignalJudge``. Several: where the opening rows show what is normal, what departs
/// from them (``Departure``); else what the recording shows only once (``JointRarity``). Columns
/// that hold states take no part beside measurements. Rows without order and without time: an
/// isolation forest. Nothing is set per kind of data.
///
/// ```swift
/// let judgement = try RecordingJudge().judge(columns: [pressure, flow], mode: .offline)
/// for stretch in judgement.stretches where !stretch.isRemark { print(stretch.rows) }
/// ```
public struct RecordingJudge: Sendable {
    /// With fewer rows a recording has no windows to compare, and ``DefaultDetector`` judges.
    public static let fewRows = DefaultDetector.fewRows

    /// How many false stretches a recording without trouble may have on average; the limit that
    /// would give one on average makes remarks.
    static let falseStretches = 0.2
    /// With fewer rows their order is not doubted.
    private static let fewCases = 40

    /// The only judge there is: it has no settings.
    public init() {}

    /// Judges all rows of one device.
    ///
    /// Live, only the row itself and those before it count: ``DefaultDetector`` judges.
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
        let judged = StateColumns.measurements(signals.columns)
        guard mode == .offline, !judged.isEmpty else { return try streamed(signals, mode: mode) }
        let chosen = judged.map { signals.columns[$0] }
        if times == nil, signals.rowCount >= Self.fewCases, chosen.count > 2,
            !RowOrder.matters(chosen)
        {
            return try cases(signals)
        }
        guard signals.rowCount >= Self.fewRows else { return try streamed(signals, mode: mode) }
        guard chosen.count > 1 else {
            let judge = SignalJudge(chosen[0])
            return told(
                .signal, judge.score, judge.marks, signals, judged: judged, deviations: [])
        }
        return try several(chosen, judged: judged, of: signals)
    }

    private func several(
        _ chosen: [[Double]], judged: [Int], of signals: Signals
    ) throws -> RecordingJudgement {
        let wearing = WearingSignals(chosen)
        if !wearing.areRule,
            let departure = try Departure(try Signals(chosen, times: signals.times))
        {
            return told(
                .opening, departure.score, departure.marks, signals, judged: judged,
                deviations: departure.deviations)
        }
        let rarity = JointRarity(wearing.steps)
        return told(
            .rarity, rarity.score, rarity.marks, signals, judged: judged,
            deviations: rarity.deviations)
    }

    /// What the default detector says, its marked rows as stretches.
    private func streamed(_ signals: Signals, mode: DetectionMode) throws -> RecordingJudgement {
        told(
            .past,
            try DefaultDetector().detect(
                columns: signals.columns, times: signals.times, mode: mode
            ).scores, signals)
    }

    /// Rows that stand for themselves: far from the others, or rare.
    private func cases(_ signals: Signals) throws -> RecordingJudgement {
        told(
            .cases,
            try IsolationForest(trees: 300).fit(signals).scores(signals, mode: .offline), signals)
    }

    private func told(
        _ basis: RecordingJudgement.Basis, _ found: AnomalyScores, _ signals: Signals
    ) -> RecordingJudgement {
        return told(
            basis, found.score, found.marks, signals, judged: Array(signals.columns.indices),
            deviations: found.deviations)
    }

    private func told(
        _ basis: RecordingJudgement.Basis, _ score: [Double], _ marks: [MarkedRows],
        _ signals: Signals, judged: [Int], deviations: [[Double]]
    ) -> RecordingJudgement {
        let telling = StretchTelling(
            columns: signals.columns, judged: judged, deviations: deviations)
        return RecordingJudgement(basis, score: score, stretches: marks.map(telling.stretch))
    }
}
