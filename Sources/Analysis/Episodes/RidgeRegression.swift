/// Weighted least squares with a penalty on the squares of the coefficients.
struct RidgeRegression: Sendable {
    /// One per input.
    let coefficients: [Double]
    /// What is added to their sum: the weighted mean of the targets.
    let intercept: Double

    /// Solves the normal equations by Cholesky's factors; nil where they are not positive definite.
    ///
    /// The inputs should have means near 0, since the intercept is not fitted with them.
    /// O(rows · inputs² + inputs³).
    init?(inputs: [[Double]], targets: [Double], weights: [Double], ridge: Double) {
        let size = inputs.first?.count ?? 0
        let total = weights.reduce(0, +)
        guard size > 0, total > 0 else { return nil }
        let mean = zip(weights, targets).reduce(0) { $0 + $1.0 * $1.1 } / total
        var gram = [Double](repeating: 0, count: size * size)
        var right = [Double](repeating: 0, count: size)
        for (row, input) in inputs.enumerated() {
            let weight = weights[row]
            for i in 0..<size {
                let scaled = weight * input[i]
                right[i] += scaled * (targets[row] - mean)
                for j in 0...i { gram[i * size + j] += scaled * input[j] }
            }
        }
        for i in 0..<size { gram[i * size + i] += ridge }
        guard let solution = Cholesky.solve(&gram, right) else { return nil }
        coefficients = solution
        intercept = mean
    }

    func value(_ input: [Double]) -> Double {
        zip(coefficients, input).reduce(intercept) { $0 + $1.0 * $1.1 }
    }
}
