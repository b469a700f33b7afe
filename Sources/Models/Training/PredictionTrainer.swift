public import Analysis
public import Values

/// Fits a prediction model and evaluates it on held-out rows.
///
/// First trees (a single member) and a small network are fitted on the training rows alone: the
/// validation rows show after how many rounds each no longer gets better, how probabilities are to
/// be calibrated, and which of the two is kept; the test rows are then predicted once. The model
/// that is kept is fitted anew on all rows.
public struct PredictionTrainer: Sendable {
    /// What a row is used for in the first fit.
    public enum Use: Sendable, Hashable {
        case training, validation, test
    }

    /// The fitted model, and how well its first fit predicted.
    public struct Outcome: Sendable {
        /// The model, fitted on all rows.
        public let model: PredictionModel

        /// Indices of the test rows, rising.
        public let testRows: [Int]

        /// What the first fit predicted for them, in their order.
        public let testPredictions: [Double]

        /// The probability from which on an alarm is best raised: the highest F1 on the validation
        /// rows; nil for a length of time.
        public let threshold: Double?

        /// The first fit, which has not seen the test rows; for judging, not for use.
        public let firstFit: PredictionModel

        /// The kind of model that was tried and not kept, judged on the same rows; nil where only
        /// one was tried or there were too few rows for a network.
        public let second: Second?

        /// The plain baseline, fitted and judged on the same rows.
        public let baseline: PredictionBaseline
    }

    /// The kind of model that was tried and not kept.
    public struct Second: Sendable, Hashable {
        /// Trees or network.
        public let kind: PredictionModel.Kind

        /// One prediction per test row, in their order.
        public let predictions: [Double]

        /// The probability from which on an alarm is best raised, as `Outcome.threshold`.
        public let threshold: Double?
    }

    /// The settings of the trees; their loss decides what is predicted.
    public var trees: BoostedTrees

    /// Whether trees get a linear sum of the features as one feature more.
    public var usesIndex: Bool

    /// Trees without a gain after which their first fit stops.
    public var patience = 40

    /// The kinds that are tried; of a single one there is nothing to choose.
    public var kinds = Set(PredictionModel.Kind.allCases)

    /// The network is kept where its loss on the validation rows is below this share of that of the
    /// trees: these say what moves them, and gain once more when their members are averaged, which
    /// the first fit does not do.
    public var networkShare = 0.85

    /// Settings for whether something happens: targets are 0 and 1.
    public static var failure: PredictionTrainer {
        var trees = BoostedTrees(.logistic)
        trees.members = 2
        return PredictionTrainer(trees: trees, usesIndex: false)
    }

    /// Settings for how long something lasts: targets are lengths of time.
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

    /// Fits on rows of features; `uses` has one entry per row, and lengths of time are divided by
    /// `unit`.
    ///
    /// - Parameter progress: Called now and then with the share of the work done, 0…1, which only
    ///   rises; throws to cancel.
    /// - Throws: `ModelError`, also where one of the parts has too few rows; what `progress`
    ///   throws.
    public func fit(
        _ features: FeatureMatrix, targets: [Double], uses: [Use], unit: Double = 1,
        progress: @escaping @Sendable (Double) throws(ModelError) -> Void = { _ in }
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
