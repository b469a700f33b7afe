public import Analysis

/// Fitted trees: a row's score is the base and what each tree adds.
public struct BoostedTreesModel: Sendable, Hashable {
    /// What the scores are: numbers, or log odds.
    public let loss: BoostedTrees.Loss

    /// The score before any tree.
    public let base: Double

    /// The trees of all members; their values are divided by the number of members.
    public let trees: [RegressionTree]

    /// The number of columns it takes.
    public let featureCount: Int

    /// The score of each row: the number itself, or the log odds.
    ///
    /// - Complexity: O(rows × trees × depth).
    public func scores(_ features: FeatureMatrix) -> [Double] {
        let table = TrainingTable(features)
        var scores = [Double](repeating: base, count: table.rowCount)
        for tree in trees {
            for row in scores.indices { scores[row] += Double(tree.value(row, of: table)) }
        }
        return scores
    }
}
