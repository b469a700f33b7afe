import Values

/// Eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations.
///
/// (Golub and Van Loan, "Matrix Computations", 8.5.) Slower than tridiagonal methods for hundreds
/// of columns, but accurate to the last digits also for small eigenvalues.
struct SymmetricEigen {
    /// Eigenvalues, descending.
    let values: [Double]
    /// One vector of length 1 a row, in the order of the values.
    let vectors: [[Double]]

    private static let maximumSweeps = 60

    /// - Throws: `AnalysisError.notConverged` when the matrix holds numbers that overflow.
    /// - Complexity: O(size³) for each of usually 6 to 10 sweeps.
    init(_ matrix: [Double], size: Int) throws(AnalysisError) {
        var rotation = JacobiRotation(matrix, size: size)
        var sweep = 0
        while !rotation.isDiagonal {
            guard sweep < Self.maximumSweeps else { throw .notConverged(iterations: sweep) }
            sweep += 1
            rotation.sweep()
        }
        let order = (0..<size).sorted {
            (rotation.value($1), $0) < (rotation.value($0), $1)
        }
        values = order.map(rotation.value)
        vectors = order.map(rotation.vector)
    }
}

private struct JacobiRotation {
    private let size: Int
    private var matrix: [Double]
    /// The eigenvectors so far, one per row.
    private var vectors: [Double]
    private let negligible: Double

    init(_ matrix: [Double], size: Int) {
        self.size = size
        self.matrix = matrix
        vectors = [Double](repeating: 0, count: size * size)
        for index in 0..<size { vectors[index * size + index] = 1 }
        let norm = matrix.reduce(0) { $0 + $1 * $1 }
        // Far below what the last digit of the largest eigenvalue can show.
        negligible = norm * 1e-34
    }

    func value(_ index: Int) -> Double { matrix[index * size + index] }

    func vector(_ index: Int) -> [Double] {
        Array(vectors[index * size..<(index + 1) * size])
    }

    var isDiagonal: Bool {
        var sum = 0.0
        for row in 0..<size {
            for column in 0..<row {
                sum += matrix[row * size + column] * matrix[row * size + column]
            }
        }
        return sum <= negligible
    }

    mutating func sweep() {
        for row in 0..<max(size - 1, 0) {
            for column in row + 1..<size where matrix[row * size + column] != 0 {
                rotate(row, column)
            }
        }
    }

    /// Turns two axes so that the element where they meet becomes 0.
    private mutating func rotate(_ p: Int, _ q: Int) {
        let element = matrix[p * size + q]
        let theta = (value(q) - value(p)) / (2 * element)
        let root = (theta * theta + 1).squareRoot()
        let tangent = theta >= 0 ? 1 / (theta + root) : 1 / (theta - root)
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for index in 0..<size {
            turn(index * size + p, index * size + q, cosine, sine, &matrix)
        }
        for index in 0..<size {
            turn(p * size + index, q * size + index, cosine, sine, &matrix)
            turn(p * size + index, q * size + index, cosine, sine, &vectors)
        }
        matrix[p * size + q] = 0
        matrix[q * size + p] = 0
    }

    private func turn(
        _ first: Int, _ second: Int, _ cosine: Double, _ sine: Double, _ values: inout [Double]
    ) {
        let (left, right) = (values[first], values[second])
        values[first] = cosine * left - sine * right
        values[second] = sine * left + cosine * right
    }
}
