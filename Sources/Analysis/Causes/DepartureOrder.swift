/// In which order signals left their levels before a time, without a word on why.
///
/// The search of ``CauseRanking``, except that the fault's beginning, where it is not known, is
/// looked for in the signals themselves, not in what they do beyond their relations: cheap enough
/// for many records.
public struct DepartureOrder: Sendable, Equatable {
    /// What is known of the fault's beginning.
    public enum Beginning: Sendable {
        /// It was in this row or soon after it.
        case known(Int)
        /// It was not before this row.
        case after(Int)
    }

    /// By signal; `nil` for one that kept its level.
    public let departures: [LevelDeparture?]

    /// Looks for departures up to the last row.
    ///
    /// - Parameters:
    ///   - columns: By signal, readings in order of time, of the same number; NaN for gaps.
    ///   - beginning: What is known of when the fault began: departures are looked for from there
    ///     on.
    ///   - troubled: Rows in which earlier troubles lie.
    /// - Returns: `nil` for fewer than 400 rows.
    /// - Complexity: O(rows · signals).
    public init?(
        _ columns: [[Double]], _ beginning: Beginning = .after(0), troubled: [Range<Int>] = []
    ) {
        guard let signals = CauseSignals(columns) else { return nil }
        let grid = BlockGrid(signals, troubled: troubled)
        let search = DepartureSearch(signals, grid)
        let first =
            switch beginning {
            case .known(let row): grid.block(signals.row(row))
            case .after(let row):
                FaultOnset.firstBlock(
                    FaultOnset.block(search.moved, grid, since: grid.block(signals.row(row))), grid)
            }
        departures = columns.indices.map { search.departure(of: $0, from: first, columns[$0]) }
    }

    /// Indices of the signals that left, the first to leave first; those of one row in their order.
    public var order: [Int] {
        departures.enumerated().compactMap { place, departure in
            departure.map { (place, $0.row) }
        }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
}
