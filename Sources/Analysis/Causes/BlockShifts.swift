/// How far means over blocks lie from what such means usually are, in their own usual spread.
///
/// Means over several blocks are compared with means over as many: that allows for slow wandering,
/// which makes long means vary nearly as much as short ones, without a model of it.
struct BlockShifts: Sendable {
    let grid: BlockGrid
    private let blocks: RunningSums

    /// Numbers of blocks over which means are taken.
    private static let widths = [1, 2, 4, 8, 16]
    /// Distances are cut here, in usual spreads: a signal that was constant leaves it by any number
    /// of them, and more says no more.
    private static let farthest = 300.0
    /// The most blocks at the end over which one mean is taken.
    private static let longest = 32

    init(_ blocks: [Double], _ grid: BlockGrid) {
        self.grid = grid
        self.blocks = RunningSums(blocks)
    }

    func mean(_ range: Range<Int>) -> Double { blocks.mean(range) }

    /// The distance of the mean of each `width` successive blocks, in usual spreads and signed, by
    /// the first of them; `width` must not exceed the blocks.
    ///
    /// - Complexity: O(blocks).
    func distances(width: Int) -> [Double] {
        let means = (0...(grid.count - width)).map { mean($0..<$0 + width) }
        let last = max(grid.usual.upperBound - width + 1, grid.usual.lowerBound)
        let spread = UsualSpread(means[grid.usual.lowerBound..<min(last, means.count)])
        return means.map { min(Self.farthest, max(-Self.farthest, spread.z($0))) }
    }

    /// The distance that is largest, in either direction, from a block on over all widths; signed.
    func largest(from block: Int) -> Double {
        var found = 0.0
        for width in Self.widths where width <= grid.count - block {
            for distance in distances(width: width)[block...] where abs(distance) > abs(found) {
                found = distance
            }
        }
        return found
    }

    /// The distance of the mean of the last `width` blocks, none of them before `block`; signed.
    func last(_ width: Int = longest, from block: Int) -> Double {
        distances(width: max(1, min(width, grid.count - block, Self.longest))).last ?? 0
    }
}
