import Values

/// What a score may look at.
public enum DetectionMode: Sendable, Hashable, CaseIterable {
    /// All rows: the past is judged with hindsight.
    case offline
    /// The row itself and those before it: as a stream arrives.
    case live
}

/// A way to tell unusual rows, before it has seen any data.
///
/// Detectors are deterministic. A missing value (NaN) is never unusual by itself.
public protocol AnomalyDetector: Sendable {
    /// What fitting gives.
    associatedtype Model: AnomalyModel

    /// Learns what is usual from rows taken as normal.
    ///
    /// - Throws: `AnalysisError.tooFew` when the rows do not suffice.
    func fit(_ training: Signals) throws -> Model
}

/// A detector that has learned what is usual.
public protocol AnomalyModel: Sendable {
    /// Scores every row.
    ///
    /// - Throws: `AnalysisError.columns` when the number of signals is not that of the training.
    func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores
}

extension AnomalyModel {
    /// Checks that signals match those of the training.
    func require(_ signals: Signals, columns expected: Int) throws {
        guard signals.columns.count == expected else {
            throw AnalysisError.columns(expected: expected, found: signals.columns.count)
        }
    }
}
