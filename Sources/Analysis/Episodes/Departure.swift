/// Finds where several signals leave the level they had at the beginning, for as long as they stay
/// away.
///
/// For a machine whose opening rows are normal: they are a measure for a recording at most twenty
/// times as long.
struct Departure: Sendable {
    /// As ``MultiScaleZ`` scores each row.
    let score: [Double]
    /// Runs of rows that it marks, in order.
    let marks: [MarkedRows]
    /// Per signal and row, its part of the score.
    let deviations: [[Double]]

    /// The opening: 35 % of the rows, at most 400.
    static func opening(of rows: Int) -> Int { min(400, rows * 35 / 100) }

    /// The departures from the opening; nil where the opening is no measure for what follows.
    ///
    /// - Complexity: as of ``MultiScaleZ``.
    init?(_ signals: Signals) throws {
        let opening = Self.opening(of: signals.rowCount)
        guard opening >= 20, opening * 20 >= signals.rowCount else { return nil }
        let found = try MultiScaleZ().fit(signals.prefix(opening)).scores(signals, mode: .offline)
        score = found.score
        deviations = found.deviations
        marks = found.marks
    }
}
