extension Statistics {
    /// Pearson's product-moment correlation of the pairs that are present in both, in -1...1.
    ///
    /// NaN for fewer than two pairs or when one side is constant. Both arrays must be equally long.
    ///
    /// - Complexity: O(n), two passes.
    public static func pearson(_ x: [Double], _ y: [Double]) -> Double {
        let (left, right) = completePairs(x, y)
        // A rounded mean must not give constant values a spread.
        guard left.min() != left.max(), right.min() != right.max() else { return .nan }
        let leftMean = mean(left)
        let rightMean = mean(right)
        var products = 0.0
        var leftSquares = 0.0
        var rightSquares = 0.0
        for index in left.indices {
            let leftDeviation = left[index] - leftMean
            let rightDeviation = right[index] - rightMean
            products += leftDeviation * rightDeviation
            leftSquares += leftDeviation * leftDeviation
            rightSquares += rightDeviation * rightDeviation
        }
        let spread = leftSquares.squareRoot() * rightSquares.squareRoot()
        guard spread > 0 else { return .nan }
        return min(max(products / spread, -1), 1)
    }

    /// The rank of each value, from 1; ties share their mean rank, NaN stays NaN.
    ///
    /// - Complexity: O(n log n).
    public static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.filter { !values[$0].isNaN }.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: .nan, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for index in order[start..<end] { ranks[index] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks
    }

    private static func completePairs(_ x: [Double], _ y: [Double]) -> ([Double], [Double]) {
        precondition(x.count == y.count, "a correlation needs pairs")
        let complete = x.indices.filter { !x[$0].isNaN && !y[$0].isNaN }
        return (complete.map { x[$0] }, complete.map { y[$0] })
    }
}
