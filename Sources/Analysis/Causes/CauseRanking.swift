public import Values

/// The signals of a plant by how likely a fault began with each of them, and in which order they
/// left what is usual.
public struct CauseRanking: Sendable, Equatable {
    /// One signal in the ranking.
    public struct Cause: Sendable, Equatable {
        /// Index of its column.
        public let signal: Int
        /// Probability that the fault began with it; those of all signals add up to one. 0 for a
        /// signal that was not compared.
        public let confidence: Double
        /// What would most likely be wrong with it then; `.disturbance` where it was not compared.
        public let mechanism: CauseMechanism
        /// When it left its level; `nil` where it never did.
        public let departure: LevelDeparture?
    }

    /// The row in which the fault seems to begin, known to the block (a 300th of the rows or less);
    /// to the row where it is a standstill.
    public let onset: Int
    /// All signals, the likeliest first; those that were not compared last, in their order.
    public let causes: [Cause]
    /// How many signals were compared: of more than 40, those that changed most.
    public let compared: Int

    /// Ranks signals by what they did up to the last row, when something was noticed.
    ///
    /// The first 65 % of the rows are taken as usual. Names play no part, nor does the order of the
    /// columns but for settling ties. Each signal's relation to the others is learned on usual rows
    /// (see ``SignalRelations``); then the evidence of each signal (see ``CauseEvidence``) is
    /// weighed for each mechanism (see ``CauseMechanism``).
    ///
    /// - Parameters:
    ///   - columns: By signal, readings in order of time, evenly spaced and of the same number; NaN
    ///     where one is missing.
    ///   - since: The fault did not begin before this row, as after an earlier failure.
    ///   - troubled: Rows in which earlier troubles lie: what signals did there is not usual for
    ///     them.
    /// - Returns: `nil` for fewer than two signals or 400 rows.
    /// - Complexity: O(rows · signals + rows · compared²), of rows no more than 8,192.
    public init?(_ columns: [[Double]], since: Int = 0, troubled: [Range<Int>] = []) {
        guard columns.count > 1, let signals = CauseSignals(columns) else { return nil }
        let grid = BlockGrid(signals, troubled: troubled)
        let departures = DepartureSearch(signals, grid)
        let places = MovingSignals.chosen(departures, from: grid.usual.upperBound)
        let search = EvidenceSearch(signals.only(places), grid, since: since)
        let beliefs = MechanismWeights.beliefs(search.evidence())
        let cause = { (signal: Int, belief: [Double]) -> Cause in
            let likeliest = zip(belief, CauseMechanism.allCases).max { $0.0 < $1.0 }?.1
            return Cause(
                signal: signal, confidence: belief.reduce(0, +),
                mechanism: signals.isConstant(signal) ? .disturbance : likeliest ?? .disturbance,
                departure: departures.departure(
                    of: signal, from: search.firstBlock, columns[signal]))
        }
        let ranked = zip(places, beliefs).map { cause($0, $1) }.sorted {
            ($1.confidence, $0.signal) < ($0.confidence, $1.signal)
        }
        onset = Self.onset(ranked.first, search, places)
        causes = ranked + Set(columns.indices).subtracting(places).sorted().map { cause($0, []) }
        compared = places.count
    }

    /// The beginning of a standstill is known to the row, any other to the block.
    private static func onset(_ likeliest: Cause?, _ search: EvidenceSearch, _ places: [Int]) -> Int
    {
        guard let likeliest, likeliest.mechanism == .frozenReading,
            let place = places.firstIndex(of: likeliest.signal)
        else { return search.signals.inputRow(search.grid.row(search.onset)) }
        return search.signals.standstill(of: place, from: search.grid.row(search.firstBlock))
    }
}
