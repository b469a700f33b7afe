public import Values

/// The signals of a plant by how likely a fault began with each of them, and in which order they
/// left what is usual.
public struct CauseRanking: Sendable, Equatable {
    /// One signal in the ranking.
    public struct Cause: Sendable, Equatable {
        /// The place of its column.
        public let signal: Int
        /// Probability that it is where the fault began; those of all signals add up to one.
        public let confidence: Double
        /// What would most likely be wrong with it then.
        public let mechanism: CauseMechanism
        /// The row in which it left where it was before; `nil` where it never did.
        public let departure: Int?
        /// How far it had then moved, in the usual spread of its readings; signed.
        public let change: Double
    }

    /// The row in which the fault seems to begin.
    public let onset: Int
    /// All signals, the likeliest first.
    public let causes: [Cause]

    /// Ranks signals by what they did up to the last row, at which something was noticed.
    ///
    /// The first two thirds of the rows are taken to be usual. Names play no part, nor does the
    /// order of the columns but for settling ties. Each signal's relation to the others is learned
    /// on usual rows (see ``SignalRelations``); then the evidence of each signal (see
    /// ``CauseEvidence``) is weighed for each mechanism (see ``CauseMechanism``).
    ///
    /// - Parameter columns: By signal, readings in order of time, evenly spaced and of the same
    ///   number; NaN where one is missing.
    /// - Returns: `nil` for fewer than two signals or 400 rows.
    /// - Complexity: O(rows · signals²), of rows no more than 8,192.
    public init?(_ columns: [[Double]]) {
        guard columns.count > 1, let signals = CauseSignals(columns) else { return nil }
        let search = EvidenceSearch(signals)
        let beliefs = MechanismWeights.beliefs(search.evidence())
        let causes = columns.indices.map { signal in
            let belief = beliefs[signal]
            let likeliest = zip(belief, CauseMechanism.allCases).max { $0.0 < $1.0 }?.1
            let departure = search.moved[signal].departure(from: search.firstBlock)
            return Cause(
                signal: signal, confidence: belief.reduce(0, +),
                mechanism: signals.isConstant(signal) ? .disturbance : likeliest ?? .disturbance,
                departure: departure.map { signals.inputRow(search.grid.row($0.block)) },
                change: departure?.step ?? 0)
        }
        let ranked = causes.sorted {
            ($1.confidence, $0.signal) < ($0.confidence, $1.signal)
        }
        onset = Self.onset(ranked.first, search)
        self.causes = ranked
    }

    /// Of all beginnings only that of a standstill is known to the row.
    private static func onset(_ likeliest: Cause?, _ search: EvidenceSearch) -> Int {
        guard let likeliest, likeliest.mechanism == .frozenReading else {
            return search.signals.inputRow(search.grid.row(search.onset))
        }
        return search.signals.standstill(
            of: likeliest.signal, from: search.grid.row(search.firstBlock))
    }
}
