import Analysis

/// Grows one tree at a time, always splitting the leaf that gains most.
struct TreeGrower {
    /// Gradient and curvature of the loss at a row, or their sums.
    typealias Slope = SIMD2<Double>

    private struct Leaf {
        let node: Int
        let range: Range<Int>
        let sum: Slope
        let histogram: [Slope]
        let split: Split?
    }

    private let bins: FeatureBins
    private let settings: BoostedTrees
    private var order: [Int32] = []
    private var spare: [Int32] = []
    /// The split at each node; nil in leaves.
    private var cuts: [Split?] = []

    init(_ bins: FeatureBins, settings: BoostedTrees) {
        self.bins = bins
        self.settings = settings
    }

    /// A tree that lowers the loss on some rows; what it gives is added to the scores of all rows.
    ///
    /// - Complexity: O(rows × columns × log leaves).
    mutating func grow(
        _ slopes: [Slope], rows: [Int32], columns: [Int], scores: inout [Double]
    ) -> RegressionTree {
        order = rows
        cuts = [nil]
        var tree = RegressionTree(nodes: [RegressionTree.Node()])
        var leaves = [leaf(0, order.indices, histogram(order.indices, slopes, columns), columns)]
        while leaves.count < settings.leaves,
            let chosen = leaves.indices.filter({ leaves[$0].split != nil }).max(by: {
                (leaves[$0].split?.gain ?? 0, $1) < (leaves[$1].split?.gain ?? 0, $0)
            }), let split = leaves[chosen].split
        {
            let parent = leaves[chosen]
            let (left, right) = divide(parent, split, slopes, columns, &tree)
            leaves[chosen] = left
            leaves.append(right)
        }
        for leaf in leaves { tree.nodes[leaf.node].value = step(leaf) }
        for row in scores.indices { scores[row] += Double(tree.nodes[leaf(of: row, tree)].value) }
        return tree
    }

    /// The leaf that a row comes to, found by its bins.
    private func leaf(of row: Int, _ tree: RegressionTree) -> Int {
        var place = 0
        while let split = cuts[place] {
            let isLeft = split.isLeft(Int(bins.codes[split.feature][row]))
            place = isLeft ? tree.nodes[place].left : tree.nodes[place].right
        }
        return place
    }

    /// How far the scores of a leaf's rows are moved.
    private func step(_ leaf: Leaf) -> Float {
        Float(settings.learningRate * -leaf.sum.x / (leaf.sum.y + settings.ridge))
    }

    /// Puts the rows of a leaf left and right, each side in its old order.
    private mutating func divide(
        _ parent: Leaf, _ split: Split, _ slopes: [Slope], _ columns: [Int],
        _ tree: inout RegressionTree
    ) -> (Leaf, Leaf) {
        let codes = bins.codes[split.feature]
        spare.removeAll(keepingCapacity: true)
        var middle = parent.range.lowerBound
        for place in parent.range {
            let row = order[place]
            if split.isLeft(Int(codes[Int(row)])) {
                order[middle] = row
                middle += 1
            } else {
                spare.append(row)
            }
        }
        for (offset, row) in spare.enumerated() { order[middle + offset] = row }
        let ranges = (parent.range.lowerBound..<middle, middle..<parent.range.upperBound)
        let isLeftSmaller = ranges.0.count <= ranges.1.count
        let small = histogram(isLeftSmaller ? ranges.0 : ranges.1, slopes, columns)
        var large = parent.histogram
        for place in large.indices { large[place] -= small[place] }
        let place = tree.nodes.count
        tree.nodes[parent.node].value = step(parent)
        tree.nodes[parent.node].feature = split.feature
        tree.nodes[parent.node].threshold = bins.uppers[split.feature][split.bin]
        tree.nodes[parent.node].isMissingLeft = split.isMissingLeft
        tree.nodes[parent.node].left = place
        tree.nodes[parent.node].right = place + 1
        tree.nodes += [RegressionTree.Node(), RegressionTree.Node()]
        cuts[parent.node] = split
        cuts += [nil, nil]
        return (
            leaf(place, ranges.0, isLeftSmaller ? small : large, columns),
            leaf(place + 1, ranges.1, isLeftSmaller ? large : small, columns)
        )
    }

    private func leaf(
        _ node: Int, _ range: Range<Int>, _ histogram: [Slope], _ columns: [Int]
    ) -> Leaf {
        // Every row is in one bin of the first column.
        let sum = histogram.prefix(1 << FeatureBins.bits).reduce(Slope.zero, +)
        var best: Split?
        for (slot, column) in columns.enumerated() {
            let search = SplitSearch(
                feature: column, bins: bins.uppers[column].count + 1,
                histogram: histogram[slot << FeatureBins.bits..<(slot + 1) << FeatureBins.bits],
                sum: sum, settings: settings)
            if let found = search.best(hasMissing: bins.hasMissing[column]),
                found.gain > best?.gain ?? 0
            {
                best = found
            }
        }
        return Leaf(node: node, range: range, sum: sum, histogram: histogram, split: best)
    }

    /// Sums of the slopes, by column and bin: all bins of the first column, then of the next.
    private func histogram(
        _ range: Range<Int>, _ slopes: [Slope], _ columns: [Int]
    ) -> [Slope] {
        let rows = Array(order[range])
        let gathered = rows.map { slopes[Int($0)] }
        var sums = [Slope](repeating: .zero, count: columns.count << FeatureBins.bits)
        for (slot, column) in columns.enumerated() {
            let codes = bins.codes[column]
            let base = slot << FeatureBins.bits
            for place in rows.indices {
                sums[base + Int(codes[Int(rows[place])])] += gathered[place]
            }
        }
        return sums
    }
}
