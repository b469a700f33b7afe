import CKernels
public import Values

/// How much nearer each row is to its own cluster than to the next one, from -1 to 1.
///
/// (Rousseeuw 1987.)
public struct Silhouette: Sendable, Hashable {
    /// The silhouettes of one cluster.
    public struct Cluster: Sendable, Hashable {
        /// The label that its rows carry.
        public let label: Int
        /// The number of its rows.
        public let size: Int
        /// The mean over its rows.
        public let mean: Double
    }

    /// The value of each row; nil for a row without a label, 0 for one alone in its cluster.
    public let values: [Double?]
    /// The mean over all rows with a label.
    public let mean: Double
    /// The clusters in ascending order of their labels.
    public let clusters: [Cluster]
}

extension ClusterQuality {
    /// The exact silhouette of every row, by Euclidean distance.
    ///
    /// Rows without a label are left out. The result does not depend on the number of cores.
    ///
    /// - Throws: `AnalysisError.length` unless there is a label for each row, `.notFinite` for a
    ///   missing value, `.tooFew` for fewer than two clusters.
    /// - Complexity: O(rows² × columns) time, O(rows × columns) memory.
    public static func silhouette(
        _ matrix: FeatureMatrix, labels: [Int?]
    ) throws(AnalysisError) -> Silhouette {
        let groups = try checkedGroups(matrix, labels)
        var distances = ClusterDistances(matrix, groups)
        distances.visitAllClusters()
        var values = [Double?](repeating: nil, count: matrix.rowCount)
        var clusters: [Silhouette.Cluster] = []
        var total = CompensatedSum()
        for (cluster, rows) in groups.members.enumerated() {
            var sum = CompensatedSum()
            for (place, row) in rows.enumerated() {
                let value = distances.silhouette(of: place, in: cluster)
                values[row] = value
                sum.add(value)
            }
            total.add(sum.value)
            clusters.append(
                Silhouette.Cluster(
                    label: groups.labels[cluster], size: rows.count,
                    mean: sum.value / Double(rows.count)))
        }
        let labeled = clusters.reduce(0) { $0 + $1.size }
        return Silhouette(values: values, mean: total.value / Double(labeled), clusters: clusters)
    }
}

/// The sums of distances that silhouettes need; each pair of rows is visited once.
private struct ClusterDistances {
    private let packed: PackedRows
    private let owner: [Int32]
    private let weights: [Double]
    private let sizes: [Double]
    /// The first block of each cluster, and the end of the last one.
    private let starts: [Int]
    private var own: [Double]
    private var nearest: [Double]

    /// Packs the clusters one after another, each filled up to whole blocks with its first row.
    init(_ matrix: FeatureMatrix, _ groups: LabelGroups) {
        var order: [Int] = []
        var weights: [Double] = []
        var owner: [Int32] = []
        var starts = [0]
        for (cluster, rows) in groups.members.enumerated() {
            let blocks = (rows.count + PackedRows.lanes - 1) / PackedRows.lanes
            let filling = blocks * PackedRows.lanes - rows.count
            order += rows + [Int](repeating: rows[0], count: filling)
            weights += [Double](repeating: 1, count: rows.count)
            weights += [Double](repeating: 0, count: filling)
            owner += [Int32](repeating: Int32(cluster), count: blocks)
            starts.append(owner.count)
        }
        packed = PackedRows(matrix, rows: order)
        self.owner = owner
        self.weights = weights
        self.starts = starts
        sizes = groups.members.map { Double($0.count) }
        own = [Double](repeating: 0, count: order.count)
        nearest = [Double](repeating: .infinity, count: order.count)
    }

    mutating func visitAllClusters() {
        for cluster in sizes.indices { visit(cluster) }
    }

    /// Adds all distances between one cluster and those behind it.
    private mutating func visit(_ cluster: Int) {
        let blocks = starts[cluster]..<starts[cluster + 1]
        let behind = blocks.lowerBound * PackedRows.lanes
        let visits = partVisits(blocks)
        var sums = [Double](repeating: 0, count: own.count - behind)
        for visit in visits {
            for index in sums.indices { sums[index] += visit.sums[behind + index] }
        }
        for row in behind..<blocks.upperBound * PackedRows.lanes {
            own[row] = sums[row - behind]
            for visit in visits { nearest[row] = min(nearest[row], visit.nearest[row]) }
        }
        for row in blocks.upperBound * PackedRows.lanes..<own.count {
            nearest[row] = min(nearest[row], sums[row - behind] / sizes[cluster])
        }
    }

    /// The cluster's blocks dealt out to a few parts, whose number depends on the cluster only.
    private func partVisits(_ blocks: Range<Int>) -> [(sums: [Double], nearest: [Double])] {
        let parts = min(8, (blocks.count + 7) / 8)
        let spread = blocks.count * (packed.blockCount - blocks.lowerBound) > 1 << 10
        return Concurrent.map(parts, spread: spread) { part in
            var sums = [Double](repeating: 0, count: own.count)
            var nearest = [Double](repeating: .infinity, count: own.count)
            packed.addClusterDistances(
                ClusterBlocks(owner: owner, weights: weights, sizes: sizes),
                left: stride(from: blocks.lowerBound + part, to: blocks.upperBound, by: parts),
                sums: &sums, nearest: &nearest)
            return (sums, nearest)
        }
    }

    func silhouette(of place: Int, in cluster: Int) -> Double {
        guard sizes[cluster] > 1 else { return 0 }
        let row = starts[cluster] * PackedRows.lanes + place
        let inner = own[row] / (sizes[cluster] - 1)
        let outer = nearest[row]
        let larger = max(inner, outer)
        return larger > 0 ? (outer - inner) / larger : 0
    }
}
