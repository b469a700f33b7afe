/// Tells measurements from columns that hold states or commands.
///
/// States take few values, which say what was asked for and not how well it went; a command alone
/// is no anomaly.
enum StateColumns {
    /// Indices of the columns with a varying measurement: more different values than two, and more
    /// than ten or a hundredth of the rows, whichever is less. O(values).
    static func measurements(_ columns: [[Double]]) -> [Int] {
        columns.indices.filter { isMeasurement(columns[$0]) }
    }

    private static func isMeasurement(_ column: [Double]) -> Bool {
        let present = column.count { $0.isFinite }
        let limit = max(2, min(10, present / 100))
        var seen: Set<Double> = []
        for value in column where value.isFinite {
            seen.insert(value)
            if seen.count > limit { return true }
        }
        return false
    }
}
