/// Whether rows follow each other, or stand for themselves as in a table of cases.
enum RowOrder {
    /// Whether some signal is correlated with itself one row later, beyond four standard errors
    /// (1/√n) of what shuffled rows show. O(values).
    static func matters(_ columns: [[Double]]) -> Bool {
        columns.contains { column in
            let values = Autocorrelation.values(of: StandardSignal.filled(column), lags: 1)
            guard values.count > 1 else { return false }
            return abs(values[1]) * Double(column.count).squareRoot() > 4
        }
    }
}
