import Analysis
import Models
import Reports
import Values

/// What moves the predictions, and how good they would be without it.
extension PredictionEvaluation {
    /// The 12 features that move the predictions of the kept model most, over about 1,000 samples.
    func weights(_ features: FeatureMatrix, _ names: [String]) -> [BackTest.Weight] {
        let step = max(1, features.rowCount / 1_000)
        let chosen = features.selectingRows(
            Array(stride(from: 0, to: features.rowCount, by: step)))
        return zip(names, outcome.model.importance(chosen))
            .map { BackTest.Weight(name: $0, share: $1) }
            .sorted { ($1.share, $0.name) < ($0.share, $1.name) }
            .prefix(12).filter { $0.share > 0 }
    }

    /// Permutation importance of the first fit on its test samples: sources with a loss above 0,
    /// the largest first, at most 12.
    func importance(
        _ features: FeatureMatrix, _ sources: [BackTest.Source], seed: UInt64
    ) -> [BackTest.Importance] {
        let step = max(1, outcome.testRows.count / PermutationImportance.rowLimit)
        let chosen = stride(from: 0, to: outcome.testRows.count, by: step).map {
            outcome.testRows[$0]
        }
        let targets = chosen.map { samples.targets[rows[$0]] }
        let isFailure = recipe.task == .failure
        let permutation = PermutationImportance(
            model: outcome.firstFit, features: features.selectingRows(chosen)
        ) { found in
            isFailure
                ? PrecisionRecallCurve(scores: found, targets: targets.map { $0 > 0.5 })
                    .averagePrecision
                : -(Self.rmse(found, targets) ?? 0)
        }
        let columns = Dictionary(grouping: sources.indices) { sources[$0] }
        let groups = columns.sorted { $0.value[0] < $1.value[0] }
        let losses = permutation.losses(of: groups.map(\.value), seed: seed)
        return zip(groups, losses).map { BackTest.Importance($0.key, loss: $1) }
            .filter { $0.loss > 0 }
            .sorted { ($1.loss, $0.source.name) < ($0.loss, $1.source.name) }
            .prefix(12).map(\.self)
    }
}
