import Analysis
public import Models
public import Pipeline
public import Telemetry
import Values

/// The predictions or scores of a model for rows of devices.
public struct PredictionRun: Sendable {
    /// Index of each row's device in the catalog.
    public let devices: [Int]
    /// Time of each row, in the axis' unit.
    public let times: [Double]
    /// The prediction or score of each row; NaN where there is none.
    public let values: [Double]

    /// Scores the readings of all devices with a model whose features are their columns.
    ///
    /// - Throws: `ModelError`; what the source throws.
    public init(
        scoring model: ModelFile, client: InferenceClient, pipeline: AnalysisPipeline
    ) throws {
        let card = try ModelScan.readableCard(of: model)
        var devices: [Int] = []
        var times: [Double] = []
        var values: [Double] = []
        for (index, device) in pipeline.source.catalog.devices.enumerated() {
            let readings = try DeviceReadings(
                DeviceRef(index: index, name: device.name), pipeline, limit: .max)
            guard !readings.times.isEmpty else { continue }
            let columns = try ModelFit(card, columns: readings.names).matched()
            let scores = try client.score(
                model, features: readings.matrix.selectingColumns(columns))
            devices += readings.times.map { _ in index }
            times += readings.times
            values += scores.values.map { $0 ?? .nan }
        }
        (self.devices, self.times, self.values) = (devices, times, values)
    }

    /// Runs a prediction model, whose file says from which features it predicts.
    ///
    /// - Parameters:
    ///   - chosen: Indices of devices; nil = those of the files for testing, else all.
    ///   - lastOnly: Whether only the last row of each device is predicted.
    /// - Throws: `ModelError`, `missingColumns` where the set lacks what the model needs; what the
    ///   source throws.
    public init(
        _ model: ModelFile, client: InferenceClient, source: any TelemetrySource,
        devices chosen: [Int]? = nil, lastOnly: Bool = false
    ) throws {
        let taught = try TaughtModel(model)
        try taught.check(source)
        let all =
            chosen
            ?? PredictionTraining.devices(of: source, for: taught.recipe.task, purpose: "test")
        let samples = try PredictionSamples(
            taught.recipe, source: source, devices: all, lastOnly: lastOnly)
        let scores = try client.score(model, features: try taught.inputs(samples))
        devices = samples.devices
        times = samples.times
        values = scores.values.map { $0 ?? .nan }
    }
}
