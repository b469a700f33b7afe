public import Analysis
public import Values

/// Learns normal operation: two autoencoders with as many numbers in their middle, principal
/// components and a small network, of which the one is kept that gives back rows it has not seen
/// with the smaller error.
///
/// The same rows, seed and settings give the same model bit for bit.
public struct AutoencoderTraining: Sendable, Hashable {
    /// The settings of the principal components.
    public var linear = PCAAutoencoder()

    /// Start of the pseudo-random sequence.
    public var seed: UInt64 = 1

    /// Below as many rows there is no network: it would learn chance.
    static let minimumRows = 400

    /// What was learned, and how it was chosen.
    public struct Outcome: Sendable {
        /// The model that is kept.
        public let model: any ReconstructionModel

        /// The rows that were given, without those that have a missing value.
        public let rows: Int

        /// Of these, how many were left out as outliers.
        public let leftOut: Int

        /// The groups that were left out as a whole.
        public let groupsLeftOut: [Int]

        /// Held-out rows, by which the model was selected.
        public let heldOutRows: Int

        /// The mean score of these from principal components: the share of the variance that they
        /// do not explain.
        public let linearError: Double

        /// The same from the network; nil where there were too few rows for one.
        public let networkError: Double?

        /// The number of columns, and of units of each layer.
        public let widths: [Int]
    }

    /// The usual settings.
    public init() {}

    /// Fits on the rows without missing values, in order of time within a group.
    ///
    /// - Parameters:
    ///   - groups: the group of each row, such as its device; none when empty.
    ///   - progress: is called with the share done from time to time; throws to cancel.
    /// - Throws: `ModelError`, as `PCAAutoencoder.fit`; what `progress` throws.
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

/// Rows in order, cut into blocks: three of five are training rows, one is for validation, one is
/// held out. Neighbours in time are much alike, so a split of single rows would leak.
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
