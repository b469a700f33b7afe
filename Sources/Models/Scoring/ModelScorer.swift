import Analysis
import Values

/// Runs a model on rows of features, batch by batch, and reads its answers.
struct ModelScorer {
    let card: ModelCard
    let model: ModelFile
    let client: InferenceClient
    let options: ScoringOptions

    /// Scores rows whose columns are the model's features, in its order.
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
        // The window is whatever the model's file says.
        guard let numbers = OnnxTensor.elementCount([feeds.window, features.columnCount]),
            numbers <= ModelInputForm.maximumElements
        else {
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
        if let tables = try runRows(feeds, outputs) { return tables }
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

    /// As `run`, through shared memory; nil where the model's form does not allow it.
    private func runRows(
        _ feeds: ScoringFeeds, _ outputs: [String]
    ) throws(ModelError) -> [String: OutputTable]? {
        guard case .matrix(let port, _) = feeds.form, port.type == .float32, port.batch == nil
        else { return nil }
        let width = feeds.features.columnCount
        var tables: [String: OutputTable] = [:]
        for start in stride(from: 0, to: feeds.rows.count, by: Self.rowsAtOnce) {
            let rows = feeds.rows[start..<min(start + Self.rowsAtOnce, feeds.rows.count)]
            var values: [Float] = []
            values.reserveCapacity(rows.count * width)
            for row in rows {
                for value in feeds.features.row(row) { values.append(Float(value)) }
            }
            guard
                let found = try client.run(
                    model, rows: values, width: width, input: port.name, outputs: outputs)
            else { return nil }
            for (name, numbers) in zip(outputs, found) {
                let value = OnnxNamedValue(
                    name: name, value: .tensor(OnnxTensor(.float32(numbers))))
                try tables[name, default: OutputTable()].append(
                    value, rows: rows.count, ofBatch: rows.count)
            }
        }
        return tables
    }

    /// Rows that are turned into 32-bit numbers and scored at once.
    private static let rowsAtOnce = 1 << 16
}
