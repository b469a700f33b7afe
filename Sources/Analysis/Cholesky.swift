/// Solves systems with a symmetric positive definite matrix by Cholesky's factors.
package enum Cholesky {
    /// The solution of `matrix · x = right`; `nil` where the matrix is not positive definite or not
    /// finite.
    ///
    /// - Parameters:
    ///   - matrix: Row after row; only the lower triangle is read, and the factor replaces it.
    ///   - least: The smallest value a pivot may take: collinear columns, which would make one 0,
    ///     then still give some solution. `nil` for no such floor.
    /// - Complexity: O(n³).
    package static func solve(
        _ matrix: inout [Double], _ right: [Double], least: Double? = nil
    ) -> [Double]? {
        let size = right.count
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[i * size + j]
                for k in 0..<j { sum -= matrix[i * size + k] * matrix[j * size + k] }
                if i == j {
                    let pivot = least.map { max(sum, $0) } ?? sum
                    guard pivot > 0, pivot.isFinite else { return nil }
                    matrix[i * size + i] = pivot.squareRoot()
                } else {
                    matrix[i * size + j] = sum / matrix[j * size + j]
                }
            }
        }
        return substituted(matrix, right)
    }

    private static func substituted(_ factor: [Double], _ right: [Double]) -> [Double] {
        let size = right.count
        var x = right
        for i in 0..<size {
            for k in 0..<i { x[i] -= factor[i * size + k] * x[k] }
            x[i] /= factor[i * size + i]
        }
        for i in (0..<size).reversed() {
            for k in (i + 1)..<max(size, i + 1) { x[i] -= factor[k * size + i] * x[k] }
            x[i] /= factor[i * size + i]
        }
        return x
    }
}
