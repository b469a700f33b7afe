import Values

/// Linear regression that a minority of rows cannot pull.
///
/// Least squares first, then bisquare weights (Beaton and Tukey 1974) that narrow from step to
/// step, so that the fit goes over to the majority where two relations are mixed. The scale is a
/// low quantile of the residuals for the same reason.
struct RobustRegression: Sendable {
    /// Half-widths of the weights, in scales, one per step.
    static let narrow = [8.0, 6, 5, 4, 3.5, 3.2, 3, 3]
    /// For records so short that a narrow fit would settle on a part of them.
    static let wide = [8.0, 6, 5, 4.5, 4.5, 4.5, 4.5, 4.5]

    var widths = narrow
    /// The most rows that are used, an even sample of more.
    var rows = 1500

    /// The coefficients of `columns` for `target`, over the places where `isUsed`; zeros for fewer
    /// than 4 · columns + 8 rows.
    ///
    /// - Parameter weights: What both sides of each row are multiplied by; `nil` for 1.
    /// - Complexity: O(rows · columns²).
    func coefficients(
        of columns: [[Double]], for target: [Double], weights: [Double]? = nil,
        isUsed: (Int) -> Bool
    ) -> [Double] {
        let width = columns.count
        let used = target.indices.filter(isUsed)
        let places = EvenSample.places(rows, of: used.count).map { used[$0] }
        guard places.count >= 4 * width + 8 else { return columns.map { _ in 0 } }
        var matrix = [Double](repeating: 0, count: places.count * width)
        var values = [Double](repeating: 0, count: places.count)
        var squares = [Double](repeating: 0, count: width)
        for (row, place) in places.enumerated() {
            let weight = weights.map { $0[place] } ?? 1
            values[row] = target[place] * weight
            for column in 0..<width {
                let value = columns[column][place] * weight
                matrix[row * width + column] = value
                squares[column] += value * value
            }
        }
        let scales = squares.map { ($0 / Double(places.count)).squareRoot() + 1e-12 }
        for row in 0..<places.count {
            for column in 0..<width { matrix[row * width + column] /= scales[column] }
        }
        return zip(iterated(matrix, values, width: width), scales).map { $0 / $1 }
    }

    private func iterated(_ matrix: [Double], _ values: [Double], width: Int) -> [Double] {
        let count = values.count
        var weights = [Double](repeating: 1, count: count)
        var residuals = values
        var sizes = values
        var result = [Double](repeating: 0, count: width)
        let equations = NormalEquations(matrix, width: width)
        let typical = values.reduce(0) { $0 + abs($1) } / Double(count) + 1e-9
        for step in 0...widths.count {
            let before = result
            result = equations.solve(values, weights)
            guard step < widths.count else { break }
            for row in 0..<count {
                var fitted = 0.0
                for column in 0..<width { fitted += matrix[row * width + column] * result[column] }
                residuals[row] = values[row] - fitted
                sizes[row] = abs(residuals[row])
            }
            let scale = OrderStatistics.quantile(&sizes, 0.35) / 0.454 + 1e-9 * typical
            let moved = zip(result, before).map { abs($0 - $1) }.max() ?? 0
            if step >= 3, moved < 0.05 * scale { break }
            for row in 0..<count {
                let ratio = residuals[row] / (widths[step] * scale)
                let rest = max(0, 1 - ratio * ratio)
                weights[row] = rest * rest + 1e-4
            }
        }
        return result
    }
}

/// Weighted least squares by Cholesky, with a ridge so small that only ties feel it.
struct NormalEquations {
    private typealias Lanes = SIMD8<Double>

    private let width: Int
    /// Vectors per row.
    private let chunks: Int
    /// The rows one after the other, filled up with zeros to whole vectors.
    private let rows: [SIMD8<Double>]

    /// - Parameter matrix: Row after row of `width` values.
    init(_ matrix: [Double], width: Int) {
        self.width = width
        chunks = (width + Lanes.scalarCount - 1) / Lanes.scalarCount
        let count = width > 0 ? matrix.count / width : 0
        var rows = [Lanes](repeating: .zero, count: count * chunks)
        for row in 0..<count {
            for column in 0..<width {
                let place = row * chunks + column / Lanes.scalarCount
                rows[place][column % Lanes.scalarCount] = matrix[row * width + column]
            }
        }
        self.rows = rows
    }

    /// The coefficients for `values`, each row with its weight; zeros where there are none.
    ///
    /// - Complexity: O(rows · columns²), eight products at a time.
    func solve(_ values: [Double], _ weights: [Double]) -> [Double] {
        var gram = [Lanes](repeating: .zero, count: width * chunks)
        var right = [Lanes](repeating: .zero, count: chunks)
        for row in values.indices {
            let (weight, value) = (weights[row], values[row])
            for chunk in 0..<chunks {
                let lanes = rows[row * chunks + chunk]
                right[chunk] += lanes * weight * value
                for i in 0..<width {
                    let left =
                        rows[row * chunks + i / Lanes.scalarCount][i % Lanes.scalarCount] * weight
                    gram[i * chunks + chunk] += left * lanes
                }
            }
        }
        var square = [Double](repeating: 0, count: width * width)
        for i in 0..<width {
            for j in 0...i {
                square[i * width + j] =
                    gram[i * chunks + j / Lanes.scalarCount][j % Lanes.scalarCount]
            }
            square[i * width + i] += 1e-6 * Double(values.count)
        }
        let sides = (0..<width).map { right[$0 / Lanes.scalarCount][$0 % Lanes.scalarCount] }
        return Cholesky.solve(&square, sides, least: 1e-12) ?? sides.map { _ in 0 }
    }
}
