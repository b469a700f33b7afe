import CKernels

/// The rows of a matrix in blocks of eight, column by column, as the distance kernels want them.
///
/// The lanes of the last block that belong to no row hold zeros.
struct PackedRows: Sendable {
    static let lanes = Int(CK_LANES)

    let rowCount: Int
    let columnCount: Int
    private let blocks: [Double]

    var blockCount: Int { (rowCount + Self.lanes - 1) / Self.lanes }

    /// Packs the given rows (all of them by default) after subtracting `origin` from each.
    init(_ matrix: FeatureMatrix, rows: [Int]? = nil, origin: [Double]? = nil) {
        rowCount = rows?.count ?? matrix.rowCount
        columnCount = matrix.columnCount
        let stride = columnCount * Self.lanes
        let origin = origin ?? [Double](repeating: 0, count: columnCount)
        var packed = [Double](
            repeating: 0, count: (rowCount + Self.lanes - 1) / Self.lanes * stride)
        for place in 0..<rowCount {
            var source = (rows?[place] ?? place) * columnCount
            var target = place / Self.lanes * stride + place % Self.lanes
            for column in 0..<columnCount {
                packed[target] = matrix.values[source] - origin[column]
                source += 1
                target += Self.lanes
            }
        }
        blocks = packed
    }

    /// The parts in which long work is split: ranges of blocks, the same on every machine.
    var chunks: [Range<Int>] {
        stride(from: 0, to: blockCount, by: Self.chunkBlocks).map {
            $0..<min($0 + Self.chunkBlocks, blockCount)
        }
    }

    /// How many blocks one part has: its labels and distances stay in the second-level cache.
    private static let chunkBlocks = 1024

    /// The indices of the rows that a range of blocks holds.
    func rows(in blocks: Range<Int>) -> Range<Int> {
        blocks.lowerBound * Self.lanes..<min(blocks.upperBound * Self.lanes, rowCount)
    }

    func row(_ index: Int) -> [Double] {
        let start = index / Self.lanes * columnCount * Self.lanes + index % Self.lanes
        return (0..<columnCount).map { blocks[start + $0 * Self.lanes] }
    }
}

/// The nearest center of every row of a range of blocks.
struct NearestCenters: Sendable {
    /// Index of the nearest center per row; the lower one of equals.
    var labels: [Int32]
    /// The squared distance of each row to it.
    var distances: [Double]
}

extension PackedRows {
    /// The nearest of `count` centers, which lie one after another, for the rows of some blocks.
    func nearest(_ range: Range<Int>, centers: [Double], count: Int) -> NearestCenters {
        precondition(centers.count == count * columnCount && count > 0, "centers must fit the rows")
        precondition(range.lowerBound >= 0 && range.upperBound <= blockCount, "blocks out of range")
        var labels = [Int32](repeating: 0, count: range.count * Self.lanes)
        var distances = [Double](repeating: 0, count: range.count * Self.lanes)
        unsafe ck_blocks_find_nearest(
            blocks, range.lowerBound, range.upperBound, columnCount, centers, count, &labels,
            &distances)
        let rows = rows(in: range).count
        labels.removeLast(labels.count - rows)
        distances.removeLast(distances.count - rows)
        return NearestCenters(labels: labels, distances: distances)
    }

    /// The squared distance of each row of some blocks to one point.
    func squaredDistances(_ range: Range<Int>, to point: [Double]) -> [Double] {
        var distances: [Double] = []
        squaredDistances(range, to: point, into: &distances)
        distances.removeLast(distances.count - rows(in: range).count)
        return distances
    }

    /// The (plain) distances between all rows: one line per row of whole blocks, one number per row
    /// of them in each line. Those of lanes that only fill up mean nothing.
    var distanceTable: [Double] {
        let stride = blockCount * Self.lanes
        var table = [Double](repeating: 0, count: stride * stride)
        unsafe ck_blocks_find_all_distances(blocks, blockCount, columnCount, &table)
        return table
    }

    /// The squared distances to one point, in memory of the caller, which grows to whole blocks;
    /// what lies behind the last row means nothing.
    func squaredDistances(
        _ range: Range<Int>, to point: [Double], into distances: inout [Double]
    ) {
        precondition(point.count == columnCount, "the point must fit the rows")
        precondition(range.lowerBound >= 0 && range.upperBound <= blockCount, "blocks out of range")
        let missing = range.count * Self.lanes - distances.count
        if missing > 0 { distances += [Double](repeating: 0, count: missing) }
        unsafe ck_blocks_find_distances(
            blocks, range.lowerBound, range.upperBound, columnCount, point, &distances)
    }

    /// The smaller of `known` and the squared distance to a point, for each row of some blocks, and
    /// the sum of all. Both lists are of whole blocks, with 0 for the lanes that fill up.
    func loweredDistances(
        _ range: Range<Int>, to point: [Double], from known: [Double]
    ) -> (distances: [Double], sum: Double) {
        precondition(point.count == columnCount, "the point must fit the rows")
        precondition(range.lowerBound >= 0 && range.upperBound <= blockCount, "blocks out of range")
        precondition(known.count == range.count * Self.lanes, "whole blocks must be known")
        var distances = known
        let sum = unsafe ck_blocks_lower_distances(
            blocks, range.lowerBound, range.upperBound, columnCount, point, known, &distances)
        return (distances, sum)
    }

    /// The sums of the rows of some blocks, and their number, by label in 0 ..< `count`.
    func sums(
        _ range: Range<Int>, labels: [Int32], count: Int
    ) -> (sums: [Double], counts: [Double]) {
        let rows = rows(in: range).count
        precondition(labels.count == rows, "one label for each row")
        precondition(labels.allSatisfy { $0 >= 0 && $0 < count }, "label out of range")
        var sums = [Double](repeating: 0, count: count * columnCount)
        var counts = [Double](repeating: 0, count: count)
        unsafe ck_blocks_sum_by_label(
            blocks, range.lowerBound, rows, columnCount, labels, &sums, &counts)
        return (sums, counts)
    }

    /// The sums of lines of `length` numbers each, one after another, by label in 0 ..< `count`.
    static func sums(
        ofLines lines: [Double], length: Int, labels: [Int32], count: Int
    ) -> [Double] {
        precondition(lines.count >= labels.count * length, "one line for each label")
        precondition(labels.allSatisfy { $0 >= 0 && $0 < count }, "label out of range")
        var sums = [Double](repeating: 0, count: count * length)
        unsafe ck_rows_sum_by_label(lines, labels.count, length, labels, &sums)
        return sums
    }
}

/// Which cluster each block belongs to, for rows that were packed cluster by cluster.
struct ClusterBlocks {
    /// The cluster of each block, ascending.
    let owner: [Int32]
    /// 1 for each lane with a row, 0 for each that fills up.
    let weights: [Double]
    /// The rows of each cluster.
    let sizes: [Double]
}

extension PackedRows {
    /// Adds the distances between some blocks of one cluster and all blocks behind them; see
    /// `ck_blocks_find_cluster_distances`.
    func addClusterDistances(
        _ clusters: ClusterBlocks, left: StrideTo<Int>, sums: inout [Double],
        nearest: inout [Double]
    ) {
        let places = Array(left)
        guard let first = places.first, let last = places.last else { return }
        let step = places.count > 1 ? places[1] - first : 1
        precondition(
            first >= 0 && last < blockCount && step > 0
                && clusters.owner.count == blockCount && clusters.weights.count == rowCount
                && rowCount == blockCount * Self.lanes
                && sums.count == rowCount && nearest.count == rowCount
                && clusters.owner.allSatisfy { $0 >= 0 && $0 < clusters.sizes.count },
            "blocks out of range")
        unsafe ck_blocks_find_cluster_distances(
            blocks, blockCount, columnCount, clusters.owner, clusters.weights, clusters.sizes,
            first, last + 1, step, &sums, &nearest)
    }
}
