/// Tells measurements from columns that hold states or commands.
///
/// States take few values, which say what was asked for and not how well it went; a command alone
/// is no anomaly.
enum StateColumns {
    /// Indices of the columns with a measurement; where there are none, of those with more than two
    /// different values; else of all that vary.
    ///
    /// A measurement has more different values than ten or a hundredth of the rows, whichever is
    /// less; or it has more than two, and another one than before in every fourth row: it is noisy,
    /// but coarse. O(values).
    static func measurements(_ columns: [[Double]]) -> [Int] {
        let rows = columns.first?.count ?? 0
        let many = max(2, min(10, rows / 100))
        let measured = columns.indices.filter { index in
            hasMore(than: many, columns[index])
                || (isRestless(columns[index]) && hasMore(than: 2, columns[index]))
        }
        if !measured.isEmpty { return measured }
        let several = columns.indices.filter { hasMore(than: 2, columns[$0]) }
        return several.isEmpty ? columns.indices.filter { hasMore(than: 1, columns[$0]) } : several
    }

    private static func isRestless(_ column: [Double]) -> Bool {
        let changes = zip(column.dropFirst(), column).count {
            $0 != $1 && $0.isFinite && $1.isFinite
        }
        return changes * 4 >= column.count
    }

    private static func hasMore(than limit: Int, _ column: [Double]) -> Bool {
        var seen: Set<Double> = []
        for value in column where value.isFinite {
            seen.insert(value)
            if seen.count > limit { return true }
        }
        return false
    }
}
