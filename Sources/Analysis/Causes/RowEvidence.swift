/// Evidence that single rows give: quick movements, noise, standstills and jumps.
struct RowEvidence: Sendable {
    /// Rows to compare with, taken as usual.
    let usual: Range<Int>
    /// Rows since the onset.
    let late: Range<Int>
    /// The first row in which a jump may be the fault's.
    let first: Int
    /// Rows of the input averaged into one row.
    let factor: Int

    /// Fills in only what single rows show.
    ///
    /// - Parameter runs: As ``CauseSignals/runs`` has them for the signal.
    /// - Complexity: O(rows).
    func evidence(
        _ column: [Double], _ innovations: [Double], _ runs: [Int]
    ) -> CauseEvidence {
        var evidence = CauseEvidence()
        let quicker = growth(
            RootMeanSquare.of(bends(column, late)), RootMeanSquare.of(bends(column, usual)))
        evidence.quicker = min(2, max(0, quicker))
        let lateRows = innovations[late]
        let mean = lateRows.reduce(0, +) / Double(max(1, lateRows.count))
        let noise = growth(
            RootMeanSquare.of(lateRows.map { $0 - mean }), RootMeanSquare.of(innovations[usual]))
        evidence.noisier = min(2, max(-1, noise))
        let standstill = growth(
            Double(max(1, longest(runs, late))), Double(max(1, longest(runs, usual))))
        evidence.frozen = min(4, max(0, standstill))
        let jump = growth(
            largest(innovations[first...]) + 1e-9, largest(innovations[usual]) + 1e-9)
        evidence.jump = min(2, max(-1, jump))
        return evidence
    }

    private func growth(_ after: Double, _ before: Double) -> Double {
        ElementaryFunctions.logarithm(after / before)
    }

    private func largest(_ values: ArraySlice<Double>) -> Double {
        values.reduce(0) { max($0, abs($1)) }
    }

    /// Second differences: slow movements vanish in them.
    private func bends(_ column: [Double], _ rows: Range<Int>) -> [Double] {
        rows.dropLast(2).map { column[$0 + 2] - 2 * column[$0 + 1] + column[$0] }
    }

    /// The longest standstill, in rows of the input, as far as it lies within the rows.
    private func longest(_ runs: [Int], _ rows: Range<Int>) -> Int {
        rows.reduce(0) { max($0, min(runs[$1], ($1 - rows.lowerBound + 1) * factor + 1)) }
    }
}
