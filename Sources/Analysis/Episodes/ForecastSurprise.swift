/// How far values are from what those before them let expect, averaged over some rows.
struct ForecastSurprise: SubsequenceDetector {
    /// Rows that are averaged.
    static let smoothing = 24

    func scores(_ signal: StandardSignal) -> [Double] {
        Self.scores(residuals: AdditiveForecast.residuals(signal.values))
    }

    /// As `scores(_:)`, from residuals that are already known. O(n).
    static func scores(residuals: [Double]) -> [Double] {
        Rolling.means(residuals, back: smoothing / 2, ahead: smoothing - smoothing / 2 - 1)
    }
}
