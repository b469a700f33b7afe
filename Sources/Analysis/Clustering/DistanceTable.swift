/// The distances between all rows of a matrix, measured once for the silhouettes of many
/// clusterings of them.
struct DistanceTable: Sendable {
    /// Most rows of a table, which then takes 32 MB.
    static let rowLimit = 2_000

    private let rowCount: Int
    /// Numbers in a line: the rows, rounded up to whole blocks.
    private let stride: Int
    /// Line after line, both of each pair.
    private let distances: [Double]

    /// `nil` for more rows than `rowLimit`. Values must be finite.
    ///
    /// - Complexity: O(rows² × columns) time, O(rows²) memory.
    init?(_ matrix: FeatureMatrix) {
        guard matrix.rowCount <= Self.rowLimit else { return nil }
        rowCount = matrix.rowCount
        let packed = PackedRows(matrix)
        stride = packed.blockCount * PackedRows.lanes
        distances = packed.distanceTable
    }

    /// The mean silhouette of all rows, as `ClusterQuality.silhouette` to within rounding; `nil`
    /// where fewer than two of the labels 0 ..< `count` occur.
    ///
    /// - Complexity: O(rows² + rows × count).
    func meanSilhouette(_ labels: [Int], count: Int) -> Double? {
        precondition(labels.count == rowCount, "one label for each row")
        precondition(labels.allSatisfy { $0 >= 0 && $0 < count }, "label out of range")
        var sizes = [Double](repeating: 0, count: count)
        for label in labels { sizes[label] += 1 }
        guard sizes.count(where: { $0 > 0 }) >= 2 else { return nil }
        let sums = PackedRows.sums(
            ofLines: distances, length: stride,
            labels: labels.map { Int32(truncatingIfNeeded: $0) }, count: count)
        var total = CompensatedSum()
        for row in labels.indices { total.add(silhouette(of: row, labels[row], sums, sizes)) }
        return total.value / Double(rowCount)
    }

    private func silhouette(
        of row: Int, _ own: Int, _ sums: [Double], _ sizes: [Double]
    ) -> Double {
        guard sizes[own] > 1 else { return 0 }
        let inner = sums[own * stride + row] / (sizes[own] - 1)
        var outer = Double.infinity
        for other in sizes.indices where other != own && sizes[other] > 0 {
            outer = min(outer, sums[other * stride + row] / sizes[other])
        }
        let larger = max(inner, outer)
        return larger > 0 ? (outer - inner) / larger : 0
    }
}
