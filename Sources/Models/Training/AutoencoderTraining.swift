public import Analysis
public import Values

/// Learns normal operation: fits two autoencoders with equally many numbers in their middle,
/// principal components and a small network, and keeps the one that gives back rows it has not seen
/// with the smaller error.
///
/// The same rows, seed and settings give the same model bit for bit.
public struct AutoencoderTraining: Sendable, Hashable {
    /// The settings of the principal components, and of the threshold of both.
    public var linear = PCAAutoencoder()

    /// Seed of the network's first weights and of the order of rows.
    public var seed: UInt64 = 1

    /// With fewer rows there is no network: it would learn chance.
    static let minimumRows = 400

    /// What was learned, and how the model was chosen.
    public struct Outcome: Sendable {
        /// The model to keep.
        public let model: any ReconstructionModel

        /// The rows given, without those that have a missing value.
        public let rows: Int

        /// How many of these were left out as outliers.
        public let leftOut: Int

        /// The groups that were left out as a whole, rising.
        public let groupsLeftOut: [Int]

        /// Held-out rows, by which the model was selected; 0 with too few rows for a network.
        public let heldOutRows: Int

        /// The mean score of these rows from principal components fitted on the others: the share
        /// of the variance that they do not explain. NaN without held-out rows.
        public let linearError: Double

        /// The same from the network; nil with too few rows for one.
        public let networkError: Double?

        /// The network's columns and the units of each of its layers; empty without one.
        public let widths: [Int]
    }

    /// Principal components for 90 % of the variance, and a threshold above 99 % of the rows.
    public init() {}

    /// Fits on the rows without missing values, which lie in order of time within a group.
    ///
    /// - Parameters:
    ///   - groups: The group of each row, such as its device; empty for none.
    ///   - progress: Called with the share of the work done, 0…1, after the search for outliers and
    ///     after each pass of the network; may throw to stop the training.
    /// - Throws: `ModelError`, as `PCAAutoencoder.fit`, and what `progress` throws.
    public func fit(
        _ features: FeatureMatrix, names: [String], groups: [Int] = [],
        progress: (Double) throws(ModelError) -> Void = { _ in }
    ) throws(ModelError) -> Outcome {
        let whole = (0..<features.rowCount).filter { features.row($0).allSatisfy(\.isFinite) }
        let rows = features.selectingRows(whole)
        let inliers = try inlierRows(rows, groups.isEmpty ? [] : whole.map { groups[$0] })
        let kept = rows.selectingRows(inliers.kept)
        try progress(0.1)
        let final = try linear.fit(kept, names: names)
        let parts = BlockSplit(kept.rowCount)
        guard kept.rowCount >= Self.minimumRows,
            let candidate = try? linear.fit(
                kept.selectingRows(parts.training + parts.validation), names: names)
        else {
            return Outcome(
                model: final, rows: rows.rowCount, leftOut: rows.rowCount - kept.rowCount,
                groupsLeftOut: inliers.groupsLeftOut, heldOutRows: 0, linearError: .nan,
                networkError: nil, widths: [])
        }
        var network = NetworkAutoencoderModel(
            scaling: candidate.scaling,
            network: try network(kept, candidate, parts) { share throws(ModelError) in
                try progress(0.1 + 0.9 * share)
            })
        network.threshold = linear.threshold(kept, network)
        let heldOut = kept.selectingRows(parts.heldOut)
        let errors = (candidate.meanScore(heldOut), network.meanScore(heldOut))
        return Outcome(
            model: errors.1 < errors.0 ? network : final, rows: rows.rowCount,
            leftOut: rows.rowCount - kept.rowCount, groupsLeftOut: inliers.groupsLeftOut,
            heldOutRows: heldOut.rowCount, linearError: errors.0, networkError: errors.1,
            widths: network.network.widths)
    }

    private func inlierRows(
        _ rows: FeatureMatrix, _ groups: [Int]
    ) throws(ModelError) -> InlierRows {
        do {
            return try InlierRows(rows, groups: groups, explainedShare: linear.explainedShare)
        } catch {
            throw .notFittable(error)
        }
    }

    /// A network with as many units in its middle as there are components.
    private func network(
        _ rows: FeatureMatrix, _ linear: PCAAutoencoderModel, _ parts: BlockSplit,
        _ progress: (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> DenseNetwork {
        let scaled = linear.scaling.scaled(rows)
        let code = linear.loadings.rowCount
        let side = max(code, min(64, 2 * rows.columnCount))
        var trainer = DenseTrainer(hidden: [side, code, side])
        trainer.plainLayers = [1]
        trainer.seed = seed
        return try trainer.fit(
            DenseRows(inputs: scaled, targets: scaled), on: parts.training,
            validatedOn: parts.validation,
            progress: progress
        ).network
    }
}

/// Rows in order, cut into blocks of neighbours: of five blocks three are for training, one is for
/// validation, one is held out. Neighbours in time are much alike, so a split of single rows would
/// leak.
struct BlockSplit: Sendable, Hashable {
    private(set) var training: [Int] = []
    private(set) var validation: [Int] = []
    private(set) var heldOut: [Int] = []

    init(_ count: Int) {
        let blocks = max(5, min(200, count / 20))
        for row in 0..<count {
            switch row * blocks / count % 5 {
            case 3: validation.append(row)
            case 4: heldOut.append(row)
            default: training.append(row)
            }
        }
    }
}

extension ReconstructionModel {
    fileprivate func meanScore(_ rows: FeatureMatrix) -> Double {
        (0..<rows.rowCount).reduce(0) { $0 + score(rows.row($1)) } / Double(max(rows.rowCount, 1))
    }
}
