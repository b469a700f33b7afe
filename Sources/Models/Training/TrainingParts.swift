import Analysis

/// Rows of features with their targets, and what each row is used for in a first fit.
struct TrainingParts: Sendable {
    let features: FeatureMatrix
    /// What to predict: 1 or 0, or lengths of time over `unit`.
    let targets: [Double]
    /// What lengths of time were divided by.
    let unit: Double
    let training: [Int]
    let validation: [Int]
    let test: [Int]

    func targets(_ rows: [Int]) -> [Double] { rows.map { targets[$0] } }
}

/// A first fit of one kind.
struct PredictionCandidate: Sendable {
    let core: PredictionModel.Core
    let output: PredictionModel.Output
    /// On the validation rows: the mean squared error, or the mean log loss after calibration.
    let loss: Double
    /// Trees of a member, or passes over the rows, after which it no longer got better.
    let rounds: Int

    var model: PredictionModel { PredictionModel(core: core, output: output) }

    /// The linear sum that its trees are fed with; nil for others.
    var index: LinearModel? {
        if case .trees(_, let index) = core { index } else { nil }
    }

    /// Calibrates and judges a core by the validation rows.
    init(
        _ core: PredictionModel.Core, _ parts: TrainingParts, isProbability: Bool, rounds: Int
    ) {
        let scores = core.scores(parts.features.selectingRows(parts.validation))
        let targets = parts.targets(parts.validation)
        var sum = 0.0
        if isProbability {
            let line = ProbabilityCalibration(scores: scores, targets: targets)
            output = .probability(line)
            for (score, target) in zip(scores, targets) {
                sum += LogLoss.of(score: line.slope * score + line.offset, target: target)
            }
        } else {
            output = .life(unit: parts.unit)
            for (score, target) in zip(scores, targets) {
                sum += (score - target) * (score - target)
            }
        }
        (self.core, self.rounds) = (core, rounds)
        loss = sum / Double(max(scores.count, 1))
    }
}
