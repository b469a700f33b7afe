/// The data of a k-means fit, seen from its mean, where distances lose fewest digits.
struct KMeansSpace: Sendable {
    let matrix: FeatureMatrix
    let origin: [Double]
    /// The mean of the column variances, the unit of `KMeans.tolerance`.
    let meanVariance: Double

    init(_ matrix: FeatureMatrix) {
        self.matrix = matrix
        let moments = ColumnMoments(matrix)
        origin = moments.means
        meanVariance = moments.variances.reduce(0, +) / Double(max(matrix.columnCount, 1))
    }

    /// Points in the data's own units, one after another, as seen from the origin.
    func centered(_ points: [Double]) -> [Double] {
        points.enumerated().map { $1 - origin[$0 % origin.count] }
    }
}

/// What one start came to; centers are as seen from the origin.
struct KMeansRun: Sendable {
    var labels: [Int32]
    var centers: [Double]
    var count: Int
    var inertia: Double
    var iterations: Int
    var converged: Bool
}
