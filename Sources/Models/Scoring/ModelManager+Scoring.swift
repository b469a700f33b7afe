public import Analysis
public import Values

extension ModelManager {
    /// Loads a model and returns what the runtime says of it.
    ///
    /// - Throws: `ModelError` of every kind that reading and loading have.
    public func describe(_ name: String) throws(ModelError) -> SessionDescription {
        try client.load(try open(name).model)
    }

    /// Scores rows of features with a model.
    ///
    /// - Parameters:
    ///   - features: One row per observation; NaN where a value is missing.
    ///   - columns: Indices of the columns of `features` to give, in the model's order, as
    ///     `ModelFit` finds them; nil when they are the model's already.
    /// - Throws: `ModelError`; `fault` when the runtime refuses, hangs or dies.
    /// - Complexity: that of the model; rows go to it in batches of some thousands, each of which
    ///   has the deadline of the client.
    public func score(
        _ name: String, features: FeatureMatrix, columns: [Int]? = nil,
        options: ScoringOptions = ScoringOptions()
    ) throws(ModelError) -> ModelScores {
        let (model, card) = try open(name)
        if let bad = columns?.first(where: { !(0..<features.columnCount).contains($0) }) {
            throw .featureCount(expected: max(bad, 0) &+ 1, found: features.columnCount)
        }
        return try ModelScorer(card: card, model: model, client: client, options: options)
            .scores(of: columns.map(features.selectingColumns) ?? features)
    }

    /// Scores rows of named columns with a model whose features are all among them.
    ///
    /// - Throws: `ModelError`; `missingColumns` naming those that are not there.
    public func score(
        _ name: String, features: FeatureMatrix, columnNames: [String],
        options: ScoringOptions = ScoringOptions()
    ) throws(ModelError) -> ModelScores {
        let card = try open(name).card
        switch ModelFit(card, columns: columnNames) {
        case .fits(let columns):
            return try score(name, features: features, columns: columns, options: options)
        case .needsMapping(let count):
            throw .featureCount(expected: count ?? 0, found: columnNames.count)
        case .missingColumns(let names): throw .missingColumns(names)
        case .unsupported(let form): throw .unsupported(form)
        }
    }
}

extension InferenceClient {
    /// Scores rows whose columns are a model's features in its order.
    ///
    /// - Throws: `ModelError`, also where the model is refused.
    public func score(
        _ model: ModelFile, features: FeatureMatrix, options: ScoringOptions = ScoringOptions()
    ) throws(ModelError) -> ModelScores {
        let card = try ModelScan.readableCard(of: model)
        return try ModelScorer(card: card, model: model, client: self, options: options)
            .scores(of: features)
    }
}

extension ModelScan {
    /// The card of a model's file, with a refusal thrown as `ModelError`.
    ///
    /// - Throws: `ModelError.refused`.
    public static func readableCard(of model: ModelFile) throws(ModelError) -> ModelCard {
        do throws(ModelRefusal) {
            return try card(of: model)
        } catch {
            throw .refused(error)
        }
    }
}

extension ModelFit {
    /// The indices of the columns, in the model's order.
    ///
    /// - Throws: `ModelError` saying why no columns fit.
    public func matched() throws(ModelError) -> [Int] {
        switch self {
        case .fits(let columns): return columns
        case .needsMapping(let count): throw .featureCount(expected: count ?? 0, found: 0)
        case .missingColumns(let names): throw .missingColumns(names)
        case .unsupported(let form): throw .unsupported(form)
        }
    }
}
