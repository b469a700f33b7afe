import Analysis
public import Models
public import Reports

/// A prediction model that was learned, with how it fared.
public struct TrainedPrediction: Sendable {
    /// What it is asked, and from which features it answers.
    public let recipe: PredictionRecipe
    /// What was fitted.
    public let model: PredictionModel
    /// The features it takes, in its order.
    public let features: [String]
    /// The probability from which on an alarm is raised.
    public let threshold: Double?
    /// The number of samples it was fitted on.
    public let rows: Int
    /// How it fared on held-out samples.
    public let test: BackTest
    /// How long before failures the set shows signs of them, where the horizon was taken from that.
    public let leadTime: LeadTime?

    /// The first and last time of its samples, as they are to be shown.
    let period: (from: String, to: String)

    /// The model as an ordinary `.onnx` file, with further entries of its metadata.
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

    /// The unit of what is predicted.
    private var unit: String {
        switch (recipe.task, recipe.isCalendar) {
        case (.failure, _): "probability"
        case (.life, true): "s"
        case (.life, false): "cycles"
        }
    }
}
