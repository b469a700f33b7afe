/// A signal as a weighted sum of columns of a bank, fitted on a stretch of rows.
struct LagRegression: Sendable {
    let columns: [Int]
    /// One per column, in their order.
    let weights: [Double]
    let intercept: Double

    /// Added to the variances, which are near 1: enough to keep apart columns that are nearly
    /// alike.
    private static let ridge = 1e-3

    /// Without a solution the prediction is the signal's mean.
    ///
    /// - Complexity: O(columns³).
    init(of signal: Int, on columns: [Int], _ moments: LagMoments) {
        let size = columns.count
        var matrix = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0...i { matrix[i * size + j] = moments.gram(columns[i], columns[j]) }
            matrix[i * size + i] += Self.ridge
        }
        let cross = columns.map { moments.cross[signal][$0] }
        let weights =
            Cholesky.solve(&matrix, cross) ?? [Double](repeating: 0, count: size)
        self.columns = columns
        self.weights = weights
        intercept = zip(columns, weights).reduce(moments.means[signal]) {
            $0 - $1.1 * moments.lagMeans[$1.0]
        }
    }

    /// Mean square of what the regression leaves of the signal on the rows of other moments, apart
    /// from a constant.
    ///
    /// - Complexity: O(columns²).
    func error(of signal: Int, _ moments: LagMoments) -> Double {
        var sum = moments.power[signal]
        for (i, column) in columns.enumerated() {
            sum -= 2 * weights[i] * moments.cross[signal][column]
            sum += weights[i] * weights[i] * moments.gram(column, column)
            for j in 0..<i { sum += 2 * weights[i] * weights[j] * moments.gram(column, columns[j]) }
        }
        return sum
    }

    /// The predictions for some rows.
    ///
    /// - Complexity: O(rows · columns).
    func values(_ bank: LagBank, rows: Range<Int>) -> [Double] {
        var sums = [Double](repeating: intercept, count: rows.count)
        for (column, weight) in zip(columns, weights) {
            let lags = bank.columns[column]
            for row in rows { sums[row - rows.lowerBound] += weight * lags[row] }
        }
        return sums
    }
}
