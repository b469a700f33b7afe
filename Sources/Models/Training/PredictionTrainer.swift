public import Analysis
public import Values

/// Fits a prediction model and evaluates it on held-out rows.
///
/// First trees (a single member) and a small network are fitted on the training rows alone: the
/// validation rows say after how many rounds each no longer gets better, how probabilities are to
/// be calibrated, and which of the two is kept; the test rows are then predicted once. The
/// model that is kept is fitted anew on all rows.
public struct PredictionTrainer: Sendable {
    /// What a row is used for in the first fit.
    public enum Use: Sendable, Hashable {
        case training, validation, test
    }

    /// What came out.
    public struct Outcome: Sendable {
        /// The model, fitted on all rows.
        public let model: PredictionModel

        /// The test rows.
        public let testRows: [Int]

        /// What the first fit predicted for them.
        public let testPredictions: [Double]

        /// The probability from which on an alarm is best raised: the highest F1 on the validation
        /// rows; nil for a length of time.
        public let threshold: Double?

        /// The first fit, which has not seen the test rows.
        public let firstFit: PredictionModel

        /// The kind of model that was tried and not kept, judged on the same rows; nil where there
        /// were too few rows for a network.
        public let second: Second?

        /// The plain baseline, fitted and judged on the same rows.
        public let baseline: PredictionBaseline
    }

    /// The kind of model that was not kept.
    public struct Second: Sendable, Hashable {
        /// Its kind.
        public let kind: PredictionModel.Kind

        /// One prediction for each test row.
        public let predictions: [Double]

        /// The probability from which on an alarm is best raised, as for the model that is kept.
        public let threshold: Double?
    }

    /// The settings of the trees.
    public var trees: BoostedTrees

    /// Whether a linear sum of the features is one feature more.
    public var usesIndex: Bool

    /// Rounds without a gain after which the first fit stops.
    public var patience = 40

    /// The kinds that are tried; without one kind the other is kept.
    public var kinds = Set(PredictionModel.Kind.allCases)

    /// The network is kept where its loss on the validation rows is below this share of that of
    /// the trees: these say what moves them, and gain once more when their members are averaged,
    /// which the first fit does not.
    public var networkShare = 0.85

    /// Whether something happens.
    public static var failure: PredictionTrainer {
        var trees = BoostedTrees(.logistic)
        trees.members = 2
        return PredictionTrainer(trees: trees, usesIndex: false)
    }

    /// How long something lasts.
    public static var life: PredictionTrainer {
        var trees = BoostedTrees(.squared)
        trees.leaves = 12
        trees.minimumWeight = 50
        trees.members = 8
        trees.columnShare = 0.2
        // The rows of a device are much alike: few of them teach a tree as much as all.
        trees.rowShare = 0.3
        return PredictionTrainer(trees: trees, usesIndex: true)
    }

    /// Fits; `unit` is by what lengths of time are divided.
    ///
    /// - Parameter progress: is called with the share done from time to time; throws to cancel.
    /// - Throws: `ModelError`, also where one of the parts has too few rows.
    public func fit(
        _ features: FeatureMatrix, targets: [Double], uses: [Use], unit: Double = 1,
        progress: @Sendable (Double) throws(ModelError) -> Void = { _ in }
    ) throws(ModelError) -> Outcome {
        let rows = Dictionary(grouping: uses.indices) { uses[$0] }
        let parts = TrainingParts(
            features: features, targets: targets.map { $0 / unit }, unit: unit,
            training: rows[.training] ?? [], validation: rows[.validation] ?? [],
            test: rows[.test] ?? [])
        var found = try candidates(parts) { share throws(ModelError) in try progress(0.3 * share) }
        guard let kept = found.min(by: { weightedLoss($0) < weightedLoss($1) }) else {
            throw .tooFewRows(found: 0, needed: 1)
        }
        found.removeAll { $0.core.kind == kept.core.kind }
        let baseline = try PredictionBaseline(
            parts, linear: kept.index, isProbability: isProbability)
        let model = PredictionModel(
            core: try refit(kept, parts) { share throws(ModelError) in
                try progress(0.3 + 0.7 * share)
            }, output: kept.output)
        return Outcome(
            model: model, testRows: parts.test,
            testPredictions: kept.model.predictions(features.selectingRows(parts.test)),
            threshold: threshold(kept, parts), firstFit: kept.model,
            second: found.first.map { other in
                Second(
                    kind: other.core.kind,
                    predictions: other.model.predictions(features.selectingRows(parts.test)),
                    threshold: threshold(other, parts))
            }, baseline: baseline)
    }

    var isProbability: Bool { trees.loss == .logistic }

    private func weightedLoss(_ candidate: PredictionCandidate) -> Double {
        candidate.core.kind == .network ? candidate.loss / networkShare : candidate.loss
    }

    private func threshold(_ candidate: PredictionCandidate, _ parts: TrainingParts) -> Double? {
        guard isProbability else { return nil }
        return PrecisionRecallCurve(
            scores: candidate.model.predictions(parts.features.selectingRows(parts.validation)),
            targets: parts.validation.map { parts.targets[$0] > 0.5 }
        ).bestThreshold
    }
}
