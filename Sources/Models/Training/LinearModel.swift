public import Analysis
public import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A weighted sum of scaled features: ridge regression, or logistic regression, whose score is the
/// log odds. Used as the plain baseline and, as one more feature, for what trees find hard to say.
public struct LinearModel: Sendable, Hashable {
    /// The mean of each feature, which also stands for a missing value.
    public let means: [Double]

    /// The standard deviation of each feature; 1 for a constant one.
    public let deviations: [Double]

    /// The weight of each scaled feature, in the order of the columns.
    public let weights: [Double]

    /// The score of a row of means.
    public let intercept: Double

    /// Ridge regression on scaled features: least squares with `penalty` times the squared weights.
    ///
    /// - Throws: `ModelError.tooFewRows` below 2 rows or for another number of targets,
    ///   `.notFinite` where the equations have no finite solution.
    /// - Complexity: O(rows × columns² + columns³).
    public static func ridge(
        _ features: FeatureMatrix, targets: [Double], penalty: Double = 100
    ) throws(ModelError) -> LinearModel {
        let scaled = try Scaled(features, targets)
        let mean = targets.reduce(0, +) / Double(targets.count)
        var equations = NormalEquations(width: features.columnCount, penalty: penalty)
        for row in targets.indices { equations.add(scaled.row(row), 1, targets[row] - mean) }
        return try scaled.model(equations.solution(), intercept: mean)
    }

    /// Logistic regression on scaled features by Newton's method; with targets of 0 and 1. The
    /// penalty holds for the intercept, too.
    ///
    /// - Throws: as `ridge`.
    /// - Complexity: O(steps × (rows × columns² + columns³)).
    public static func logistic(
        _ features: FeatureMatrix, targets: [Double], penalty: Double = 1, steps: Int = 12
    ) throws(ModelError) -> LinearModel {
        let scaled = try Scaled(features, targets)
        // The last weight is the intercept's, of a feature that is always 1.
        var weights = [Double](repeating: 0, count: features.columnCount + 1)
        for _ in 0..<steps {
            var equations = NormalEquations(width: weights.count, penalty: penalty)
            for row in targets.indices {
                let values = scaled.row(row) + [1]
                let score = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
                let probability = 1 / (1 + exp(-score))
                let curvature = max(probability * (1 - probability), 1e-6)
                equations.add(
                    values, curvature, score + (targets[row] - probability) / curvature)
            }
            weights = try equations.solution()
        }
        return scaled.model(Array(weights.dropLast()), intercept: weights.last ?? 0)
    }

    /// The score of a row, whose values are taken as 32-bit numbers, as a written model takes them;
    /// NaN counts as the mean.
    public func score(_ row: some Collection<Double>) -> Double {
        var sum = 0.0
        for (index, value) in row.enumerated() where !value.isNaN {
            sum += (Double(Float(value)) - means[index]) / deviations[index] * weights[index]
        }
        return sum + intercept
    }
}

private struct Scaled {
    private let features: FeatureMatrix
    private let spread: ColumnSpread

    init(_ features: FeatureMatrix, _ targets: [Double]) throws(ModelError) {
        guard features.rowCount >= 2, targets.count == features.rowCount else {
            throw .tooFewRows(found: min(features.rowCount, targets.count), needed: 2)
        }
        self.features = features
        spread = ColumnSpread(features)
    }

    func row(_ index: Int) -> [Double] { spread.scaled(features.row(index)) }

    func model(_ weights: [Double], intercept: Double) -> LinearModel {
        LinearModel(
            means: spread.means, deviations: spread.deviations, weights: weights,
            intercept: intercept)
    }
}

/// The equations of a weighted least-squares fit, solved by Cholesky's method.
private struct NormalEquations {
    private let width: Int
    private var matrix: [Double]
    private var side: [Double]

    init(width: Int, penalty: Double) {
        self.width = width
        matrix = Array(repeating: 0, count: width * width)
        side = Array(repeating: 0, count: width)
        for index in 0..<width { matrix[index * width + index] = penalty }
    }

    /// Adds one row of an equation's weighted squares; only the lower half of the matrix is filled.
    mutating func add(_ row: [Double], _ weight: Double, _ target: Double) {
        for i in 0..<width where row[i] != 0 {
            let value = row[i] * weight
            side[i] += value * target
            let start = i * width
            for j in 0...i { matrix[start + j] += value * row[j] }
        }
    }

    func solution() throws(ModelError) -> [Double] {
        var lower = matrix
        guard let solution = Cholesky.solve(&lower, side) else {
            let column = (0..<width).first { !matrix[$0 * width + $0].isFinite } ?? 0
            throw .notFinite(row: column, column: column)
        }
        return solution
    }
}
