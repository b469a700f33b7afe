import Values

/// Which rows the score of a row may depend on.
public enum DetectionMode: Sendable, Hashable, CaseIterable {
    /// All of them: the past is judged with hindsight.
    case offline
    /// The row itself and those before it, as in a stream.
    case live
}

/// A way to find unusual rows, not yet fitted.
///
/// Detectors are deterministic: random ones have a seed. A missing value (NaN) is never unusual by
/// itself.
public protocol AnomalyDetector: Sendable {
    /// The fitted detector.
    associatedtype Model: AnomalyModel

    /// Learns what is usual from rows taken as normal.
    ///
    /// - Throws: `AnalysisError.tooFew` when there are fewer rows than the method needs.
    func fit(_ training: Signals) throws -> Model
}

/// A detector that has learned what is usual; made by ``AnomalyDetector/fit(_:)``.
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
