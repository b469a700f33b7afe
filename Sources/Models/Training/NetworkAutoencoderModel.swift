/// A fitted autoencoder with a narrow layer in its middle: it scales features, and gives them back
/// from the few numbers of that layer.
public struct NetworkAutoencoderModel: ReconstructionModel, Hashable {
    /// The columns it takes, and their spread in training.
    public let scaling: FeatureScaling

    /// The network, from scaled rows to scaled rows.
    public let network: DenseNetwork

    /// See `ReconstructionModel`; set once the model is fitted.
    public internal(set) var threshold = 0.0

    /// `autoencoder`, for all models of this kind.
    public var graphName: String { "autoencoder" }

    /// The widths of the layers.
    public var facts: [String: String] { ["layers": ModelMetadata.json(network.widths)] }

    /// A scaled row as the network gives it back.
    public func reconstruct(scaled row: [Double]) -> [Double] { network.output(row) }

    /// Adds the layers between `z` and `zr`.
    public func addNodes(to graph: inout OnnxGraph) {
        network.addNodes(to: &graph, from: "z", to: "zr")
    }
}
