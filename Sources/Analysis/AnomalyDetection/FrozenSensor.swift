import Values

/// Finds a value that stays exactly the same far longer than is usual for its signal.
///
/// The score is the length of the run over the longest run of the training; a signal that is
/// constant throughout its training has no usual length and never alarms. O(n).
public struct FrozenSensor: AnomalyDetector {
    /// How many times the longest usual run a run must be.
    public var factor: Double
    /// Rows below which a run is never an anomaly.
    public var shortest: Int

    /// A detector with the given limits.
    public init(factor: Double = 3, shortest: Int = 10) {
        self.factor = factor
        self.shortest = shortest
    }

    /// Learns the longest run of each signal.
    public func fit(_ training: Signals) throws -> FrozenSensorModel {
        guard training.rowCount > 1 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 2)
        }
        let usual = training.columns.map { column -> Double? in
            let longest = FrozenSensorModel.runs(column).max() ?? 0
            let present = column.count { !$0.isNaN }
            return longest == 0 || longest == present
                ? nil : max(Double(longest), Double(shortest) / factor)
        }
        return FrozenSensorModel(usual: usual, factor: factor)
    }
}

/// A fitted ``FrozenSensor``.
public struct FrozenSensorModel: AnomalyModel {
    /// Rows a run of each signal may usually have; nil for constant ones.
    let usual: [Double?]
    let factor: Double

    /// Scores every row. Live, a run is as long as it is until then; offline, as it becomes.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: usual.count)
        let deviations = zip(signals.columns, usual).map { column, usual -> [Double] in
            guard let usual else { return column.map { _ in 0 } }
            let runs = Self.runs(column)
            return (mode == .live ? runs : Self.final(runs)).map { Double($0) / usual }
        }
        return AnomalyScores(deviations: deviations, threshold: factor)
    }

    /// Rows since the value last changed, 1 at a change, 0 where it is missing.
    static func runs(_ column: [Double]) -> [Int] {
        var length = 0
        var last = Double.nan
        return column.map { value in
            guard !value.isNaN else { return 0 }
            length = value == last ? length + 1 : 1
            last = value
            return length
        }
    }

    /// The length each run reaches in the end.
    private static func final(_ runs: [Int]) -> [Int] {
        var result = runs
        for row in runs.indices.dropLast().reversed() where runs[row] > 0 {
            if result[row + 1] > result[row], runs[row + 1] == runs[row] + 1 {
                result[row] = result[row + 1]
            }
        }
        return result
    }
}
