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
        Rolling.means(residuals, back: smoothing / 2, ahead: smoothing - smoothing / 2 - 1)
    }
}
