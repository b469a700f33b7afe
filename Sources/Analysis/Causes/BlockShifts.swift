/// How far means over blocks lie from what such means usually are, in their own usual spread.
///
/// Means over several blocks are compared with means over as many: slow wandering, which makes
/// long means vary nearly as much as short ones, is so allowed for without a model of it.
struct BlockShifts: Sendable {
    private let grid: BlockGrid
    /// Sums of the blocks before each.
    private let sums: [Double]

    /// Blocks over which means are taken.
    private static let widths = [1, 2, 4, 8, 16]
    /// A signal that was constant leaves it by any number of spreads; more than this says no more.
    private static let farthest = 300.0
    /// Blocks that tell where a signal was before a departure, and after which usual steps are taken.
    private static let (before, gap) = (4, 8)
    /// Blocks that a departure must last.
    private static let steady = 2
    /// The most blocks at the end that are taken together.
    private static let longest = 32

    init(_ blocks: [Double], _ grid: BlockGrid) {
        self.grid = grid
        sums = blocks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    /// The distance of each mean of so many blocks, by the first of them.
    ///
    /// - Complexity: O(blocks).
    func distances(width: Int) -> [Double] {
        let means = (0...(grid.count - width)).map { first in
            (sums[first + width] - sums[first]) / Double(width)
        }
        let last = max(grid.usual.upperBound - width + 1, grid.usual.lowerBound)
        let spread = UsualSpread(means[grid.usual.lowerBound..<min(last, means.count)])
        return means.map { min(Self.farthest, max(-Self.farthest, spread.z($0))) }
    }

    /// The largest distance in either direction from a block on, over all widths.
    func largest(from block: Int) -> Double {
        var found = 0.0
        for width in Self.widths where width <= grid.count - block {
            for distance in distances(width: width)[block...] where abs(distance) > abs(found) {
                found = distance
            }
        }
        return found
    }

    /// The first block from one on with which the signal has moved away from where it was before,
    /// farther than it ever did in as short a time in usual rows, and by how much.
    ///
    /// What it was just before counts, not its usual middle: a set point may have been changed.
    func departure(from block: Int) -> (block: Int, step: Double)? {
        let steps = grid.usual.dropFirst(Self.before).dropLast(Self.gap + Self.steady).map {
            abs(step(from: $0, to: $0 + Self.gap))
        }
        let last = grid.count - Self.steady
        guard !steps.isEmpty, block >= Self.before, block <= last else { return nil }
        let limit = max(steps.max() ?? 0, 1e-9)
        return (block...last).lazy.map { ($0, step(from: block, to: $0)) }
            .first { abs($0.1) > limit }
    }

    /// The mean from a block on less that before another.
    private func step(from block: Int, to other: Int) -> Double {
        let before = (sums[block] - sums[block - Self.before]) / Double(Self.before)
        return (sums[other + Self.steady] - sums[other]) / Double(Self.steady) - before
    }

    /// The distance of the last blocks' mean, of so many but none before `block`.
    func last(_ width: Int = longest, from block: Int) -> Double {
        distances(width: max(1, min(width, grid.count - block, Self.longest))).last ?? 0
    }
}
