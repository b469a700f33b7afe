import Analysis
import Synchronization
import Values

extension PredictionTrainer {
    /// With fewer training rows there is no network: it would learn chance.
    static let minimumNetworkRows = 400

    /// Units of the network's layers between features and score.
    static let hidden = [32, 16]

    /// The first fits of all kinds that are tried, both at the same time.
    func candidates(
        _ parts: TrainingParts, progress: @escaping @Sendable (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> [PredictionCandidate] {
        guard !parts.validation.isEmpty else { throw .tooFewRows(found: 0, needed: 1) }
        let shared = SharedProgress()
        do {
            let (trees, network): (PredictionCandidate?, PredictionCandidate?)
            (trees, network) = try Concurrent.both(
                {
                    guard kinds.contains(.trees) else { return nil }
                    return try firstTrees(parts) { share throws(ModelError) in
                        try progress(shared.furthest(share))
                    }
                },
                {
                    guard kinds.contains(.network) else { return nil }
                    return try firstNetwork(parts) { share throws(ModelError) in
                        try progress(shared.furthest(share))
                    }
                })
            return [trees, network].compactMap(\.self)
        } catch let error as ModelError {
            throw error
        } catch {
            throw .cancelled
        }
    }

    /// Fits the kind that is kept on all rows, for as many rounds as its first fit found best.
    func refit(
        _ kept: PredictionCandidate, _ parts: TrainingParts,
        progress: @Sendable (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> PredictionModel.Core {
        switch kept.core {
        case .trees:
            let index = try index(parts.features, parts.targets)
            var settings = trees
            settings.rounds = max(10, kept.rounds)
            let model = try settings.fit(
                index.map { parts.features.appending($0) } ?? parts.features,
                targets: parts.targets, progress: progress)
            return .trees(model, index: index)
        case .network:
            let all = Array(parts.targets.indices)
            return .network(try network(parts, all, passes: kept.rounds, progress).model)
        }
    }

    private func index(
        _ features: FeatureMatrix, _ targets: [Double]
    ) throws(ModelError) -> LinearModel? {
        usesIndex ? try LinearModel.ridge(features, targets: targets) : nil
    }

    /// One member of trees, stopped where the validation rows are predicted best.
    private func firstTrees(
        _ parts: TrainingParts, _ progress: @Sendable (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> PredictionCandidate {
        let known = parts.features.selectingRows(parts.training)
        let targets = parts.targets(parts.training)
        try trees.check(known, targets)
        let index = try index(known, targets)
        let validationFeatures = parts.features.selectingRows(parts.validation)
        let validationTable = TrainingTable(
            index.map { validationFeatures.appending($0) } ?? validationFeatures)
        let validationTargets = parts.targets(parts.validation)
        var scores = [Double](repeating: trees.base(targets), count: parts.validation.count)
        var best = (loss: loss(scores, validationTargets), rounds: 1)
        let table = TrainingTable(index.map { known.appending($0) } ?? known)
        let found = try trees.trees(0, FeatureBins(table), targets, rounds: trees.rounds) {
            round, tree, _ throws(ModelError) in
            for row in scores.indices {
                scores[row] += Double(tree.value(row, of: validationTable))
            }
            let now = loss(scores, validationTargets)
            if now < best.loss { best = (now, round + 1) }
            try progress(Double(round) / Double(trees.rounds))
            return round + 1 - best.rounds < patience
        }
        let model = BoostedTreesModel(
            loss: trees.loss, base: trees.base(targets), trees: Array(found.prefix(best.rounds)),
            featureCount: table.columns.count)
        return PredictionCandidate(
            .trees(model, index: index), parts, isProbability: isProbability, rounds: best.rounds)
    }

    private func loss(_ scores: [Double], _ targets: [Double]) -> Double {
        var sum = 0.0
        for (score, target) in zip(scores, targets) {
            switch trees.loss {
            case .squared: sum += (score - target) * (score - target)
            case .logistic: sum += LogLoss.of(score: score, target: target)
            }
        }
        return sum / Double(max(scores.count, 1))
    }

    /// A network, stopped where the validation rows are predicted best; nil for too few rows.
    private func firstNetwork(
        _ parts: TrainingParts, _ progress: @Sendable (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> PredictionCandidate? {
        guard parts.training.count >= Self.minimumNetworkRows else { return nil }
        let found = try network(parts, parts.training, passes: nil, progress)
        return PredictionCandidate(
            .network(found.model), parts, isProbability: isProbability, rounds: found.passes)
    }

    private func network(
        _ parts: TrainingParts, _ rows: [Int], passes: Int?,
        _ progress: @Sendable (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> (model: NetworkModel, passes: Int) {
        var trainer = DenseTrainer(hidden: Self.hidden)
        trainer.loss = isProbability ? .logistic : .squared
        trainer.epochs = 30
        trainer.patience = 6
        trainer.rate = 0.002
        trainer.decay = 0.05
        trainer.seed = trees.seed
        let spread = ColumnSpread(parts.features.selectingRows(rows))
        // Only rows that are looked at are scaled: there may be many.
        let fit = DenseTrainer.thinned(rows, trainer.rowLimit)
        let validation =
            passes == nil ? DenseTrainer.thinned(parts.validation, trainer.rowLimit / 2) : []
        let chosen = parts.features.selectingRows(fit + validation)
        let dense = DenseRows(
            inputs: NetworkModel.inputs(chosen, spread),
            targets: try targets(parts.targets(fit + validation)))
        let found = try trainer.fit(
            dense, on: Array(fit.indices),
            validatedOn: Array(fit.count..<fit.count + validation.count), passes: passes,
            progress: progress)
        return (NetworkModel(spread: spread, network: found.network), found.passes)
    }

    private func targets(_ values: [Double]) throws(ModelError) -> FeatureMatrix {
        do {
            return try FeatureMatrix(rowCount: values.count, columnCount: 1, values: values)
        } catch {
            throw .notFittable(error)
        }
    }
}

/// The share of the furthest of several fits, so that what is reported only rises.
private final class SharedProgress: Sendable {
    private let known = Mutex(0.0)

    func furthest(_ share: Double) -> Double {
        known.withLock { known in
            known = max(known, share)
            return known
        }
    }
}
