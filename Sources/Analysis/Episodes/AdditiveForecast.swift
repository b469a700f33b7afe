#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Predicts each value from the twenty before it: the sum of a smooth function of each.
///
/// An additive autoregression (Hastie and Tibshirani, "Generalized additive models", 1990): each
/// lag enters by itself and through steps at quantiles of the signal, which all lags share. It
/// follows smooth nonlinear signals, whose seams no linear forecast sees. Fitted by ridge
/// regression on a sample of the rows, and again with less weight on those that it missed.
enum AdditiveForecast {
    private static let lags = 20
    private static let knots = 5
    private static let fitRows = 4000
    private static let ridge = 1e-6

    /// The size of each value's deviation from its forecast; the first rows, which have none, get
    /// the median. All 0 where nothing can be fitted. O(n · lags · knots), plus what the sample
    /// costs.
    static func residuals(_ signal: [Double]) -> [Double] {
        let lags = min(self.lags, signal.count / 8)
        guard lags > 0 else { return signal.map { _ in 0 } }
        let basis = Basis(signal, knots: knots)
        let rows = EvenSample.places(fitRows, of: signal.count - lags).map { $0 + lags }
        guard let model = fitted(signal, basis: basis, lags: lags, rows: rows) else {
            return signal.map { _ in 0 }
        }
        let sizes = (lags..<signal.count).map { row in
            abs(signal[row] - model.value(basis, row: row))
        }
        return [Double](repeating: Statistics.median(sizes), count: lags) + sizes
    }

    private static func fitted(
        _ signal: [Double], basis: Basis, lags: Int, rows: [Int]
    ) -> Model? {
        let inputs = rows.map { basis.inputs(row: $0, lags: lags) }
        let targets = rows.map { signal[$0] }
        var weights = [Double](repeating: 1, count: rows.count)
        var model: Model?
        for _ in 0..<2 {
            let regression = RidgeRegression(
                inputs: inputs, targets: targets, weights: weights,
                ridge: ridge * Double(rows.count))
            guard let regression else { return model }
            let deviations = zip(inputs, targets).map { $1 - regression.value($0) }
            let scale = Statistics.median(deviations.map(abs)) * Statistics.madConsistency + 1e-12
            weights = deviations.map { 1 / max(1, ($0 / (3 * scale)) * ($0 / (3 * scale))) }
            model = Model(regression: regression, lags: lags)
        }
        return model
    }

    private struct Model {
        let regression: RidgeRegression
        let lags: Int

        func value(_ basis: Basis, row: Int) -> Double {
            var sum = regression.intercept
            let size = basis.size
            for lag in 1...lags {
                let first = (row - lag) * size
                let coefficient = (lag - 1) * size
                for index in 0..<size {
                    sum +=
                        regression.coefficients[coefficient + index] * basis.values[first + index]
                }
            }
            return sum
        }
    }
}

/// The value of each row, and smooth steps of it at quantiles; each standardised.
private struct Basis {
    /// Numbers per row.
    let size: Int
    /// Row after row, `size` numbers each.
    let values: [Double]

    init(_ signal: [Double], knots: Int) {
        let levels = Statistics.quantiles(
            signal, (0..<knots).map { (Double($0) + 0.5) / Double(knots) })
        let distinct = levels.indices.filter { $0 == 0 || levels[$0] != levels[$0 - 1] }
            .map { levels[$0] }
        let span = (distinct.last ?? 0) - (distinct.first ?? 0)
        let slope = span > 0 ? Double(distinct.count - 1) / span : 1
        var columns = [signal]
        for knot in distinct { columns.append(signal.map { tanh(($0 - knot) * slope) }) }
        size = columns.count
        var values = [Double](repeating: 0, count: signal.count * columns.count)
        for (index, column) in columns.enumerated() {
            let mean = Statistics.mean(column)
            let scale = 1 / (Statistics.standardDeviation(column, degreesOfFreedom: 0) + 1e-9)
            for row in column.indices { values[row * size + index] = (column[row] - mean) * scale }
        }
        self.values = values
    }

    /// The numbers of the `lags` rows before one, the nearest first.
    func inputs(row: Int, lags: Int) -> [Double] {
        (1...lags).flatMap { values[(row - $0) * size..<(row - $0 + 1) * size] }
    }
}
