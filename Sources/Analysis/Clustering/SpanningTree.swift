/// The minimum spanning tree of rows by their mutual reachability: the distance of two rows, but
/// not less than the core distance of either (Campello, Moulavi and Sander 2013).
///
/// By Prim's algorithm (1957), with distances measured when they are needed.
struct SpanningTree: Sendable {
    struct Edge: Sendable {
        let left: Int
        let right: Int
        let distance: Double
    }

    let rowCount: Int
    /// In ascending order of their distances; one less than rows.
    let edges: [Edge]

    /// Values must be finite, and there must be a row.
    ///
    /// - Complexity: O(rows² × columns) time, O(rows × columns) memory.
    init(_ matrix: FeatureMatrix, minSamples: Int) {
        rowCount = matrix.rowCount
        let cores = Self.coreDistances(matrix, minSamples: minSamples)
        let found = Self.edges(matrix, cores)
        let order = found.indices.sorted { (found[$0].distance, $0) < (found[$1].distance, $1) }
        edges = order.map { found[$0] }
    }

    /// The distance from each row to its `minSamples`-th neighbour, itself being the first.
    private static func coreDistances(_ matrix: FeatureMatrix, minSamples: Int) -> [Double] {
        let count = min(minSamples, matrix.rowCount) - 1
        guard count > 0 else { return [Double](repeating: 0, count: matrix.rowCount) }
        let tree = KDTree(matrix)
        let part = 128
        let parts = (matrix.rowCount + part - 1) / part
        return Concurrent.map(parts) { index in
            var search = NeighborSearch(tree)
            return (index * part..<min((index + 1) * part, matrix.rowCount)).map { row in
                search.nearest(count, to: Array(matrix.row(row)), excluding: row).last ?? 0
            }
        }.flatMap(\.self)
    }

    private static func edges(_ matrix: FeatureMatrix, _ cores: [Double]) -> [Edge] {
        let packed = PackedRows(matrix)
        // Rows that are not in the tree yet, each with its nearest one of those that are.
        var waiting = Array(1..<matrix.rowCount)
        var nearest = [Double](repeating: .infinity, count: matrix.rowCount)
        var from = [Int](repeating: 0, count: matrix.rowCount)
        var distances: [Double] = []
        var current = 0
        var edges: [Edge] = []
        edges.reserveCapacity(matrix.rowCount)
        while !waiting.isEmpty {
            packed.squaredDistances(
                0..<packed.blockCount, to: packed.row(current), into: &distances)
            let core = cores[current]
            var (best, place) = (Double.infinity, 0)
            for (index, row) in waiting.enumerated() {
                let distance = max(distances[row].squareRoot(), core, cores[row])
                if distance < nearest[row] {
                    nearest[row] = distance
                    from[row] = current
                }
                if nearest[row] < best { (best, place) = (nearest[row], index) }
            }
            current = waiting[place]
            edges.append(Edge(left: from[current], right: current, distance: nearest[current]))
            waiting.swapAt(place, waiting.count - 1)
            waiting.removeLast()
        }
        return edges
    }
}
