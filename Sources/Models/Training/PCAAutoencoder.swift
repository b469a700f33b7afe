public import Analysis
public import Values

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
        let scaling = FeatureScaling(rows, names: names)
        let all = try PrincipalComponents(count: width - 1).fit(scaling.scaled(rows))
        let count = min(width - 1, max(1, components ?? enough(all.explainedVarianceRatios)))
        var model = PCAAutoencoderModel(
            scaling: scaling, loadings: all.loadings.selectingRows(Array(0..<count)),
            explainedShare: all.explainedVarianceRatios.prefix(count).reduce(0, +))
        model.threshold = threshold(rows, model)
        return model
    }

    /// The score that all but a share of some rows stay below.
    func threshold(_ rows: FeatureMatrix, _ model: some ReconstructionModel) -> Double {
        let errors = (0..<rows.rowCount).map { model.score(rows.row($0)) }
        return max(PCAAutoencoder.smallestThreshold, Statistics.quantile(errors, normalShare))
    }

    /// The first number of components that explain the share.
    func enough(_ ratios: [Double]) -> Int {
        var sum = 0.0
        for (index, ratio) in ratios.enumerated() {
            sum += ratio
            if sum >= explainedShare { return index + 1 }
        }
        return ratios.count
    }
}

/// A fitted linear autoencoder.
public struct PCAAutoencoderModel: ReconstructionModel, Hashable {
    /// The columns it takes, and their spread in training.
    public let scaling: FeatureScaling

    /// One component a row, of length 1.
    public let loadings: FeatureMatrix

    /// The share of the training rows' variance that the components explain.
    public let explainedShare: Double

    /// The score that all but a share of the training rows stay below.
    public internal(set) var threshold = 0.0

    /// The name of its graph.
    public var graphName: String { "pca_autoencoder" }

    /// What is said of it in the file.
    public var facts: [String: String] {
        [
            "components": String(loadings.rowCount),
            "explained_variance": String(explainedShare),
        ]
    }

    /// A scaled row as the components give it back.
    ///
    /// - Complexity: O(features × components).
    public func reconstruct(scaled row: [Double]) -> [Double] {
        var back = [Double](repeating: 0, count: row.count)
        for component in 0..<loadings.rowCount {
            let loading = loadings.row(component)
            let along = zip(loading, row).reduce(0) { $0 + $1.0 * $1.1 }
            for (index, weight) in loading.enumerated() { back[index] += along * weight }
        }
        return back
    }

    /// Adds the nodes that make `zr` of `z`.
    public func addNodes(to graph: inout OnnxGraph) {
        let width = loadings.columnCount
        // The loadings turned: one feature a row.
        let weights = (0..<width).flatMap { loadings.column($0).map(Float.init) }
        graph.addFloats("w", [width, loadings.rowCount], weights)
        graph.nodes += [
            OnnxNode("MatMul", ["z", "w"], to: ["h"]),
            OnnxNode("Gemm", ["h", "w"], to: ["zr"], attributes: ["transB": .int(1)]),
        ]
    }
}
