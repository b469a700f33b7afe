/// Several signals that leave the level they had at the beginning, for as long as they stay away.
///
/// A machine whose opening rows are normal; only used where these tell what follows at once: a model
/// of their first half must find the second half normal.
struct Departure: Sendable {
    /// One number per row.
    let score: [Double]
    /// What stands out, in order.
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
        guard opening >= 40 else { return nil }
        guard try Self.isSteady(signals.prefix(opening)) else { return nil }
        let found = try MultiScaleZ().fit(signals.prefix(opening)).scores(signals, mode: .offline)
        score = found.score
        deviations = found.contributions.map { shares in
            zip(shares, found.score).map { ($0 / 100).squareRoot() * $1 }
        }
        marks = MarkedRows.runs(found.isAnomaly).map { rows in
            MarkedRows(rows: rows, excess: found.score[rows].reduce(0, max) / found.threshold)
        }
    }

    private static func isSteady(_ opening: Signals) throws -> Bool {
        let half = opening.rowCount / 2
        let found = try MultiScaleZ().fit(opening.prefix(half)).scores(opening, mode: .offline)
        let flagged = found.isAnomaly[half...].count { $0 }
        return flagged * 2 <= opening.rowCount - half
    }
}
