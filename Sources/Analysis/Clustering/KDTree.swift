/// A k-d tree over the rows of a matrix, for neighbours by Euclidean distance.
///
/// Leaves are whole blocks of packed rows, so that the kernel measures a leaf at once; in many
/// dimensions, where no tree helps, a query is still a fast scan. (Bentley 1975.)
struct KDTree: Sendable {
    struct Node: Sendable {
        /// The blocks of packed rows below this node.
        let blocks: Range<Int>
        /// The nodes of both halves; nil for a leaf.
        var children: (low: Int, high: Int)?
    }

    /// The row of the matrix in each place of `packed`.
    let order: [Int]
    let packed: PackedRows
    private(set) var nodes: [Node] = []
    /// For each node and column the least value and the greatest, side by side.
    private var bounds: [Double] = []

    /// The nodes without children, in the order of their rows.
    let leaves: [Int]

    private static let leafBlocks = 4

    /// Builds the tree; values must be finite.
    ///
    /// - Complexity: O(rows × columns × log rows).
    init(_ matrix: FeatureMatrix) {
        var builder = Builder(matrix: matrix)
        builder.build(0..<matrix.rowCount)
        order = builder.order
        packed = PackedRows(matrix, rows: builder.order)
        nodes = builder.nodes
        bounds = builder.bounds
        let found = nodes.indices.filter { builder.nodes[$0].children == nil }
        leaves = found.sorted {
            builder.nodes[$0].blocks.lowerBound < builder.nodes[$1].blocks.lowerBound
        }
    }

    /// The rows of a node, as places of `order`.
    func places(of node: Int) -> Range<Int> { packed.rows(in: nodes[node].blocks) }

    /// The squared distance between the boxes of two nodes; 0 where they touch or overlap.
    func boxDistance(_ left: Int, _ right: Int) -> Double {
        let width = 2 * packed.columnCount
        let (leftStart, rightStart) = (left * width, right * width)
        var distance = 0.0
        for column in stride(from: 0, to: width, by: 2) {
            let below = bounds[leftStart + column] - bounds[rightStart + column + 1]
            let above = bounds[rightStart + column] - bounds[leftStart + column + 1]
            let gap = max(below, above, 0)
            distance += gap * gap
        }
        return distance
    }

    /// The leaves whose boxes lie within a squared distance of that of a node, nearest first.
    func leaves(within limit: Double, of node: Int) -> [Int] {
        var found: [(distance: Double, leaf: Int)] = []
        var pending = [0]
        while let next = pending.popLast() {
            let distance = boxDistance(next, node)
            guard distance <= limit else { continue }
            if let (low, high) = nodes[next].children {
                pending.append(high)
                pending.append(low)
            } else {
                // Of equally near ones the node itself comes first.
                found.append((next == node ? -1 : distance, next))
            }
        }
        return found.sorted { ($0.distance, $0.leaf) < ($1.distance, $1.leaf) }.map(\.leaf)
    }

    /// The squared distances from a point to the nearest and the furthest place of a node's box.
    func boxDistances(_ node: Int, _ point: [Double]) -> (nearest: Double, furthest: Double) {
        var nearest = 0.0
        var furthest = 0.0
        let start = node * 2 * point.count
        for (column, value) in point.enumerated() {
            let below = bounds[start + 2 * column] - value
            let above = value - bounds[start + 2 * column + 1]
            let outside = max(below, above, 0)
            let far = min(below, above)
            nearest += outside * outside
            furthest += far * far
        }
        return (nearest, furthest)
    }

    private struct Builder {
        let matrix: FeatureMatrix
        var order: [Int]
        var nodes: [Node] = []
        var bounds: [Double] = []

        init(matrix: FeatureMatrix) {
            self.matrix = matrix
            order = Array(0..<matrix.rowCount)
        }

        /// Adds the node for some places of the order, and all below it; returns its index.
        @discardableResult
        mutating func build(_ places: Range<Int>) -> Int {
            let lanes = PackedRows.lanes
            let blocks = places.lowerBound / lanes..<(places.upperBound + lanes - 1) / lanes
            let node = nodes.count
            nodes.append(Node(blocks: blocks))
            let widest = appendBounds(places)
            guard blocks.count > KDTree.leafBlocks, widest.width > 0 else { return node }
            let middle = (blocks.lowerBound + blocks.count / 2) * lanes
            let (values, columns) = (matrix.values, matrix.columnCount)
            Selection.select(middle, within: places, of: &order) {
                values[$0 * columns + widest.column]
            }
            let low = build(places.lowerBound..<middle)
            let high = build(middle..<places.upperBound)
            nodes[node].children = (low, high)
            return node
        }

        private mutating func appendBounds(_ places: Range<Int>) -> (column: Int, width: Double) {
            var widest = (column: 0, width: 0.0)
            for column in 0..<matrix.columnCount {
                var least = Double.infinity
                var greatest = -Double.infinity
                for place in places {
                    let value = matrix.values[order[place] * matrix.columnCount + column]
                    least = min(least, value)
                    greatest = max(greatest, value)
                }
                bounds += [least, greatest]
                if greatest - least > widest.width { widest = (column, greatest - least) }
            }
            return widest
        }
    }
}
