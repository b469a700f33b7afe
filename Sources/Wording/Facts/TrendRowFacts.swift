package import Reports
import Values

/// What sentences say of series that were tested, before it has words.
extension Collection where Element == TrendRow {
    /// The series that were long enough for a test.
    package var tested: [TrendRow] { filter { $0.figures != nil } }

    /// The series that rise or fall beyond chance.
    package var moving: [TrendRow] { filter(\.isMoving) }

    /// The smallest corrected probability; nil where nothing was tested.
    package var smallestQ: Double? { compactMap { $0.figures?.q }.min() }
}

extension TrendReport {
    /// How many changes of level all kinds of events have.
    package var levelChanges: Int { kinds.reduce(0) { $0 + Swift.max(0, $1.segments.count - 1) } }

    /// The forecast of the first kind of events that has one, with its best trial.
    package var forecast: (figures: ForecastFigures, best: ForecastFigures.Trial)? {
        guard let figures = kinds.lazy.compactMap(\.forecast).first, let best = figures.trials.first
        else { return nil }
        return (figures, best)
    }
}

extension PrecursorTable {
    /// The least and the greatest share of a code's events that a failure follows, 0…1.
    package var followed: (least: Double, most: Double)? {
        let shares = rows.map(\.followed).filter(\.isFinite)
        guard let least = shares.min(), let most = shares.max() else { return nil }
        return (least, most)
    }
}
