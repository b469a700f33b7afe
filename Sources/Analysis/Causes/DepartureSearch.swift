/// When signals left the level they had just before, farther than they usually move in as short a
/// time.
///
/// What a signal was just before counts, not its usual middle: a set point may have been changed.
/// Blocks show whether it left; the row is then looked for among the readings themselves.
struct DepartureSearch: Sendable {
    let signals: CauseSignals
    let grid: BlockGrid
    /// By signal, how far the means of its blocks lie from usual ones.
    let moved: [BlockShifts]

    /// Blocks that show where a signal was before.
    private static let before = 4
    /// How many blocks to go back for such blocks without a trouble.
    private static let farthest = 40
    /// Blocks over which a departure must last.
    private static let steady = 2
    /// Gaps, in blocks, over which usual steps are measured; a step over another gap is compared
    /// with those of the next longer one.
    private static let gaps = [8, 16, 32, 64]
    /// With fewer usual steps a gap says nothing of what is usual over it.
    private static let fewestSteps = 24
    /// In what share of records without a fault any signal is said to have left.
    private static let falseAlarms = 0.02
    /// Share of the usual steps that must be smaller than a departure; the others may be earlier
    /// troubles.
    private static let usualShare = 0.9

    init(_ signals: CauseSignals, _ grid: BlockGrid) {
        self.signals = signals
        self.grid = grid
        moved = signals.columns.map { BlockShifts(grid.means($0), grid) }
    }

    /// When a signal left its level, looked for from a block on; `nil` where it kept it, or too few
    /// blocks are left.
    ///
    /// - Parameter column: The readings of the signal, row by row of the input.
    /// - Complexity: O(blocks + rows looked at).
    func departure(of signal: Int, from block: Int, _ column: [Double]) -> LevelDeparture? {
        let shifts = moved[signal]
        let last = grid.count - Self.steady
        guard block >= Self.before, block <= last else { return nil }
        let limits = limits(shifts, looks: last - block + 1)
        guard !limits.isEmpty else { return nil }
        let before = blocks(before: block)
        for other in block...last {
            let place = Self.gaps.firstIndex { $0 >= other - block } ?? limits.count
            let change = step(shifts, from: before, to: other)
            guard abs(change) > limits[min(place, limits.count - 1)] else { continue }
            return LevelDeparture(
                row: row(column, from: block, before, to: other), change: change)
        }
        return nil
    }

    /// The blocks that show where signals were before a block: the last ones in which no earlier
    /// trouble lies, or those just before it where there are none near. So what comes back from a
    /// trouble does not leave its level.
    private func blocks(before block: Int) -> Range<Int> {
        let nearest = block - Self.before..<block
        let earliest = max(Self.before, block - Self.farthest)
        let end = stride(from: block, through: earliest, by: -1).first { end in
            !grid.isTroubled[end - Self.before..<end].contains(true)
        }
        return end.map { $0 - Self.before..<$0 } ?? nearest
    }

    /// By gap, the step that is more than usual: larger than nine in ten in usual blocks, and than
    /// chance gives in so many looks at so many signals. Never less for a longer gap.
    private func limits(_ shifts: BlockShifts, looks: Int) -> [Double] {
        // Steps to neighbouring blocks tell the same.
        let looks = max(1, looks / (Self.gaps.first ?? 1))
        let chance = Self.falseAlarms / Double(2 * looks * moved.count)
        let far = SpecialFunctions.normalQuantile(1 - chance)
        var limits: [Double] = []
        for gap in Self.gaps {
            let steps = usualSteps(shifts, gap: gap)
            guard !steps.isEmpty, limits.isEmpty || steps.count >= Self.fewestSteps
            else { break }
            let spread = UsualSpread(steps).spread
            let most = Statistics.quantile(steps.map(abs), Self.usualShare)
            limits.append(max(far * spread, most, limits.last ?? 1e-9))
        }
        return limits
    }

    /// How far the signal moved over a gap anywhere in usual blocks; earlier troubles are left out
    /// unless hardly anything else is there.
    private func usualSteps(_ shifts: BlockShifts, gap: Int) -> [Double] {
        let places = grid.usual.dropFirst(Self.before).dropLast(gap + Self.steady)
        let calm = places.filter {
            !grid.isTroubled[($0 - Self.before)..<($0 + gap + Self.steady)].contains(true)
        }
        return (calm.count < Self.fewestSteps ? Array(places) : calm).map {
            step(shifts, from: $0 - Self.before..<$0, to: $0 + gap)
        }
    }

    /// The mean of `steady` blocks from `other` on, less that of the blocks before.
    private func step(_ shifts: BlockShifts, from before: Range<Int>, to other: Int) -> Double {
        shifts.mean(other..<other + Self.steady) - shifts.mean(before)
    }

    private func isTroubled(_ row: Int) -> Bool {
        grid.isTroubled[grid.block(signals.row(row))]
    }

    /// The row of the input from which on a signal was nearer to its later level than to its
    /// earlier one: where the sum of its distances from the middle is lowest (Page 1954). For a
    /// ramp that is its middle.
    private func row(
        _ column: [Double], from block: Int, _ before: Range<Int>, to other: Int
    ) -> Int {
        let edge = { (block: Int) in signals.inputRow(grid.row(block)) }
        let start = edge(block - Self.before)
        let end = min(
            column.count, signals.inputRow(grid.row(other + Self.steady - 1) + grid.length))
        let mean = { (rows: Range<Int>) in Statistics.mean(column[rows].filter(\.isFinite)) }
        let (low, high) = (
            mean(edge(before.lowerBound)..<edge(before.upperBound)), mean(edge(other)..<end)
        )
        guard high != low, low.isFinite, high.isFinite else { return edge(other) }
        let rows = (start..<end).filter { column[$0].isFinite && !isTroubled($0) }
        var (sum, least, found) = (0.0, 0.0, rows.first ?? edge(other))
        for row in rows {
            sum += (column[row] - low) / (high - low) - 0.5
            if sum < least { (least, found) = (sum, row + 1) }
        }
        return min(found, end - 1)
    }
}

/// When a signal left its level.
public struct LevelDeparture: Sendable, Equatable {
    /// The row from which on it was nearer to its later level.
    public let row: Int
    /// How far it had moved by then, in the usual spread of its readings; signed.
    public let change: Double
}
