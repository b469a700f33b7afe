/// After how many rows a series repeats itself best.
enum DominantPeriod {
    /// Used where nothing repeats.
    static let customary = 125
    private static let rows = 20_000
    private static let lags = 3...400
    private static let accepted = 6...303

    /// ``found(of:)``, or ``customary`` where nothing repeats.
    static func rows(of filled: [Double]) -> Int { found(of: filled) ?? customary }

    /// The lag of the highest peak of the autocorrelation, from the first 20,000 rows; `nil` where
    /// none is accepted.
    ///
    /// As in TSB-AD (Liu and Paparrizos, NeurIPS 2024): lags 3 to 400 are looked at, a peak outside
    /// of 6 to 303 counts as none. O(rows · lags).
    static func found(of filled: [Double]) -> Int? {
        let part = Array(filled.prefix(rows))
        guard part.count > lags.lowerBound + 2 else { return nil }
        let values = Autocorrelation.values(of: part, lags: min(lags.upperBound, part.count - 1))
        var best: Int?
        for lag in values.indices.dropFirst(lags.lowerBound + 1).dropLast()
        where values[lag] > values[lag - 1] && values[lag] > values[lag + 1] {
            if best.map({ values[lag] > values[$0] }) ?? true { best = lag }
        }
        return best.flatMap { accepted.contains($0) ? $0 : nil }
    }
}
