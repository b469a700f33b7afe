/// Least squares with a penalty on the squares of the coefficients.
struct RidgeRegression: Sendable {
    /// One for each input.
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
        guard Self.factorise(&gram, size: size) else { return nil }
        coefficients = Self.solution(gram, right: right, size: size)
        intercept = mean
    }

    /// The value for one row of inputs.
    func value(_ input: [Double]) -> Double {
        zip(coefficients, input).reduce(intercept) { $0 + $1.0 * $1.1 }
    }

    /// The lower triangle becomes its factor L with L·Lᵀ the matrix.
    private static func factorise(_ matrix: inout [Double], size: Int) -> Bool {
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[i * size + j]
                for k in 0..<j { sum -= matrix[i * size + k] * matrix[j * size + k] }
                if i == j {
                    guard sum > 0 else { return false }
                    matrix[i * size + i] = sum.squareRoot()
                } else {
                    matrix[i * size + j] = sum / matrix[j * size + j]
                }
            }
        }
        return true
    }

    private static func solution(_ factor: [Double], right: [Double], size: Int) -> [Double] {
        var x = right
        for i in 0..<size {
            for k in 0..<i { x[i] -= factor[i * size + k] * x[k] }
            x[i] /= factor[i * size + i]
        }
        for i in (0..<size).reversed() {
            for k in i + 1..<size { x[i] -= factor[k * size + i] * x[k] }
            x[i] /= factor[i * size + i]
        }
        return x
    }
}
