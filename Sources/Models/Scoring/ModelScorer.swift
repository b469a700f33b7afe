import Analysis

/// Runs a model on rows of features, batch by batch, and reads its answers.
struct ModelScorer {
    let card: ModelCard
    let model: ModelFile
    let client: InferenceClient
    let options: ScoringOptions

    /// Scores rows whose columns are the model's features in its order.
    ///
    /// - Throws: `ModelError`.
    func scores(of features: FeatureMatrix) throws(ModelError) -> ModelScores {
        let form = try ModelInputForm(card.inputs)
        guard let purpose = ModelPurpose(card) else {
            throw .unsupported(.outputs(card.outputs.map(\.name)))
        }
        let expected = form.featureCount ?? features.columnCount
        guard features.columnCount == expected, expected > 0 else {
            throw .featureCount(expected: expected, found: features.columnCount)
        }
        let metadata = ModelMetadata(card.metadata)
        let feeds = ScoringFeeds(
            form: form, features: features, options: options, window: metadata.window,
            acceptsMissing: metadata.acceptsMissing)
        guard feeds.window * features.columnCount <= ModelInputForm.maximumElements else {
            throw .unsupported(.inputTooLarge(name: card.inputs.first?.name ?? ""))
        }
        let tables = try run(feeds, purpose.outputs)
        return try ScoreReading(
            purpose: purpose, metadata: metadata, options: options, feeds: feeds, tables: tables
        ).scores()
    }

    private func run(
        _ feeds: ScoringFeeds, _ outputs: [String]
    ) throws(ModelError) -> [String: OutputTable] {
        var tables: [String: OutputTable] = [:]
        let size = feeds.batchSize
        for start in stride(from: 0, to: feeds.rows.count, by: size) {
            let batch = feeds.rows[start..<min(start + size, feeds.rows.count)]
            let filled = feeds.form.batch ?? batch.count
            let values = try client.run(model, feeds: feeds.feeds(for: batch), outputs: outputs)
            for value in values {
                try tables[value.name, default: OutputTable()].append(
                    value, rows: batch.count, ofBatch: filled)
            }
        }
        return tables
    }
}
