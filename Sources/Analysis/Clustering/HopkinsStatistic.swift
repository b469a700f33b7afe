public import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ClusterQuality {
    /// The Hopkins statistic: about 0.5 for one cloud of rows, towards 1 for clusters.
    ///
    /// A tenth of the rows (30 to 1000) is compared with as many points without clusters, by the
    /// distances to the nearest row, squared from two columns on (Hopkins and Skellam 1954). The
    /// points are drawn from `UnimodalCloud`: from an even box, as is usual, every normal cloud
    /// would look clustered, in eight columns by nearly 1. The more columns, the less it says:
    /// clusters five deviations apart give 0.8 in two columns, 0.6 in eight, 0.5 in twenty. nil
    /// when all rows are equal.
    ///
    /// - Throws: `AnalysisError.tooFew` for fewer than two rows or no column, `.notFinite` for a
    ///   missing value, `.notConverged` for numbers whose squares overflow.
    /// - Complexity: O(sample × log rows) for few columns, O(sample × rows × columns) for many.
    public static func hopkins(
        _ matrix: FeatureMatrix, seed: UInt64
    ) throws(AnalysisError) -> Double? {
        try matrix.requireRows(2)
        guard matrix.columnCount > 0 else { throw .tooFew(found: 0, needed: 1) }
        try matrix.requireFinite()
        var generator = SeededGenerator(seed: seed)
        let count = min(max(matrix.rowCount / 10, 30), 1000, matrix.rowCount)
        let cloud = try UnimodalCloud(matrix)
        var search = NeighborSearch(KDTree(matrix))
        var real: [Double] = []
        var drawn: [Double] = []
        for row in generator.sample(count, of: matrix.rowCount) {
            real += search.nearest(1, to: Array(matrix.row(row)), excluding: row)
            drawn += search.nearest(1, to: cloud.row(&generator), excluding: nil)
        }
        return share(of: drawn, with: real, exponent: min(Double(matrix.columnCount), 2))
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
