public import Analysis
import Dispatch
import Synchronization
public import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Gradient-boosted trees on binned features (Friedman 2001; second-order steps and the treatment
/// of missing values as in Chen and Guestrin 2016).
///
/// Several members, each with its own choice of columns for every tree, are averaged. The same
/// rows, seed and settings give the same trees bit for bit, whatever the number of cores.
public struct BoostedTrees: Sendable, Hashable {
    /// What the trees learn, and by which loss.
    public enum Loss: Sendable, Hashable {
        /// A number, by squared error.
        case squared
        /// Whether something happens, by log loss; targets are 0 and 1.
        case logistic
    }

    /// What the trees learn.
    public var loss: Loss

    /// Trees per member.
    public var rounds = 300

    /// The share of a tree's step that is taken.
    public var learningRate = 0.05

    /// The most leaves of a tree.
    public var leaves = 15

    /// The least weight of a leaf: the sum of the loss' curvature, for squared error the rows.
    public var minimumWeight: Double

    /// The least gain of a split.
    public var minimumGain = 1e-9

    /// Added to each leaf's weight, so that small leaves step less.
    public var ridge = 1.0

    /// The share of the columns that each tree may ask about.
    public var columnShare = 0.3

    /// The share of the rows that each tree is grown on.
    public var rowShare = 1.0

    /// How many members are averaged.
    public var members = 4

    /// Seed of the choice of columns and rows; each member has its own stream of it.
    public var seed: UInt64 = 1

    /// The defaults; a leaf needs a weight of 30 for squared error, of 1 for log loss.
    public init(_ loss: Loss) {
        self.loss = loss
        minimumWeight = loss == .squared ? 30 : 1
    }

    /// Fits on rows of features, NaN for missing values.
    ///
    /// - Parameter progress: Called after each tree of the first member with the share of its trees
    ///   done; may throw to stop.
    /// - Throws: `ModelError.tooFewRows` below 20 rows or for another number of targets,
    ///   `.featureCount` without columns, `.notFinite` for a target, what `progress` throws.
    /// - Complexity: O(members × rounds × rows × columns × log leaves).
    public func fit(
        _ features: FeatureMatrix, targets: [Double],
        progress: @Sendable (Double) throws(ModelError) -> Void = { _ in }
    ) throws(ModelError) -> BoostedTreesModel {
        try check(features, targets)
        let table = TrainingTable(features)
        let bins = FeatureBins(table)
        let results = Mutex<[Int: Result<[RegressionTree], ModelError>]>([:])
        DispatchQueue.concurrentPerform(iterations: members) { member in
            let result = Result { () throws(ModelError) in
                try trees(member, bins, targets, rounds: rounds) { round, _, _ throws(ModelError) in
                    if member == 0 { try progress(Double(round) / Double(rounds)) }
                    return true
                }
            }
            results.withLock { $0[member] = result }
        }
        var all: [RegressionTree] = []
        for member in 0..<members {
            all += try results.withLock { $0[member] }?.get() ?? []
        }
        return BoostedTreesModel(
            loss: loss, base: base(targets), trees: all.map { $0.scaled(by: 1 / Float(members)) },
            featureCount: features.columnCount)
    }

    func check(_ features: FeatureMatrix, _ targets: [Double]) throws(ModelError) {
        guard features.rowCount >= 20, targets.count == features.rowCount else {
            throw .tooFewRows(found: min(features.rowCount, targets.count), needed: 20)
        }
        guard features.columnCount > 0 else { throw .featureCount(expected: 1, found: 0) }
        if let row = targets.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(row: row, column: features.columnCount)
        }
    }

    /// The trees of one member; `isGoingOn` gets the number of each tree, the tree and the scores
    /// after it, and says whether to go on.
    func trees(
        _ member: Int, _ bins: FeatureBins, _ targets: [Double], rounds: Int,
        isGoingOn: (Int, RegressionTree, [Double]) throws(ModelError) -> Bool
    ) throws(ModelError) -> [RegressionTree] {
        var random = SeededGenerator(seed: seed, stream: member)
        var grower = TreeGrower(bins, settings: self)
        var scores = [Double](repeating: base(targets), count: targets.count)
        let columns = bins.uppers.indices.filter { !bins.uppers[$0].isEmpty || bins.hasMissing[$0] }
        let width = min(
            columns.count, max(1, Int(clamping: (Double(columns.count) * columnShare).rounded(.up)))
        )
        var trees: [RegressionTree] = []
        guard !columns.isEmpty else { return trees }
        for round in 0..<rounds {
            let chosen = random.sample(width, of: columns.count).sorted().map { columns[$0] }
            let tree = grower.grow(
                slopes(scores, targets), rows: rows(targets.count, &random), columns: chosen,
                scores: &scores)
            trees.append(tree)
            guard try isGoingOn(round, tree, scores) else { break }
        }
        return trees
    }

    /// The rows that a tree is grown on, rising.
    private func rows(_ count: Int, _ random: inout SeededGenerator) -> [Int32] {
        guard rowShare < 1 else { return (0..<Int32(count)).map(\.self) }
        let rows = (0..<Int32(count)).filter { _ in random.uniform() < rowShare }
        return rows.isEmpty ? [0] : rows
    }

    /// The score that fits best before any tree: the mean, or the log odds of the share.
    func base(_ targets: [Double]) -> Double {
        let mean = targets.reduce(0, +) / Double(targets.count)
        guard loss == .logistic else { return mean }
        let share = min(max(mean, 1e-6), 1 - 1e-6)
        return log(share / (1 - share))
    }

    private func slopes(_ scores: [Double], _ targets: [Double]) -> [TreeGrower.Slope] {
        switch loss {
        case .squared:
            zip(scores, targets).map { TreeGrower.Slope($0 - $1, 1) }
        case .logistic:
            zip(scores, targets).map { score, target in
                let probability = 1 / (1 + exp(-score))
                return TreeGrower.Slope(
                    probability - target, max(probability * (1 - probability), 1e-12))
            }
        }
    }
}

extension RegressionTree {
    func scaled(by factor: Float) -> RegressionTree {
        RegressionTree(
            nodes: nodes.map { node in
                var node = node
                node.value *= factor
                return node
            })
    }
}
