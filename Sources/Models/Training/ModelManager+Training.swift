public import Analysis
public import Values

/// A model that was fitted, written and looked at again.
public struct TrainedModel: Sendable, Hashable {
    /// The file.
    public let entry: ModelEntry

    /// The largest relative difference between the scores of the file, run, and those of the
    /// fitted model; nil where there is no runtime.
    public let difference: Double?
}

extension ModelManager {
    /// Larger relative differences between a file, run, and what it was fitted to give are refused.
    static let largestDifference = 1e-3

    /// Puts a written model into the folder, after having run it on up to 1,000 of the rows it was
    /// fitted on and compared.
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

    /// Relative to the score or, for smaller ones, to the threshold.
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
