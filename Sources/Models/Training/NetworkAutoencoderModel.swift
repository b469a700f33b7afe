/// A fitted autoencoder with a narrow layer in its middle: features are scaled, and given back from
/// the few numbers of that layer.
public struct NetworkAutoencoderModel: ReconstructionModel, Hashable {
    /// The columns it takes, and their spread in training.
    public let scaling: FeatureScaling

    /// The network between scaled rows and scaled rows.
    public let network: DenseNetwork

    /// The score that all but a share of the training rows stay below.
    public internal(set) var threshold = 0.0

    /// The name of its graph.
    public var graphName: String { "autoencoder" }

    /// What is said of it in the file.
    public var facts: [String: String] { ["layers": ModelMetadata.json(network.widths)] }

    /// A scaled row as the network gives it back.
    public func reconstruct(scaled row: [Double]) -> [Double] { network.output(row) }

    /// Adds the nodes that make `zr` of `z`.
    public func addNodes(to graph: inout OnnxGraph) {
        network.addNodes(to: &graph, from: "z", to: "zr")
    }
}
