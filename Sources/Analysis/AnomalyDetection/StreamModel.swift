import Values

/// Scores a stream by several views of it, each made of one or more parts. Every part is ranked
/// against its own past; the surprises of a view's parts are averaged, those of the views added up.
///
/// It goes on learning: a row is judged by the rows before it in the series that is scored. The
/// training says how long it takes to warm up (no alarms until then).
/// Offline each row is ranked against the whole series and, where the parts allow it, also read
/// from its end; the less surprising reading counts.
public struct StreamModel: AnomalyModel {
    let warmUp: Int
    let threshold: Double
    let looksBack: Bool
    private let columns: Int
    private let views: @Sendable () -> [[any StreamPart]]

    init(
        _ training: Signals, threshold: Double, looksBack: Bool,
        views: @escaping @Sendable () -> [[any StreamPart]]
    ) throws {
        guard training.rowCount >= 20 else {
            throw AnalysisError.tooFew(found: training.rowCount, needed: 20)
        }
        warmUp = training.rowCount
        self.threshold = threshold
        self.looksBack = looksBack
        self.views = views
        columns = training.columns.count
    }

    /// Scores every row by its most surprising signal, in nats; 0 while warming up.
    public func scores(_ signals: Signals, mode: DetectionMode) throws -> AnomalyScores {
        try require(signals, columns: columns)
        let deviations = signals.columns.map { column in
            var surprise = surprises(column, times: signals.times, mode: mode)
            for row in 0..<min(warmUp, surprise.count) { surprise[row] = 0 }
            return surprise
        }
        return AnomalyScores(deviations: deviations, threshold: threshold)
    }

    private func surprises(
        _ column: [Double], times: [Double]?, mode: DetectionMode
    ) -> [Double] {
        switch mode {
        case .live: live(column, times: times, parts: weighted())
        case .offline: offline(column, times: times)
        }
    }

    /// The parts of all views, each with its weight in the sum, 1 ÷ the parts of its view.
    private func weighted() -> [(part: any StreamPart, weight: Double)] {
        views().flatMap { view in view.map { ($0, 1 / Double(view.count)) } }
    }

    /// Every value is ranked against those before it, then remembered.
    private func live(
        _ column: [Double], times: [Double]?, parts: [(part: any StreamPart, weight: Double)]
    ) -> [Double] {
        var parts = parts
        var tails = parts.map { _ in ConformalTail() }
        return column.indices.map { row in
            guard !column[row].isNaN else { return 0 }
            var sum = 0.0
            for index in parts.indices {
                let size = parts[index].part.next(column[row], time: times?[row])
                sum += parts[index].weight * tails[index].surprise(size)
                tails[index].insert(size)
            }
            return sum
        }
    }

    private func offline(_ column: [Double], times: [Double]?) -> [Double] {
        let forward = ranked(column, times: times, parts: weighted())
        guard looksBack else { return forward }
        let backward = ranked(
            column.reversed(), times: times.map { $0.reversed() }, parts: weighted())
        return zip(forward, backward.reversed()).map { min($0, $1) }
    }

    /// Every value is ranked against the whole series, itself included.
    private func ranked(
        _ column: [Double], times: [Double]?, parts: [(part: any StreamPart, weight: Double)]
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: column.count)
        for (start, weight) in parts {
            var part = start
            let sizes = column.indices.map { row -> Double in
                column[row].isNaN ? .nan : part.next(column[row], time: times?[row])
            }
            var tail = ConformalTail()
            for size in sizes { tail.insert(size) }
            for row in sums.indices { sums[row] += weight * tail.surprise(sizes[row]) }
        }
        return sums
    }
}
