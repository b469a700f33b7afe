/// DBSCAN on a k-d tree, leaf by leaf: leaves that hold one cluster already are not measured
/// against each other again.
struct TreeDensity: Sendable {
    let tree: KDTree
    let eps: Double
    let minSamples: Int

    /// What is known of the rows, by their place in the order of the tree.
    private struct Density {
        var isCore: [Bool]
        /// The rows within reach of each row that is not core.
        var reached: [Int: [Int]]
    }

    func model() -> DBSCANModel {
        let density = density()
        var sets = joined(density.isCore)
        let (clusters, count) = numbered(&sets, density.isCore)
        var labels = [Int?](repeating: nil, count: tree.order.count)
        var isCore = [Bool](repeating: false, count: tree.order.count)
        for (place, row) in tree.order.enumerated() {
            isCore[row] = density.isCore[place]
            labels[row] =
                clusters[place] ?? density.reached[place]?.compactMap { clusters[$0] }.min()
        }
        return DBSCANModel(labels: labels, isCore: isCore, clusterCount: count)
    }

    // MARK: - Cores

    private func density() -> Density {
        let part = 16
        let parts = (tree.leaves.count + part - 1) / part
        let searched = Concurrent.map(parts) { index in
            let range = index * part..<min((index + 1) * part, tree.leaves.count)
            return tree.leaves[range].flatMap(search)
        }.joined()
        var density = Density(isCore: [], reached: [:])
        density.isCore.reserveCapacity(tree.order.count)
        for (place, reached) in searched.enumerated() {
            density.isCore.append(reached == nil)
            if let reached { density.reached[place] = reached }
        }
        return density
    }

    /// For each row of a leaf nil when it is core, else the rows within its reach.
    private func search(_ leaf: Int) -> [[Int]?] {
        let near = tree.leaves(within: eps * eps, of: leaf)
        var distances: [Double] = []
        return tree.places(of: leaf).map { place in
            let point = tree.packed.row(place)
            var reached: [Int] = []
            for other in near where tree.boxDistances(other, point).nearest <= eps * eps {
                let places = tree.places(of: other)
                tree.packed.squaredDistances(
                    tree.nodes[other].blocks, to: point, into: &distances)
                for candidate in places where distances[candidate - places.lowerBound] <= eps * eps
                {
                    reached.append(candidate)
                }
                if reached.count >= minSamples { return nil }
            }
            return reached
        }
    }

    // MARK: - Clusters

    /// Cores within reach of each other in one set; rows that are not core alone.
    private func joined(_ isCore: [Bool]) -> DisjointSets {
        var join = LeafJoin(tree: tree, eps: eps, isCore: isCore)
        for leaf in tree.leaves { join.join(leaf, leaf) }
        for leaf in tree.leaves where join.hasCores(leaf) {
            for other in tree.leaves(within: eps * eps, of: leaf) where other > leaf {
                join.join(leaf, other)
            }
        }
        return join.sets
    }

    /// The cluster of each core place, nil for the others; numbered by the first core row.
    private func numbered(
        _ sets: inout DisjointSets, _ isCore: [Bool]
    ) -> (clusters: [Int?], count: Int) {
        var first: [Int: Int] = [:]
        var roots = [Int?](repeating: nil, count: isCore.count)
        for place in isCore.indices where isCore[place] {
            let root = sets.root(of: place)
            roots[place] = root
            first[root] = min(first[root] ?? .max, tree.order[place])
        }
        let order = first.sorted { $0.value < $1.value }
        let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, $0) })
        return (roots.map { $0.flatMap { numbers[$0] } }, order.count)
    }
}

/// Joins the cores of leaves that are within reach of each other.
private struct LeafJoin {
    let tree: KDTree
    let eps: Double
    let isCore: [Bool]
    private(set) var sets: DisjointSets
    /// Core places by node; none for nodes that are no leaf.
    private let cores: [[Int]]
    /// Leaves known to lie in one set, which they never leave again.
    private var isWhole: [Bool]
    private var distances: [Double] = []

    init(tree: KDTree, eps: Double, isCore: [Bool]) {
        self.tree = tree
        self.eps = eps
        self.isCore = isCore
        sets = DisjointSets(count: isCore.count)
        cores = tree.nodes.indices.map { node in
            guard tree.nodes[node].children == nil else { return [] }
            return tree.places(of: node).filter { isCore[$0] }
        }
        isWhole = [Bool](repeating: false, count: tree.nodes.count)
    }

    func hasCores(_ leaf: Int) -> Bool { !cores[leaf].isEmpty }

    /// Joins the cores within reach of each other in two leaves, or in one when both are the same.
    mutating func join(_ left: Int, _ right: Int) {
        guard let first = cores[left].first, let last = cores[right].first else { return }
        let areWhole = lieWhole(left) && lieWhole(right)
        if areWhole, sets.root(of: first) == sets.root(of: last) { return }
        let places = tree.places(of: right)
        for place in cores[left] {
            let point = tree.packed.row(place)
            guard tree.boxDistances(right, point).nearest <= eps * eps else { continue }
            tree.packed.squaredDistances(tree.nodes[right].blocks, to: point, into: &distances)
            for other in cores[right] where distances[other - places.lowerBound] <= eps * eps {
                sets.join(place, other)
                // One touch joins whole leaves.
                if areWhole { return }
            }
        }
    }

    private mutating func lieWhole(_ leaf: Int) -> Bool {
        if isWhole[leaf] { return true }
        guard let first = cores[leaf].first else { return false }
        let root = sets.root(of: first)
        isWhole[leaf] = cores[leaf].allSatisfy { sets.root(of: $0) == root }
        return isWhole[leaf]
    }
}
