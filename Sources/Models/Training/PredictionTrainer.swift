public import Analysis

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Fits a prediction model and judges it on rows that it did not see.
///
/// First a single member is fitted on the rows for fitting alone: the rows for stopping say after
/// how many trees it no longer gets better, and how probabilities are to be calibrated; the rows for
/// testing are then predicted once. The model that is kept is fitted anew on all rows.
public struct PredictionTrainer: Sendable {
    /// What a row is used for in the first fit.
    public enum Use: Sendable, Hashable {
        case fit, stop, test
    }

    /// What came out.
    public struct Outcome: Sendable {
        /// The model, fitted on all rows.
        public let model: PredictionModel

        /// The rows for testing.
        public let testRows: [Int]

        /// What the first fit predicted for them.
        public let testPredictions: [Double]

        /// The probability from which on an alarm is best raised: the highest F1 on the rows for
        /// stopping; nil for a length of time.
        public let threshold: Double?

        /// Trees of each member.
        public let rounds: Int

        /// The first fit, which has not seen the rows for testing.
        public let judged: PredictionModel

        /// The plain baseline, fitted and judged on the same rows.
        public let baseline: PredictionBaseline
    }

    /// The settings of the trees.
    public var trees: BoostedTrees

    /// Whether a linear sum of the features is one feature more.
    public var usesIndex: Bool

    /// Rounds without a gain after which the first fit stops.
    public var patience = 40

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
        // The lines of a device are much alike: few of them tell a tree as much as all.
        trees.rowShare = 0.3
        return PredictionTrainer(trees: trees, usesIndex: true)
    }

    /// Fits; `unit` is by what lengths of time are divided.
    ///
    /// - Parameter watch: is told the share that is done from time to time; throws to stop.
    /// - Throws: `ModelError`, also where one of the parts has too few rows.
    public func fit(
        _ features: FeatureMatrix, targets: [Double], uses: [Use], unit: Double = 1,
        watch: @Sendable (Double) throws(ModelError) -> Void = { _ in }
    ) throws(ModelError) -> Outcome {
        let rows = Dictionary(grouping: uses.indices) { uses[$0] }
        let scaled = targets.map { $0 / unit }
        let first = try firstFit(features, scaled, rows, watch)
        let test = rows[.test] ?? []
        let stop = rows[.stop] ?? []
        let isProbability = trees.loss == .logistic
        let calibration =
            isProbability
            ? ProbabilityCalibration(
                scores: first.model.scores(features.selectingRows(stop), first.index),
                targets: stop.map { targets[$0] }) : ProbabilityCalibration()
        let output: PredictionModel.Output =
            isProbability ? .probability(calibration) : .life(unit: unit)
        let judged = PredictionModel(index: first.index, trees: first.model, output: output)
        let baseline = try PredictionBaseline(
            features, scaled, rows, linear: first.index, isProbability: isProbability, unit: unit)
        let whole = try index(features, scaled)
        var settings = trees
        settings.rounds = first.rounds
        let model = try settings.fit(
            whole.map { features.appending($0) } ?? features, targets: scaled
        ) { share throws(ModelError) in try watch(0.3 + 0.7 * share) }
        return Outcome(
            model: PredictionModel(index: whole, trees: model, output: output), testRows: test,
            testPredictions: judged.predictions(features.selectingRows(test)),
            threshold: isProbability
                ? Ranking(
                    scores: judged.predictions(features.selectingRows(stop)),
                    targets: stop.map { targets[$0] > 0.5 }
                ).bestThreshold : nil,
            rounds: first.rounds, judged: judged, baseline: baseline)
    }

    private func index(
        _ features: FeatureMatrix, _ targets: [Double]
    ) throws(ModelError) -> LinearModel? {
        usesIndex ? try LinearModel.ridge(features, targets: targets) : nil
    }

    private struct FirstFit {
        let index: LinearModel?
        let model: BoostedTreesModel
        let rounds: Int
    }

    /// One member, stopped where the rows for stopping are predicted best.
    private func firstFit(
        _ features: FeatureMatrix, _ targets: [Double], _ rows: [Use: [Int]],
        _ watch: @Sendable (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> FirstFit {
        let (fit, stop) = (rows[.fit] ?? [], rows[.stop] ?? [])
        let known = features.selectingRows(fit)
        let knownTargets = fit.map { targets[$0] }
        try trees.check(known, knownTargets)
        guard !stop.isEmpty else { throw .tooFewRows(found: 0, needed: 1) }
        let index = try index(known, knownTargets)
        let held = features.selectingRows(stop)
        let heldTable = TrainingTable(index.map { held.appending($0) } ?? held)
        let heldTargets = stop.map { targets[$0] }
        var scores = [Double](repeating: trees.base(knownTargets), count: stop.count)
        var best = (loss: loss(scores, heldTargets), rounds: 1)
        let table = TrainingTable(index.map { known.appending($0) } ?? known)
        let found = try trees.trees(0, FeatureBins(table), knownTargets, rounds: trees.rounds) {
            round, tree, _ throws(ModelError) in
            for row in scores.indices { scores[row] += Double(tree.value(row, of: heldTable)) }
            let now = loss(scores, heldTargets)
            if now < best.loss { best = (now, round + 1) }
            try watch(0.3 * Double(round) / Double(trees.rounds))
            return round + 1 - best.rounds < patience
        }
        let model = BoostedTreesModel(
            loss: trees.loss, base: trees.base(knownTargets),
            trees: Array(found.prefix(best.rounds)), featureCount: table.columns.count)
        return FirstFit(index: index, model: model, rounds: max(10, best.rounds))
    }

    private func loss(_ scores: [Double], _ targets: [Double]) -> Double {
        var sum = 0.0
        for (score, target) in zip(scores, targets) {
            switch trees.loss {
            case .squared: sum += (score - target) * (score - target)
            case .logistic: sum += log(1 + exp(-abs(score))) + max(score, 0) - target * score
            }
        }
        return sum / Double(max(scores.count, 1))
    }
}

extension BoostedTreesModel {
    fileprivate func scores(_ features: FeatureMatrix, _ index: LinearModel?) -> [Double] {
        scores(index.map { features.appending($0) } ?? features)
    }
}
