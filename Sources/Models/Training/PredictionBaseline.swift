import Analysis
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a plain weighted sum of the features predicts for the test rows: logistic regression for
/// whether something happens, ridge regression for how long it lasts. Models that do not beat it
/// are not worth their trouble.
public struct PredictionBaseline: Sendable, Hashable {
    /// One prediction per test row, in their order: a probability, or a length of time.
    public let predictions: [Double]

    /// The probability from which on an alarm is best raised, chosen as for the model that is kept;
    /// nil for a length of time.
    public let threshold: Double?

    /// - Parameter linear: The linear sum that the trees were fed with, if they were; else one is
    ///   fitted.
    init(
        _ parts: TrainingParts, linear: LinearModel?, isProbability: Bool
    ) throws(ModelError) {
        let model: LinearModel
        if let linear {
            model = linear
        } else {
            let (known, wanted) = (
                parts.features.selectingRows(parts.training), parts.targets(parts.training)
            )
            model =
                try isProbability
                ? LinearModel.logistic(known, targets: wanted)
                : LinearModel.ridge(known, targets: wanted)
        }
        let predict = { (row: Int) -> Double in
            let score = model.score(parts.features.row(row))
            return isProbability ? 1 / (1 + exp(-score)) : max(0, score * parts.unit)
        }
        predictions = parts.test.map(predict)
        threshold =
            isProbability
            ? PrecisionRecallCurve(
                scores: parts.validation.map(predict),
                targets: parts.targets(parts.validation).map { $0 > 0.5 }
            ).bestThreshold : nil
    }
}
