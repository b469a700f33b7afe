public import Analysis

/// A model that predicts from rows of features: a core that scores them, and what scores mean.
public struct PredictionModel: Sendable, Hashable {
    /// What makes a score of a row: the number itself, or the log odds.
    public enum Core: Sendable, Hashable {
        /// Boosted trees, fed with a linear sum of the features as one feature more where that
        /// helps.
        case trees(BoostedTreesModel, index: LinearModel?)

        /// A small network of dense layers.
        case network(NetworkModel)

        /// The score of each row.
        ///
        /// - Complexity: O(rows × (columns + trees × depth)), or O(rows × weights).
        func scores(_ features: FeatureMatrix) -> [Double] {
            switch self {
            case .trees(let trees, let index):
                trees.scores(index.map { features.appending($0) } ?? features)
            case .network(let network): network.scores(features)
            }
        }

        /// Which of the kinds it is.
        public var kind: Kind {
            switch self {
            case .trees: .trees
            case .network: .network
            }
        }
    }

    /// The kinds of models that are tried.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case trees, network
    }

    /// How scores become predictions.
    public enum Output: Sendable, Hashable {
        /// The probability that something happens, by the calibration of the score.
        case probability(ProbabilityCalibration)

        /// A length of time, never below 0: the score times a unit.
        case life(unit: Double)
    }

    /// What makes a score of a row.
    public let core: Core

    /// How its scores become predictions.
    public let output: Output

    /// The prediction for each row, a probability or a length of time.
    ///
    /// - Complexity: as for the scores of its core.
    public func predictions(_ features: FeatureMatrix) -> [Double] {
        core.scores(features).map { score in
            switch output {
            case .probability(let calibration): calibration.probability(score)
            case .life(let unit): max(0, score * unit)
            }
        }
    }

    /// The number of columns it takes.
    public var featureCount: Int {
        switch core {
        case .trees(let trees, let index): trees.featureCount - (index == nil ? 0 : 1)
        case .network(let network): network.spread.means.count
        }
    }

    /// How much each feature moves the score of trees: the mean absolute step that questions about
    /// it cause on the way down, over the rows, as shares that add up to 1 (Saabas 2014). All are 0
    /// for a network, whose steps are of no single feature.
    ///
    /// The steps that questions about the linear sum cause are handed on to its features by how
    /// much each moves the sum.
    /// - Complexity: O(rows × trees × depth).
    public func importance(_ features: FeatureMatrix) -> [Double] {
        guard case .trees(let model, let index) = core else {
            return [Double](repeating: 0, count: featureCount)
        }
        let table = TrainingTable(index.map { features.appending($0) } ?? features)
        var sums = [Double](repeating: 0, count: model.featureCount)
        var steps = sums
        for row in 0..<table.rowCount {
            for feature in steps.indices { steps[feature] = 0 }
            for tree in model.trees { tree.addSteps(row, of: table, to: &steps) }
            for feature in steps.indices { sums[feature] += abs(steps[feature]) }
        }
        if let index, let share = sums.popLast() {
            let total = index.weights.reduce(0) { $0 + abs($1) }
            if total > 0 {
                for feature in sums.indices {
                    sums[feature] += share * abs(index.weights[feature]) / total
                }
            }
        }
        let total = sums.reduce(0, +)
        return total > 0 ? sums.map { $0 / total } : sums
    }
}

extension FeatureMatrix {
    /// The columns and, behind them, the score of a linear model.
    func appending(_ model: LinearModel) -> FeatureMatrix {
        let rows = (0..<rowCount).flatMap { Array(row($0)) + [model.score(row($0))] }
        // As many values as rows times columns by construction.
        return
            (try? FeatureMatrix(rowCount: rowCount, columnCount: columnCount + 1, values: rows))
            ?? self
    }
}

extension RegressionTree {
    /// Adds to the step of each feature asked on a row's way down how far the answer moved the
    /// mean.
    func addSteps(_ row: Int, of table: TrainingTable, to steps: inout [Double]) {
        var place = 0
        while let feature = nodes[place].feature {
            let next = next(place, table.columns[feature][row])
            steps[feature] += Double(nodes[next].value) - Double(nodes[place].value)
            place = next
        }
    }
}
