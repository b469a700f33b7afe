/// Parts of a stream, each ranked against its own past and added up.
///
/// It goes on learning: a row is judged by the rows before it in the series that is scored. The
/// training says how long it takes to warm up (no alarms until then) and how large the noise is.
/// Offline each row is ranked against the whole series and, where the parts allow it, also read
/// from its end; the less surprising reading counts.
public struct StreamModel: AnomalyModel {
    let warmUp: Int
    let threshold: Double
    let looksBack: Bool
    let scales: [Double]
    let parts: @Sendable (_ scale: Double) -> [any StreamPart]

    init(
        _ training: Signals, threshold: Double, looksBack: Bool,
        parts: @escaping @Sendable (_ scale: Double) -> [any StreamPart]
    ) throws {
        guard training.rowCount >= 20 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 20)
        }
        warmUp = training.rowCount
        self.threshold = threshold
        self.looksBack = looksBack
        self.parts = parts
        scales = training.columns.map { column in
            let deviation = Statistics.standardDeviation(column)
            return deviation.isFinite ? deviation : 0
        }
    }

    /// Scores every row by its most surprising signal, in nats; 0 while warming up.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: scales.count)
        let deviations = zip(signals.columns, scales).map { column, scale in
            var surprise = surprises(column, times: signals.times, scale: scale, mode: mode)
            for row in 0..<min(warmUp, surprise.count) { surprise[row] = 0 }
            return surprise
        }
        return AnomalyScores(deviations: deviations, threshold: threshold)
    }

    private func surprises(
        _ column: [Double], times: [Double]?, scale: Double, mode: DetectionMode
    ) -> [Double] {
        switch mode {
        case .live: live(column, times: times, parts: parts(scale))
        case .offline: offline(column, times: times, scale: scale)
        }
    }

    /// Every value is ranked against those before it, then remembered.
    private func live(
        _ column: [Double], times: [Double]?, parts: [any StreamPart]
    ) -> [Double] {
        var parts = parts
        var tails = parts.map { _ in ConformalTail() }
        return column.indices.map { row in
            guard !column[row].isNaN else { return 0 }
            var sum = 0.0
            for index in parts.indices {
                let size = parts[index].next(column[row], time: times?[row])
                sum += tails[index].surprise(size)
                tails[index].insert(size)
            }
            return sum
        }
    }

    private func offline(_ column: [Double], times: [Double]?, scale: Double) -> [Double] {
        let forward = ranked(column, times: times, parts: parts(scale))
        guard looksBack else { return forward }
        let backward = ranked(
            column.reversed(), times: times.map { $0.reversed() }, parts: parts(scale))
        return zip(forward, backward.reversed()).map { min($0, $1) }
    }

    /// Every value is ranked against the whole series.
    private func ranked(
        _ column: [Double], times: [Double]?, parts: [any StreamPart]
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: column.count)
        for var part in parts {
            let sizes = column.indices.map { row -> Double in
                column[row].isNaN ? .nan : part.next(column[row], time: times?[row])
            }
            var tail = ConformalTail()
            for size in sizes { tail.insert(size) }
            for row in sums.indices { sums[row] += tail.surprise(sizes[row]) }
        }
        return sums
    }
}
