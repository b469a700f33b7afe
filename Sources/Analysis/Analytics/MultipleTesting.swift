/// Correction of p-values for the number of tests made.
public enum MultipleTesting {
    /// The p-values adjusted to control the false discovery rate, in the order given.
    ///
    /// Keep those at or below the wished rate. NaN entries count as tests not made and stay NaN.
    /// Benjamini and Hochberg, J. Royal Statistical Society B 57 (1995). O(n log n).
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let made = pValues.indices.filter { !pValues[$0].isNaN }
        let order = made.sorted { (pValues[$0], $0) > (pValues[$1], $1) }
        var adjusted = pValues
        var smallest = 1.0
        for (position, index) in order.enumerated() {
            let rank = Double(made.count - position)
            smallest = min(smallest, pValues[index] * Double(made.count) / rank)
            adjusted[index] = smallest
        }
        return adjusted
    }
}
