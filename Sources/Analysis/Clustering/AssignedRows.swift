import CKernels

/// A part of the rows of a k-means fit, each with the label of its nearest center.
///
/// Remembers by how much each row's center is the nearest, so that only rows near a border are
/// measured again when centers move; see `ck_assignment.h`.
struct AssignedRows: Sendable {
    /// The rows of the matrix that this part holds.
    let rows: Range<Int>
    /// The label of each, meaningless before the first `assign`.
    private(set) var labels: [Int32]
    /// Per label, the sum of its rows less the origin; one line of columns after another.
    private(set) var sums: [Double]
    /// Per label, the number of its rows.
    private(set) var counts: [Double]
    /// How many rows changed their label in the last `assign`; all in the first.
    private(set) var changed = 0
    private var bounds: [Float]
    private var groups: [Float]
    private var isFresh = true

    init(rows: Range<Int>, centers: Int, columns: Int) {
        self.rows = rows
        labels = [Int32](repeating: 0, count: rows.count)
        sums = [Double](repeating: 0, count: centers * columns)
        counts = [Double](repeating: 0, count: centers)
        bounds = [Float](repeating: 0, count: 2 * rows.count)
        groups = [Float](repeating: 0, count: rows.count / Int(CK_ROWS_GROUP) + 1)
    }

    /// Gives every row the nearest of the centers, the lower one of equals.
    mutating func assign(_ space: KMeansSpace, centers: [Double], reach: CenterReach) {
        let columns = space.matrix.columnCount
        precondition(
            rows.lowerBound >= 0 && rows.upperBound <= space.matrix.rowCount
                && space.origin.count == columns && centers.count == sums.count
                && sums.count == counts.count * columns && reach.count == counts.count,
            "rows and centers must fit the space")
        var scratch = [Double](repeating: 0, count: 8 * columns)
        guard isFresh else {
            changed = unsafe ck_rows_reassign(
                space.matrix.values, rows.lowerBound, rows.count, columns, space.origin, centers,
                counts.count, reach.packed, &labels, &bounds, &groups, &sums, &counts, &scratch)
            return
        }
        unsafe ck_rows_assign(
            space.matrix.values, rows.lowerBound, rows.count, columns, space.origin, centers,
            counts.count, reach.packed, &labels, &bounds, &groups, &sums, &counts, &scratch)
        changed = rows.count
        isFresh = false
    }

    /// The squared distance of each row to the center of its label.
    func distances(_ space: KMeansSpace, centers: [Double]) -> [Double] {
        precondition(
            rows.lowerBound >= 0 && rows.upperBound <= space.matrix.rowCount
                && centers.count == sums.count, "rows and centers must fit the space")
        var distances = [Double](repeating: 0, count: rows.count)
        unsafe ck_rows_find_own_distances(
            space.matrix.values, rows.lowerBound, rows.count, space.matrix.columnCount,
            space.origin, centers, labels, &distances)
        return distances
    }
}
