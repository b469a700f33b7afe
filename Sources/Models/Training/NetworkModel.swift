public import Analysis

/// A small network that predicts from rows of features: it scales them, cuts values far off, and
/// takes the mean for missing ones.
public struct NetworkModel: Sendable, Hashable {
    /// Means and spreads by which features are scaled.
    public let spread: ColumnSpread

    /// The network from scaled rows to one number, the score.
    public let network: DenseNetwork

    /// Scaled features are cut at ± this: a network, unlike a tree, goes on rising where it has
    /// seen nothing.
    static let farthest = 5.0

    /// The score of each row: the number itself, or the log odds.
    ///
    /// - Complexity: O(rows × weights).
    public func scores(_ features: FeatureMatrix) -> [Double] {
        (0..<features.rowCount).map { row in
            // A written model takes 32-bit numbers.
            network.output(input(features.row(row).lazy.map { Double(Float($0)) })).first ?? .nan
        }
    }

    private func input(_ row: some Collection<Double>) -> [Double] {
        Self.drawnIn(spread.scaled(row))
    }

    private static func drawnIn(_ row: [Double]) -> [Double] {
        row.map { min(max($0, -farthest), farthest) }
    }

    /// Rows as the network takes them: scaled, and cut at `farthest`.
    static func inputs(_ features: FeatureMatrix, _ spread: ColumnSpread) -> FeatureMatrix {
        var result = features
        for row in 0..<features.rowCount {
            for (column, value) in drawnIn(spread.scaled(features.row(row))).enumerated() {
                result[row, column] = value
            }
        }
        return result
    }

    /// Nodes that make `output` [N, 1] of `x`; scaling is done in 64 bits, as 32 would leave too
    /// few digits of a level far above its spread.
    func add(to graph: inout OnnxGraph, output: String) {
        let width = spread.means.count
        graph.addConstant("mean", [width], spread.means)
        graph.addConstant("std", [width], spread.deviations)
        graph.addConstant("least", [], [-Self.farthest])
        graph.addConstant("most", [], [Self.farthest])
        graph.nodes += [
            OnnxNode("IsNaN", ["x"], to: ["missing"]),
            OnnxNode("Cast", ["x"], to: ["wide"], attributes: ["to": .int(11)]),
            OnnxNode("Where", ["missing", "mean", "wide"], to: ["whole"]),
            OnnxNode("Sub", ["whole", "mean"], to: ["centered"]),
            OnnxNode("Div", ["centered", "std"], to: ["exact"]),
            OnnxNode("Clip", ["exact", "least", "most"], to: ["near"]),
            OnnxNode("Cast", ["near"], to: ["z"], attributes: ["to": .int(1)]),
        ]
        network.addNodes(to: &graph, from: "z", to: output)
    }
}
