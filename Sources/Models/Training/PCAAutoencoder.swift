public import Analysis

/// A linear autoencoder: features are scaled, seen along their principal components, and given
/// back from them. What the components do not explain is the anomaly score, the squared prediction
/// error of process monitoring (Jackson and Mudholkar 1979), here per feature.
///
/// ```swift
/// let model = try PCAAutoencoder().fit(features, names: ["torque", "speed", "temperature"])
/// let file = model.onnx()
/// ```
public struct PCAAutoencoder: Sendable, Hashable {
    /// The number of components; nil for as many as explain `explainedShare` of the variance.
    /// There is always one less than features at most, else nothing would be left to see.
    public var components: Int?

    /// The share of the variance that the components explain.
    public var explainedShare = 0.9

    /// The share of the training rows that stay below the threshold.
    public var normalShare = 0.99

    /// Smaller thresholds would tell the rounding of 32-bit numbers from zero.
    static let smallestThreshold = 1e-6

    /// The usual settings.
    public init() {}

    /// Fits on the rows without missing values.
    ///
    /// - Throws: `ModelError.featureCount` for fewer than two features or as many names as
    ///   columns, `.tooFewRows` for fewer than 10 rows or than twice the features, `.notFittable`.
    /// - Complexity: O(rows × features² + features³).
    public func fit(
        _ features: FeatureMatrix, names: [String]
    ) throws(ModelError) -> PCAAutoencoderModel {
        let width = features.columnCount
        guard width >= 2, names.count == width else {
            throw .featureCount(expected: max(2, names.count), found: width)
        }
        let whole = (0..<features.rowCount).filter { features.row($0).allSatisfy(\.isFinite) }
        let needed = max(10, 2 * width)
        guard whole.count >= needed else {
            throw .tooFewRows(found: whole.count, needed: needed)
        }
        let rows = features.selectingRows(whole)
        do throws(AnalysisError) {
            return try fit(wholeRows: rows, names: names)
        } catch {
            throw .notFittable(error)
        }
    }

    private func fit(
        wholeRows rows: FeatureMatrix, names: [String]
    ) throws(AnalysisError) -> PCAAutoencoderModel {
        let width = rows.columnCount
        let columns = (0..<width).map(rows.column)
        let means = columns.map { Statistics.mean($0) }
        // A constant column has no spread to be measured by; it is centered only.
        let stds = columns.map { Statistics.standardDeviation($0) }.map { $0 > 0 ? $0 : 1 }
        var scaled = rows
        for row in 0..<rows.rowCount {
            for column in 0..<width {
                scaled[row, column] = (rows[row, column] - means[column]) / stds[column]
            }
        }
        let all = try PrincipalComponents(count: width - 1).fit(scaled)
        let count = min(width - 1, max(1, components ?? enough(all.explainedVarianceRatios)))
        var model = PCAAutoencoderModel(
            featureNames: names, means: means, stds: stds,
            loadings: all.loadings.selectingRows(Array(0..<count)),
            explainedShare: all.explainedVarianceRatios.prefix(count).reduce(0, +),
            minima: columns.map { $0.min() ?? .nan }, maxima: columns.map { $0.max() ?? .nan },
            trainingRows: rows.rowCount)
        let errors = (0..<rows.rowCount).map { model.score(rows.row($0)) }
        model.threshold = max(
            PCAAutoencoder.smallestThreshold, Statistics.quantile(errors, normalShare))
        return model
    }

    /// The first number of components that explain the share.
    private func enough(_ ratios: [Double]) -> Int {
        var sum = 0.0
        for (index, ratio) in ratios.enumerated() {
            sum += ratio
            if sum >= explainedShare { return index + 1 }
        }
        return ratios.count
    }
}

/// A fitted linear autoencoder.
public struct PCAAutoencoderModel: Sendable, Hashable {
    /// The columns it takes, in this order.
    public let featureNames: [String]

    /// The mean of each feature in training.
    public let means: [Double]

    /// The standard deviation of each feature in training; 1 for a constant one.
    public let stds: [Double]

    /// One component a row, of length 1.
    public let loadings: FeatureMatrix

    /// The share of the training rows' variance that the components explain.
    public let explainedShare: Double

    /// The smallest value of each feature in training.
    public let minima: [Double]

    /// The largest value of each feature in training.
    public let maxima: [Double]

    /// The number of rows it was fitted on.
    public let trainingRows: Int

    /// The score that all but a share of the training rows stay below.
    public internal(set) var threshold = 0.0

    /// The features of a row as the components give them back.
    ///
    /// - Complexity: O(features × components).
    public func reconstruct(_ row: some Collection<Double>) -> [Double] {
        let scaled = zip(row, zip(means, stds)).map { ($0 - $1.0) / $1.1 }
        var back = [Double](repeating: 0, count: means.count)
        for component in 0..<loadings.rowCount {
            let loading = loadings.row(component)
            let along = zip(loading, scaled).reduce(0) { $0 + $1.0 * $1.1 }
            for (index, weight) in loading.enumerated() { back[index] += along * weight }
        }
        return back.indices.map { means[$0] + back[$0] * stds[$0] }
    }

    /// The mean over the features of ((x - x̂) / std)²; NaN where a feature is missing.
    public func score(_ row: some Collection<Double>) -> Double {
        let errors = zip(zip(row, reconstruct(row)), stds).map { ($0.0 - $0.1) / $1 }
        return errors.reduce(0) { $0 + $1 * $1 } / Double(means.count)
    }
}
