/// The root of the mean square, a hair above 0 so that ratios exist.
enum RootMeanSquare {
    /// 1e-9 for no values. O(n).
    static func of(_ values: some Collection<Double>) -> Double {
        guard !values.isEmpty else { return 1e-9 }
        let sum = values.reduce(0) { $0 + $1 * $1 }
        return (sum / Double(values.count)).squareRoot() + 1e-9
    }
}
