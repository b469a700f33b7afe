/// A fitted model that gives rows back as it knows them: what it does not give back is the anomaly
/// score.
public protocol ReconstructionModel: Sendable {
    /// The columns it takes, and their spread in training.
    var scaling: FeatureScaling { get }

    /// The score from which on a row is anomalous: most of the training rows lie below it, by
    /// default 99 %.
    var threshold: Double { get }

    /// Metadata of its file beyond what all such models have.
    var facts: [String: String] { get }

    /// The name of the graph in its file, which tells the kind.
    var graphName: String { get }

    /// A scaled row as the model gives it back.
    func reconstruct(scaled row: [Double]) -> [Double]

    /// Adds the nodes that make `zr` of the scaled rows `z`, both [N, features].
    func addNodes(to graph: inout OnnxGraph)
}

extension ReconstructionModel {
    /// The columns it takes, in this order.
    public var featureNames: [String] { scaling.names }

    /// The mean of each feature in training.
    public var means: [Double] { scaling.means }

    /// The standard deviation of each feature in training; 1 for a constant one.
    public var stds: [Double] { scaling.stds }

    /// The number of rows that it was fitted on.
    public var trainingRows: Int { scaling.rows }

    /// The features of a row as the model gives them back.
    public func reconstruct(_ row: some Collection<Double>) -> [Double] {
        let back = reconstruct(scaled: scaling.scaled(row))
        return back.indices.map { means[$0] + back[$0] * stds[$0] }
    }

    /// The mean over the features of ((x - x̂) / std)²; NaN where a feature is missing.
    public func score(_ row: some Collection<Double>) -> Double {
        let scaled = scaling.scaled(row)
        let errors = zip(scaled, reconstruct(scaled: scaled)).map { $0 - $1 }
        return errors.reduce(0) { $0 + $1 * $1 } / Double(means.count)
    }
}
