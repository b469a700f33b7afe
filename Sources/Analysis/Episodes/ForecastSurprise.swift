/// How far values are from what those before let expect: a mean over some rows.
struct ForecastSurprise: SubsequenceDetector {
    /// Rows of the mean.
    static let smoothing = 24

    /// As of ``AdditiveForecast``.
    func scores(_ signal: StandardSignal) -> [Double] {
        Self.scores(residuals: AdditiveForecast.residuals(signal.values))
    }

    /// The same from residuals that are known. O(n).
    static func scores(residuals: [Double]) -> [Double] {
        CentredMean.values(residuals, width: smoothing)
    }
}

/// Centred means that shrink at both ends.
enum CentredMean {
    /// Means over `width` rows: half of them before a row, the rest from it on. O(n).
    static func values(_ series: [Double], width: Int) -> [Double] {
        let width = min(width, series.count)
        var sums = [0.0]
        sums.reserveCapacity(series.count + 1)
        for value in series { sums.append(sums[sums.count - 1] + value) }
        return series.indices.map { row in
            let first = max(0, row - width / 2)
            let end = max(first, min(series.count, row - width / 2 + width))
            return (sums[end] - sums[first]) / Double(max(1, end - first))
        }
    }
}
