import Analysis
public import Models
public import Reports

/// A prediction model that was learned, and how it fared.
public struct TrainedPrediction: Sendable {
    /// What it predicts, and from which features.
    public let recipe: PredictionRecipe
    /// The fitted model.
    public let model: PredictionModel
    /// Names of its features, in its order.
    public let features: [String]
    /// The probability from which on an alarm is raised; nil for remaining life.
    public let threshold: Double?
    /// Number of samples with a known target, test samples included.
    public let rows: Int
    /// How a first fit fared on held-out samples.
    public let test: BackTest
    /// The signs before failures that the horizon was taken from; nil where it was not.
    public let leadTime: LeadTime?

    /// First and last time of its samples, as text.
    let period: (from: String, to: String)

    /// The model as an `.onnx` file; of equal keys in the metadata, its own take precedence.
    public func onnx(also further: [String: String] = [:]) -> [UInt8] {
        var metadata = [
            "task": recipe.task.rawValue, PredictionRecipe.metadataKey: recipe.json,
            BackTest.metadataKey: test.json,
            "missing": "nan", "training_rows": String(rows), "unit": unit,
            "training_from": period.from, "training_to": period.to,
        ]
        if let threshold { metadata["threshold"] = String(threshold) }
        if let leadTime { metadata[LeadTime.metadataKey] = leadTime.json }
        return model.onnx(
            named: recipe.task == .failure ? "failure" : "remaining_life", features: features,
            metadata: metadata.merging(further) { own, _ in own })
    }

    /// The unit of the prediction.
    private var unit: String {
        switch (recipe.task, recipe.isCalendar) {
        case (.failure, _): "probability"
        case (.life, true): "s"
        case (.life, false): "cycles"
        }
    }
}
