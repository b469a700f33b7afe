import Values

/// Chooses the signals that are compared with each other, where there are more than can be.
enum MovingSignals {
    /// The most signals that are compared: the cost grows with their square.
    static let most = 40

    /// Indices of the signals that changed most since a block, rising: by how far they moved, how
    /// much quicker or noisier they became, how long they stood still.
    ///
    /// - Complexity: O(signals · rows); O(signals) for ``most`` signals or fewer.
    static func chosen(_ search: DepartureSearch, from block: Int) -> [Int] {
        let signals = search.signals
        guard signals.columns.count > most else { return Array(signals.columns.indices) }
        let first = search.grid.row(block)
        let rows = RowEvidence(
            usual: 2 * LagBank.settled..<signals.usual.upperBound, late: first..<signals.rowCount,
            first: first, factor: signals.factor)
        let changes = Concurrent.map(signals.columns.count) { signal in
            let column = signals.columns[signal]
            let evidence = rows.evidence(column, column, signals.runs[signal])
            let moved = ElementaryFunctions.logarithm(
                onePlus: abs(search.moved[signal].largest(from: block)))
            return max(moved, evidence.quicker, evidence.noisier, evidence.frozen)
        }
        return changes.indices.sorted { (changes[$1], $0) < (changes[$0], $1) }
            .prefix(most).sorted()
    }
}
