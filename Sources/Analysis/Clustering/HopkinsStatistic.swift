#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ClusterQuality {
    /// The Hopkins statistic: 0.5 for rows spread evenly in their box, towards 1 for clusters.
    ///
    /// A tenth of the rows (30 to 1000) is compared with as many even points, by the distances to
    /// the nearest row to the power of the number of columns (Hopkins and Skellam 1954; Wright
    /// 2022 on the exponent). In many columns edges of the box push it towards 1: below it says
    /// more than above. nil when all rows are equal.
    ///
    /// - Throws: `AnalysisError.tooFew` for fewer than two rows or no column, `.notFinite` for a
    ///   missing value.
    /// - Complexity: O(sample × log rows) for few columns, O(sample × rows × columns) for many.
    public static func hopkins(
        _ matrix: FeatureMatrix, seed: UInt64
    ) throws(AnalysisError) -> Double? {
        try matrix.requireRows(2)
        guard matrix.columnCount > 0 else { throw .tooFew(found: 0, needed: 1) }
        try matrix.requireFinite()
        var generator = SeededGenerator(seed: seed)
        let count = min(max(matrix.rowCount / 10, 30), 1000, matrix.rowCount)
        let boxes = (0..<matrix.columnCount).map { column in
            let values = matrix.column(column)
            return (low: values.min() ?? 0, high: values.max() ?? 0)
        }
        var search = NeighborSearch(KDTree(matrix))
        var real: [Double] = []
        var even: [Double] = []
        for row in generator.sample(count, of: matrix.rowCount) {
            real += search.nearest(1, to: Array(matrix.row(row)), excluding: row)
            let point = boxes.map { generator.uniform(from: $0.low, to: $0.high) }
            even += search.nearest(1, to: point, excluding: nil)
        }
        return share(of: even, with: real, exponent: Double(matrix.columnCount))
    }

    /// Σ left^e / (Σ left^e + Σ right^e), scaled so that no power overflows.
    private static func share(
        of left: [Double], with right: [Double], exponent: Double
    ) -> Double? {
        let largest = (left + right).reduce(0, max)
        guard largest > 0 else { return nil }
        let sum = { (distances: [Double]) in
            distances.reduce(0) { $0 + pow($1 / largest, exponent) }
        }
        return sum(left) / (sum(left) + sum(right))
    }
}
