public import Analysis
public import Values

/// A linear autoencoder: it scales features, projects them onto their principal components, and
/// gives them back from there. What the components do not explain is the anomaly score, the squared
/// prediction error of process monitoring (Jackson and Mudholkar 1979), here per feature.
///
/// ```swift
/// let model = try PCAAutoencoder().fit(features, names: ["torque", "speed", "temperature"])
/// let file = model.onnx()
/// ```
public struct PCAAutoencoder: Sendable, Hashable {
    /// The number of components; nil for as many as explain `explainedShare` of the variance. At
    /// least one, and at most one less than features, else nothing would be left to see.
    public var components: Int?

    /// The share of the variance that the components must explain.
    public var explainedShare = 0.9

    /// The share of the training rows that lie below the threshold.
    public var normalShare = 0.99

    /// A smaller threshold would only tell the rounding of 32-bit numbers from zero.
    static let smallestThreshold = 1e-6

    /// Components for 90 % of the variance, and a threshold above 99 % of the rows.
    public init() {}

    /// Fits on the rows without missing values.
    ///
    /// - Throws: `ModelError.featureCount` for fewer than two features or another number of names
    ///   than columns, `.tooFewRows` for fewer than 10 rows or than twice the features,
    ///   `.notFittable`.
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

    /// The score that `normalShare` of some rows lie below, at least `smallestThreshold`.
    func threshold(_ rows: FeatureMatrix, _ model: some ReconstructionModel) -> Double {
        let errors = (0..<rows.rowCount).map { model.score(rows.row($0)) }
        return max(PCAAutoencoder.smallestThreshold, Statistics.quantile(errors, normalShare))
    }

    /// The smallest number of components that explain the share.
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

    /// One component per row, of length 1, in the space of scaled features.
    public let loadings: FeatureMatrix

    /// The share of the training rows' variance that the components explain.
    public let explainedShare: Double

    /// See `ReconstructionModel`; set once the model is fitted.
    public internal(set) var threshold = 0.0

    /// `pca_autoencoder`, for all models of this kind.
    public var graphName: String { "pca_autoencoder" }

    /// The number of components and the variance that they explain.
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

    /// Adds the projection onto the components and back, between `z` and `zr`.
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
