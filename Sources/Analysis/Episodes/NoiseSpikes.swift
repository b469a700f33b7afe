/// Single rows that a forecast misses by far, where its other misses are plain noise.
///
/// Where misses come again and again, as at the edges of pulses, a large one says nothing; there
/// nothing is marked.
enum NoiseSpikes {
    /// Misses at most this many rows apart are one.
    private static let gap = 3

    /// Marks by the tail of the residuals' own sizes, row by row. O(n · 400).
    static func marks(_ residuals: [Double]) -> [MarkedRows] {
        guard isNoise(residuals) else { return [] }
        let limit = TailLimit(residuals, block: 1).passed(times: 1)
        let parts = MarkedRows.runs(residuals.map { $0 > 0.5 * limit })
            .map { MarkedRows(rows: $0, excess: residuals[$0].reduce(0, max) / limit) }
        return MarkedRows.joined(parts, gap: gap).filter { $0.excess >= 1 }
    }

    /// Whether the body of the sizes has a tail between those of normal and of exponential noise,
    /// and sizes do not come back at any lag of 8 to 400 (a correlation below 0.1).
    static func isNoise(_ residuals: [Double]) -> Bool {
        let levels = Statistics.quantiles(residuals, [0.5, 0.75, 0.9])
        guard let high = levels.last, high.isFinite else { return false }
        let ratio = (high - levels[1]) / max(1e-12, levels[1] - levels[0])
        guard ratio > 0.8, ratio < 1.2 else { return false }
        let clipped = residuals.prefix(20_000).map { min($0, high) }
        let lags = min(400, clipped.count / 4 - 1)
        return Autocorrelation.values(of: clipped, lags: lags).dropFirst(8).allSatisfy { $0 < 0.1 }
    }
}
