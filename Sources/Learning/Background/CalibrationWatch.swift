import Analysis
import Models
import Reports
import Telemetry
import Values

/// Compares what a model of failures predicted for the time since it was learned with what came.
struct CalibrationWatch {
    let model: TaughtModel
    let client: InferenceClient
    let source: any TelemetrySource

    /// Horizons that are compared at most, the latest ones.
    private static let limit = 12

    /// How the model has fared since `start` in the horizons that are over by now; nil where none
    /// is, and for remaining life.
    ///
    /// - Throws: `ModelError`; what the source throws. Blocks while the model runs.
    func since(_ start: Double) throws -> CalibrationSince? {
        let recipe = model.recipe
        let end = source.catalog.axis.dataRange.upperBound
        guard recipe.task == .failure, recipe.horizon > 0, start.isFinite,
            (end - start) / recipe.horizon < 1e6
        else { return nil }
        let times = stride(from: start, through: end - recipe.horizon, by: recipe.horizon)
            .suffix(Self.limit)
        guard !times.isEmpty else { return nil }
        let samples = try PredictionSamples(
            recipe, source: source,
            devices: PredictionTraining.devices(of: source, for: recipe.task), at: Array(times))
        let scores = try client.score(model.file, features: model.inputs(samples)).values
        let features = PredictionFeatures(recipe: recipe)
        let all = try samples.matrix()
        let heard = samples.times.indices.filter {
            samples.targets[$0].isFinite && scores[$0]?.isFinite == true
                && !features.isSilent(Array(all.row($0)))
        }
        let byTime = Dictionary(grouping: heard) { samples.times[$0] }
        return CalibrationSince(
            byTime.sorted { $0.key < $1.key }.map { time, rows in
                BackTest.HorizonCount(
                    time: time, probabilities: rows.compactMap { scores[$0] },
                    happened: rows.map { samples.targets[$0] > 0.5 })
            })
    }
}
