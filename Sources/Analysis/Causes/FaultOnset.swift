import Values

/// Finds where in the record signals began to break with their relations.
enum FaultOnset {
    /// Blocks before the onset that are looked at as well: it is known only roughly.
    private static let margin = 2
    /// Share of the blocks among which no onset is looked for, from the first on.
    private static let first = 0.78
    /// How much a long stretch counts against a strong one: 0.5 gives the t statistic of a single
    /// step, less prefers short and strong ones.
    private static let lengthPower = 0.35

    /// The block from which on all signals together are most unlike before: the signals themselves,
    /// or their innovations.
    ///
    ///   - innovations: By signal.
    ///   - since: The fault did not begin before this block.
    ///   - since: The block before which the fault did not begin.
    /// - Complexity: O(signals · blocks).
    static func block(_ innovations: [BlockShifts], _ grid: BlockGrid, since: Int = 0) -> Int {
        var surprise = [Double](repeating: 0, count: max(0, grid.count - 1))
        for shifts in innovations {
            for (block, distance) in shifts.distances(width: 2).enumerated() {
                surprise[block] += min(8, excess(distance))
            }
        }
        let settled = Array(surprise[min(grid.usual.lowerBound, surprise.count)...])
        return grid.usual.lowerBound + change(settled, since: since - grid.usual.lowerBound)
    }

    /// The first block to look at for what a fault did that seems to begin with `onset`.
    static func firstBlock(_ onset: Int, _ grid: BlockGrid) -> Int {
        max(onset - margin, grid.usual.upperBound)
    }

    /// How much a distance in usual spreads speaks against what is usual: the logarithm of a heavy
    /// tail, next to nothing within three spreads.
    static func excess(_ distance: Double) -> Double {
        ElementaryFunctions.logarithm(onePlus: distance * distance / 9)
    }

    private static func change(_ values: [Double], since: Int) -> Int {
        let total = values.reduce(0, +)
        let share = Int(clamping: (Double(values.count) * first).rounded(.down))
        let earliest = min(max(share, since), max(0, values.count - 2))
        var (best, place) = (-Double.infinity, earliest)
        var before = values[..<min(earliest, values.count)].reduce(0, +)
        for split in values.indices.dropFirst(earliest).dropLast() {
            let (left, right) = (Double(split), Double(values.count - split))
            let step = (total - before) / right - before / left
            let score =
                step
                * ElementaryFunctions.power(
                    left * right / Double(values.count), lengthPower)
            if score > best { (best, place) = (score, split) }
            before += values[split]
        }
        return place
    }
}
