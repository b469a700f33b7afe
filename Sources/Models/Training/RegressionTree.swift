/// A tree of questions, each of which compares one feature with a number, with numbers as answers.
public struct RegressionTree: Sendable, Hashable {
    /// A question, or an answer.
    public struct Node: Sendable, Hashable {
        /// Index of the feature that is compared; nil in a leaf.
        public var feature: Int?

        /// Rows whose value is at most this go left.
        public var threshold: Float = 0

        /// Whether rows whose value is missing go left.
        public var isMissingLeft = false

        /// Index of the left child in `nodes`.
        public var left = 0

        /// Index of the right child in `nodes`.
        public var right = 0

        /// What a leaf adds; in a question the mean of what is below, by the weight of the training
        /// rows.
        public var value: Float = 0
    }

    /// The nodes; the first is the root, and children come after their parent.
    public internal(set) var nodes: [Node]

    /// The answer for a row.
    ///
    /// - Complexity: O(depth).
    func value(_ row: Int, of table: TrainingTable) -> Float {
        var place = 0
        while let feature = nodes[place].feature {
            place = next(place, table.columns[feature][row])
        }
        return nodes[place].value
    }

    /// The index of the child that a value leads to.
    func next(_ place: Int, _ value: Float) -> Int {
        let node = nodes[place]
        let isLeft = value.isNaN ? node.isMissingLeft : value <= node.threshold
        return isLeft ? node.left : node.right
    }
}
