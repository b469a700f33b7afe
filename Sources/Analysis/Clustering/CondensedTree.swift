/// How the rows of a spanning tree fall apart while the distance shrinks, with parts below a least
/// size taken for rows that leave (Campello, Moulavi and Sander 2013).
///
/// Joins at one distance are one, of as many parts as there are, so that the order of the rows
/// decides nothing. scikit-learn takes them two by two; where a core distance is shared by many
/// pairs it gives another answer when the rows are shuffled.
struct CondensedTree: Sendable {
    /// A part that holds together over some distances.
    struct Cluster: Sendable {
        /// The cluster that it came of; nil for the whole.
        let parent: Int?
        /// The distance below which it is on its own; infinite for the whole.
        let birth: Double
        /// Its rows when it appears.
        let rows: [Int]
        /// The distance below which it falls into clusters; nil where it only loses rows.
        var split: Double?
        /// The clusters that it falls into, if it does.
        var children: [Int] = []
        /// The rows that leave before that, and the distances below which they do.
        var left: [(row: Int, distance: Double)] = []

        /// The distance at which each of its rows leaves it.
        var leaving: [Double] {
            left.map(\.distance)
                + [Double](repeating: split ?? 0, count: rows.count - left.count)
        }
    }

    let rowCount: Int
    /// Parents before their children; the whole is the first.
    private(set) var clusters: [Cluster] = []

    /// - Complexity: O(rows × depth of the hierarchy).
    init(_ tree: SpanningTree, minClusterSize: Int) {
        rowCount = tree.rowCount
        let linkage = Linkage(tree)
        clusters = [Cluster(parent: nil, birth: .infinity, rows: linkage.rows(of: linkage.root))]
        var pending = [(node: linkage.root, cluster: 0)]
        while let (node, cluster) = pending.popLast() {
            guard let (parts, distance) = linkage.parts(of: node) else { continue }
            let large = parts.filter { linkage.size(of: $0) >= minClusterSize }
            for part in parts where linkage.size(of: part) < minClusterSize {
                clusters[cluster].left += linkage.rows(of: part).map { ($0, distance) }
            }
            guard large.count > 1 else {
                pending += large.map { ($0, cluster) }
                continue
            }
            clusters[cluster].split = distance
            for part in large {
                clusters[cluster].children.append(clusters.count)
                pending.append((part, clusters.count))
                clusters.append(
                    Cluster(parent: cluster, birth: distance, rows: linkage.rows(of: part)))
            }
        }
    }

    // MARK: - Selection

    /// The clusters of most excess of mass.
    func model() -> HDBSCANModel {
        let own = clusters.map(Self.stability)
        let chosen = selected(own)
        var owner = [Int?](repeating: nil, count: rowCount)
        for cluster in chosen {
            for row in clusters[cluster].rows { owner[row] = cluster }
        }
        var numbers: [Int: Int] = [:]
        for case let cluster? in owner where numbers[cluster] == nil {
            numbers[cluster] = numbers.count
        }
        let distances = distances()
        let densest = chosen.reduce(into: [Int: Double]()) { $0[$1] = closest(in: $1) }
        let order = numbers.sorted { $0.value < $1.value }.map(\.key)
        return HDBSCANModel(
            labels: owner.map { $0.flatMap { numbers[$0] } },
            probabilities: owner.indices.map { row in
                guard let cluster = owner[row] else { return 0 }
                let (distance, least) = (distances[row], densest[cluster] ?? 0)
                return distance <= least || distance == 0 ? 1 : least / distance
            }, stabilities: order.map { own[$0] }, reaches: distances)
    }

    /// The sum over a cluster's rows of the density at which they leave, less that of its birth.
    private static func stability(_ cluster: Cluster) -> Double {
        let born = density(cluster.birth)
        return cluster.leaving.reduce(0) { $0 + (density($1) - born) }
    }

    /// Finite for equal rows too, whose distance is 0.
    private static func density(_ distance: Double) -> Double { 1 / max(distance, 1e-150) }

    /// Clusters that outlast all that comes of them; the whole is none.
    private func selected(_ own: [Double]) -> [Int] {
        var best = own
        var isChosen = [Bool](repeating: true, count: clusters.count)
        isChosen[0] = false
        for cluster in clusters.indices.dropFirst().reversed() {
            let below = clusters[cluster].children.reduce(0) { $0 + best[$1] }
            guard below > own[cluster] else { continue }
            isChosen[cluster] = false
            best[cluster] = below
        }
        var isCovered = [Bool](repeating: false, count: clusters.count)
        return clusters.indices.filter { cluster in
            let parent = clusters[cluster].parent
            isCovered[cluster] = parent.map { isCovered[$0] || isChosen[$0] } ?? false
            return isChosen[cluster] && !isCovered[cluster]
        }
    }

    /// The distance at which each row leaves the last cluster that it is in.
    private func distances() -> [Double] {
        var distances = [Double](repeating: 0, count: rowCount)
        for cluster in clusters {
            for (row, distance) in cluster.left { distances[row] = distance }
        }
        return distances
    }

    /// The least distance at which a row or a part leaves a cluster.
    private func closest(in cluster: Int) -> Double {
        clusters[cluster].leaving.min() ?? 0
    }
}

/// The single-linkage hierarchy of a spanning tree: rows first, then each join.
private struct Linkage {
    private let rowCount: Int
    private var joins: [(parts: [Int], distance: Double)] = []
    /// The place of each node's first row in `order`, and how many it has.
    private var spans: [Range<Int>] = []
    private var order: [Int] = []

    var root: Int { rowCount + joins.count - 1 }

    /// Distances that differ less are equal: they are sums of the same squares in another order.
    private static let tolerance = 1e-12

    init(_ tree: SpanningTree) {
        rowCount = tree.rowCount
        var sets = DisjointSets(count: rowCount)
        var nodes = Array(0..<rowCount)
        var rest = tree.edges[...]
        while let first = rest.first {
            let equal = rest.prefix { $0.distance <= first.distance * (1 + Self.tolerance) }
            rest = rest.dropFirst(equal.count)
            join(equal, first.distance, &sets, &nodes)
        }
        arrange()
    }

    /// Joins what edges of one distance connect, each connected lot at once.
    private mutating func join(
        _ edges: ArraySlice<SpanningTree.Edge>, _ distance: Double, _ sets: inout DisjointSets,
        _ nodes: inout [Int]
    ) {
        var parts: [Int: [Int]] = [:]
        for edge in edges {
            let (low, high) = (sets.root(of: edge.left), sets.root(of: edge.right))
            let both = [low, high].flatMap { parts.removeValue(forKey: $0) ?? [nodes[$0]] }
            sets.join(low, high)
            parts[sets.root(of: low)] = both
        }
        for (root, parts) in parts.sorted(by: { $0.key < $1.key }) {
            nodes[root] = rowCount + joins.count
            joins.append((parts, distance))
        }
    }

    /// Puts the rows in an order in which each node's are neighbours.
    private mutating func arrange() {
        var sizes = [Int](repeating: 1, count: rowCount)
        for join in joins { sizes.append(join.parts.reduce(0) { $0 + sizes[$1] }) }
        spans = sizes.map { 0..<$0 }
        for (index, join) in joins.enumerated().reversed() {
            var start = spans[rowCount + index].lowerBound
            for part in join.parts {
                spans[part] = start..<start + sizes[part]
                start += sizes[part]
            }
        }
        order = [Int](repeating: 0, count: rowCount)
        for row in 0..<rowCount { order[spans[row].lowerBound] = row }
    }

    func size(of node: Int) -> Int { spans[node].count }

    func rows(of node: Int) -> [Int] { Array(order[spans[node]]) }

    /// What a node was joined of, and at which distance; nil for a row.
    func parts(of node: Int) -> (parts: [Int], distance: Double)? {
        node < rowCount ? nil : joins[node - rowCount]
    }
}
