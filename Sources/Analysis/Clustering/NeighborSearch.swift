/// Queries on a tree, with the memory that they use again and again.
struct NeighborSearch {
    private let tree: KDTree
    private var pending: [Int] = []
    private var distances: [Double] = []

    init(_ tree: KDTree) {
        self.tree = tree
    }

    /// The number of rows within `radius` of a point, itself included; stops at `limit`.
    mutating func count(within radius: Double, of point: [Double], limit: Int) -> Int {
        var found = 0
        visit(within: radius, of: point) { rows, distances in
            found +=
                distances.map { squares in
                    squares.count { $0 <= radius * radius }
                } ?? rows.count
            return found < limit
        }
        return min(found, limit)
    }

    /// Calls `body` with each row within `radius` of a point.
    mutating func forEach(
        within radius: Double, of point: [Double], _ body: (Int) -> Void
    ) {
        let order = tree.order
        visit(within: radius, of: point) { places, distances in
            for place in places {
                if let distances, distances[place - places.lowerBound] > radius * radius {
                    continue
                }
                body(order[place])
            }
            return true
        }
    }

    /// Calls `body` with places of the tree's order near a point: either all within `radius`, or
    /// with their squared distances to check. Ends when `body` returns false.
    private mutating func visit(
        within radius: Double, of point: [Double],
        _ body: (Range<Int>, ArraySlice<Double>?) -> Bool
    ) {
        guard !tree.order.isEmpty else { return }
        pending.append(0)
        defer { pending.removeAll(keepingCapacity: true) }
        while let index = pending.popLast() {
            let node = tree.nodes[index]
            let box = tree.boxDistances(index, point)
            guard box.nearest <= radius * radius else { continue }
            let places = tree.packed.rows(in: node.blocks)
            if box.furthest <= radius * radius {
                guard body(places, nil) else { return }
            } else if let (low, high) = node.children {
                pending.append(high)
                pending.append(low)
            } else {
                tree.packed.squaredDistances(node.blocks, to: point, into: &distances)
                guard body(places, distances[..<places.count]) else { return }
            }
        }
    }
}

extension NeighborSearch {
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
