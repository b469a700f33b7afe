public import Analysis
public import Values

/// A fitted model as it was put into the folder.
public struct TrainedModel: Sendable, Hashable {
    /// The entry of its file.
    public let entry: ModelEntry

    /// The largest relative difference between the scores of the file, when run, and those of the
    /// fitted model; nil where there is no runtime.
    public let difference: Double?
}

extension ModelManager {
    /// A file whose scores, when run, differ more than this from the fitted model's is refused.
    static let largestDifference = 1e-3

    /// Runs a written model on up to 1,000 of the rows it was fitted on, compares the scores, and
    /// puts it into the folder. Without a runtime it is not compared.
    ///
    /// - Throws: `ModelError`; see `store` and `disagreement`.
    public func keep(
        _ model: any ReconstructionModel, written bytes: [UInt8],
        fittedOn features: FeatureMatrix, named name: String
    ) throws(ModelError) -> TrainedModel {
        let file = ModelFile(bytes: bytes)
        let difference = try difference(between: file, and: model, on: features)
        if let difference, !(difference <= ModelManager.largestDifference) {
            throw .disagreement(difference)
        }
        let entry = try store(file.bytes, named: name)
        return TrainedModel(entry: entry, difference: difference)
    }

    /// Relative to the fitted score or, for smaller ones, to the threshold; nil without a runtime.
    private func difference(
        between file: ModelFile, and model: any ReconstructionModel, on features: FeatureMatrix
    ) throws(ModelError) -> Double? {
        guard case .available = runtime else { return nil }
        let whole = (0..<features.rowCount).lazy.filter {
            features.row($0).allSatisfy(\.isFinite)
        }
        let rows = Array(whole.prefix(1000))
        let values = rows.flatMap { features.row($0).map(Float.init) }
        let dims = [values.count / features.columnCount, features.columnCount]
        guard let tensor = OnnxTensor(dims: dims, data: .float32(values)) else { return nil }
        let outputs = try client.run(
            file, feeds: [OnnxFeed(name: "x", tensor: tensor)], outputs: ["score"])
        guard let found = outputs.first?.value.tensor?.data.numbers, found.count == dims[0] else {
            throw .resultCount(output: "score", expected: dims[0], found: 0)
        }
        let expected = rows.map { model.score(features.row($0)) }
        return zip(found, expected).map { abs($0 - $1) / max($1, model.threshold) }.reduce(0, max)
    }
}
