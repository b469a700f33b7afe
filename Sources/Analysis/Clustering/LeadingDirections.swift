import Values

/// The first principal directions of many columns, without the products of all pairs of columns.
///
/// Randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4). Exact to within
/// rounding where rows or columns are no more than `count + spare`; else a direction's error falls
/// with the eighth power of the ratio of the first variance left out to its own.
struct LeadingDirections {
    /// One direction of length 1 a row, those of larger variance first; fewer than asked for where
    /// the rows span fewer.
    let vectors: [[Double]]

    /// Directions followed in addition to those asked for.
    static let spare = 10
    /// Of more rows a sample is drawn: its directions are those of all.
    static let rowLimit = 2_000
    private static let rounds = 4
    private static let seed: UInt64 = 1

    /// Values must be finite.
    ///
    /// - Throws: `AnalysisError.notConverged` for numbers whose squares overflow.
    /// - Complexity: O(rows × columns × count) for at most 2,000 rows.
    init(_ matrix: FeatureMatrix, count: Int) throws(AnalysisError) {
        var generator = SeededGenerator(seed: Self.seed)
        let part =
            matrix.rowCount > Self.rowLimit
            ? matrix.selectingRows(generator.sample(Self.rowLimit, of: matrix.rowCount).sorted())
            : matrix
        let rows = CenteredRows(part)
        let width = min(count + Self.spare, part.rowCount, part.columnCount)
        var directions = (0..<width).map { _ in
            (0..<part.columnCount).map { _ in generator.normal() }
        }
        var basis: [[Double]] = []
        for _ in 0..<Self.rounds {
            basis = Self.orthonormal(rows.along(directions))
            directions = Self.orthonormal(rows.across(basis))
        }
        basis = Self.orthonormal(rows.along(directions))
        vectors = try Self.turned(rows.across(basis), count: count)
    }

    /// The principal directions within the plane that some vectors span.
    private static func turned(
        _ images: [[Double]], count: Int
    ) throws(AnalysisError) -> [[Double]] {
        let size = images.count
        var products = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in row..<size {
                let product = dot(images[row], images[column])
                products[row * size + column] = product
                products[column * size + row] = product
            }
        }
        let eigen = try SymmetricEigen(products, size: size)
        let least = (eigen.values.first ?? 0) * 1e-24
        return zip(eigen.values, eigen.vectors).prefix(count).compactMap { value, weights in
            guard value > least else { return nil }
            var sum = [Double](repeating: 0, count: images.first?.count ?? 0)
            for (weight, image) in zip(weights, images) { add(image, times: weight, to: &sum) }
            return scaled(sum, by: 1 / value.squareRoot())
        }
    }

    /// Vectors of length 1 at right angles that span what the given ones do (Gram and Schmidt, each
    /// twice); what is left of a dependent one is dropped.
    private static func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
        var basis: [[Double]] = []
        for vector in vectors {
            let length = dot(vector, vector).squareRoot()
            var rest = vector
            for _ in 0..<2 {
                for known in basis { add(known, times: -dot(known, rest), to: &rest) }
            }
            let left = dot(rest, rest).squareRoot()
            if left > length * 1e-12 { basis.append(scaled(rest, by: 1 / left)) }
        }
        return basis
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in 0..<min(left.count, right.count) { sum += left[index] * right[index] }
        return sum
    }

    private static func add(_ vector: [Double], times weight: Double, to sum: inout [Double]) {
        for index in 0..<min(vector.count, sum.count) { sum[index] += weight * vector[index] }
    }

    private static func scaled(_ vector: [Double], by factor: Double) -> [Double] {
        vector.map { $0 * factor }
    }
}

/// Rows less their mean, and the same turned, to be multiplied from either side.
private struct CenteredRows {
    private let rows: FeatureMatrix
    private let columns: FeatureMatrix

    init(_ matrix: FeatureMatrix) {
        let means = ColumnMoments(matrix).means
        rows = matrix.mapping { $1 - means[$0] }
        var turned = [Double](repeating: 0, count: rows.values.count)
        for row in 0..<rows.rowCount {
            for column in 0..<rows.columnCount {
                turned[column * rows.rowCount + row] = rows.values[row * rows.columnCount + column]
            }
        }
        columns = FeatureMatrix(
            uncheckedRows: rows.columnCount, columns: rows.rowCount, values: turned)
    }

    /// All rows projected onto each direction: per direction a list with one number per row.
    func along(_ directions: [[Double]]) -> [[Double]] { Self.products(rows, directions) }

    /// The sums of the rows weighted by each list: per list one number per column.
    func across(_ lists: [[Double]]) -> [[Double]] { Self.products(columns, lists) }

    private static func products(_ matrix: FeatureMatrix, _ lists: [[Double]]) -> [[Double]] {
        let weights = FeatureMatrix(
            uncheckedRows: lists.count, columns: matrix.columnCount, values: lists.flatMap { $0 })
        let origin = [Double](repeating: 0, count: matrix.columnCount)
        let part = 256
        let parts = Concurrent.map((matrix.rowCount + part - 1) / part) { index in
            let range = index * part..<min((index + 1) * part, matrix.rowCount)
            return matrix.selectingRows(Array(range)).projected(from: origin, on: weights)
        }
        return (0..<lists.count).map { list in
            parts.flatMap { part in (0..<part.rowCount).map { part.values[$0 * lists.count + list] }
            }
        }
    }
}
