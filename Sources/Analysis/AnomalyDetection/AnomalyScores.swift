/// How unusual each row is. Made by an ``AnomalyModel``.
public struct AnomalyScores: Sendable, Equatable {
    /// The range in which a signal was expected, row by row.
    public struct Band: Sendable, Equatable {
        /// Lower limits, one per row of the series.
        public let lower: [Double]
        /// Upper limits, one per row of the series.
        public let upper: [Double]
    }

    /// One finite number per row, higher for more unusual; 0 where all values are missing.
    public let score: [Double]
    /// The decision for each row; hysteresis and filters may make it differ from `score >
    /// threshold`.
    public let isAnomaly: [Bool]
    /// The score above which a row is (or, with hysteresis, becomes) an anomaly; infinite where
    /// nothing was scored.
    public let threshold: Double
    /// Per signal, its share in the score of each row, in percent. The shares of a row sum to 100,
    /// or are all 0 where no signal deviates.
    public let contributions: [[Double]]
    /// The expected range of each signal; `nil` where the detector has none, or the signal had no
    /// value in training.
    public let expected: [Band?]

    init(
        score: [Double], isAnomaly: [Bool], threshold: Double, contributions: [[Double]],
        expected: [Band?]
    ) {
        self.score = score
        self.isAnomaly = isAnomaly
        self.threshold = threshold
        self.contributions = contributions
        self.expected = expected
    }

    /// From one array of deviations per signal: the largest one of a row is its score, shares
    /// follow the squares. NaN counts as no deviation.
    init(
        deviations: [[Double]], threshold: Double, isAnomaly: [Bool]? = nil,
        expected: [Band?] = []
    ) {
        let rows = deviations.first?.count ?? 0
        let score = (0..<rows).map { row in
            deviations.reduce(0) { max($0, Self.size($1[row])) }
        }
        self.init(
            score: score, isAnomaly: isAnomaly ?? score.map { $0 > threshold },
            threshold: threshold, contributions: Self.shares(deviations, rows: rows),
            expected: expected.isEmpty ? deviations.map { _ in nil } : expected)
    }

    /// Shares of the squared sizes in percent, for each signal and row. O(signals · rows).
    static func shares(_ deviations: [[Double]], rows: Int) -> [[Double]] {
        var result = deviations.map { _ in [Double](repeating: 0, count: rows) }
        for row in 0..<rows {
            // Relative to the largest, so that squares neither overflow nor vanish.
            let largest = deviations.reduce(0) { max($0, size($1[row])) }
            guard largest > 0 else { continue }
            let squares = deviations.map { signal in
                let ratio = size(signal[row]) / largest
                return ratio * ratio
            }
            let sum = squares.reduce(0, +)
            for index in squares.indices { result[index][row] = 100 * squares[index] / sum }
        }
        return result
    }

    private static func size(_ deviation: Double) -> Double {
        deviation.isNaN ? 0 : min(abs(deviation), 1e150)
    }
}
