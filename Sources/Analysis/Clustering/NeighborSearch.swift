/// Queries on a tree, with the memory that they use again and again.
struct NeighborSearch {
    private let tree: KDTree
    private var distances: [Double] = []

    init(_ tree: KDTree) {
        self.tree = tree
    }

    /// The distances to the `count` nearest rows, ascending, without the row `excluded`; fewer
    /// when there are fewer rows.
    mutating func nearest(_ count: Int, to point: [Double], excluding excluded: Int?) -> [Double] {
        guard count > 0, !tree.order.isEmpty else { return [] }
        var best: [Double] = []
        collect(0, count, point, excluded, &best)
        return best.map { $0.squareRoot() }
    }

    private mutating func collect(
        _ index: Int, _ count: Int, _ point: [Double], _ excluded: Int?, _ best: inout [Double]
    ) {
        let node = tree.nodes[index]
        guard let (low, high) = node.children else {
            let places = tree.packed.rows(in: node.blocks)
            tree.packed.squaredDistances(node.blocks, to: point, into: &distances)
            for place in places where tree.order[place] != excluded {
                insert(distances[place - places.lowerBound], count, &best)
            }
            return
        }
        let near = [low, high]
            .map { (distance: tree.boxDistances($0, point).nearest, node: $0) }
            .sorted { $0.distance < $1.distance }
        for child in near where best.count < count || child.distance < best[count - 1] {
            collect(child.node, count, point, excluded, &best)
        }
    }

    private func insert(_ distance: Double, _ count: Int, _ best: inout [Double]) {
        if best.count == count {
            guard distance < best[count - 1] else { return }
            best.removeLast()
        }
        var place = best.count
        while place > 0, best[place - 1] > distance { place -= 1 }
        best.insert(distance, at: place)
    }
}
