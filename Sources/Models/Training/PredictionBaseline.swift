import Analysis

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a plain weighted sum of the features predicts for the rows for testing: logistic regression
/// for whether something happens, ridge regression for how long it lasts. Trees that do not beat it
/// are not worth their trouble.
public struct PredictionBaseline: Sendable, Hashable {
    /// One prediction for each row for testing.
    public let predictions: [Double]

    /// The probability from which on an alarm is best raised, chosen as for the trees.
    public let threshold: Double?

    init(
        _ features: FeatureMatrix, _ targets: [Double], _ rows: [PredictionTrainer.Use: [Int]],
        linear: LinearModel?, isProbability: Bool, unit: Double
    ) throws(ModelError) {
        let known = rows[.fit] ?? []
        let model: LinearModel
        if let linear {
            model = linear
        } else {
            let (fitted, wanted) = (features.selectingRows(known), known.map { targets[$0] })
            model =
                try isProbability
                ? LinearModel.logistic(fitted, targets: wanted)
                : LinearModel.ridge(fitted, targets: wanted)
        }
        let predict = { (row: Int) -> Double in
            let score = model.score(features.row(row))
            return isProbability ? 1 / (1 + exp(-score)) : max(0, score * unit)
        }
        let stop = rows[.stop] ?? []
        predictions = (rows[.test] ?? []).map(predict)
        threshold =
            isProbability
            ? Ranking(scores: stop.map(predict), targets: stop.map { targets[$0] > 0.5 })
                .bestThreshold : nil
    }
}
