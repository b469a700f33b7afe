import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Some units' values of one feature, as a space of its own.
struct FeatureColumn: Sendable {
    /// The units with a value.
    let rows: [Int]
    let values: [Double]
    /// The smallest difference of two values; 0 where all are equal.
    let resolution: Double

    /// Fewer values have no groups.
    static let leastValues = 9
    /// Which neighbour gives the core distance.
    static let minSamples = 3

    init(_ column: [Double], rows all: [Int]) {
        let known = all.filter { column[$0].isFinite }
        rows = known
        values = known.map { column[$0] }
        let sorted = values.sorted()
        let range = (sorted.last ?? 0) - (sorted.first ?? 0)
        let steps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > range * 1e-9 }
        resolution = steps.min() ?? 0
    }

    /// Where units fall into two parts of at least so many, with the smaller one's distance from
    /// all other units.
    ///
    /// - Complexity: O(values²).
    func splits(least: Int) -> [FeatureSplit] {
        guard values.count >= Self.leastValues, resolution > 0 else { return [] }
        let matrix = FeatureMatrix(uncheckedRows: values.count, columns: 1, values: values)
        let tree = CondensedTree(
            SpanningTree(matrix, minSamples: min(Self.minSamples, least)), minClusterSize: least)
        return tree.clusters.compactMap { cluster in
            guard let distance = cluster.split else { return nil }
            let parts = cluster.children.map { tree.clusters[$0] }
            guard let smaller = parts.min(by: { $0.rows.count < $1.rows.count }) else { return nil }
            let inner = parts.map { max(Statistics.median($0.leaving), resolution) }.max()
            return split(smaller, tree, at: distance, inner: inner ?? distance)
        }
    }

    private func split(
        _ part: CondensedTree.Cluster, _ tree: CondensedTree, at distance: Double, inner: Double
    ) -> FeatureSplit? {
        let members = Set(part.rows)
        let own = part.rows.map { values[$0] }
        let others = values.indices.filter { !members.contains($0) }.map { values[$0] }
        let (low, high) = (own.min() ?? 0, own.max() ?? 0)
        guard !others.isEmpty, !others.contains(where: { $0 >= low && $0 <= high }) else {
            return nil
        }
        let center = Statistics.median(others)
        let spread = max(Statistics.mad(others), resolution)
        let isAbove = Statistics.median(own) > center
        // The nearest of the others on the side of their median.
        let edge = isAbove ? others.filter { $0 < low }.max() : others.filter { $0 > high }.min()
        guard let edge else { return nil }
        let kept = core(part, tree, spread: spread, gap: distance)
        let inside = kept.map { values[$0] }
        return FeatureSplit(
            rows: kept.map { rows[$0] }.sorted(), count: values.count,
            low: inside.min() ?? low, high: inside.max() ?? high,
            reach: min(distance / 2, 2 * inner),
            closeness: distance / inner, width: distance / spread,
            prominence: abs((isAbove ? low : high) - edge)
                / max(abs(edge - center), 0.7 * spread))
    }

    /// A part's units without those that joined it from far off.
    private func core(
        _ part: CondensedTree.Cluster, _ tree: CondensedTree, spread: Double, gap: Double
    ) -> [Int] {
        let usual = max(Statistics.median(part.leaving), resolution)
        let far = Set(
            part.left.filter { _, distance in
                distance > max(4 * usual, spread) && distance > gap / 4
            }.map(\.row))
        let kept = part.rows.filter { !far.contains($0) }
        return kept.count >= FeatureGroups.minimumSize ? kept : part.rows
    }
}

/// Units that fall away from all others in one feature.
struct FeatureSplit: Sendable {
    let rows: [Int]
    /// How many units were compared.
    let count: Int
    /// The least value of the units.
    let low: Double
    /// The greatest value of the units.
    let high: Double
    /// How far beyond them a unit that was not compared still belongs to it.
    let reach: Double
    /// The gap in units of the distances within the looser part.
    let closeness: Double
    /// The gap in robust standard deviations of all other units.
    let width: Double
    /// The gap on the side of the others' median, against their reach on that side.
    let prominence: Double

    /// Whether the gap is wide at all, against the spread and the reach of the others.
    var isApart: Bool { width > 1.5 && prominence > 0.7 }

    /// The evidence: how many times the distances within the gap is, in natural logarithms, and
    /// half as much for its prominence.
    var score: Double {
        let score = log(closeness) + 0.5 * log(prominence)
        return score.isFinite ? score : 0
    }

    /// Whether clouds without groups hardly ever have such a gap. Small groups need more evidence:
    /// a few units lie close together by chance. The limits are those that about one in a thousand
    /// features of clouds reaches.
    var isEvident: Bool {
        guard isApart, rows.count * (rows.count < 10 ? 4 : 2) <= count else { return false }
        let limit =
            switch rows.count {
            case ...3: 3.2
            case ...5: 3.0
            case ...9: 2.2
            case ...19: 1.7
            default: 1.15
            }
        return score >= limit
    }

    /// The rows of a column, compared or not, that belong to it.
    func members(of column: [Double]) -> [Int] {
        guard count < column.count else { return rows }
        return column.indices.filter {
            column[$0] >= low - reach && column[$0] <= high + reach
        }
    }
}
