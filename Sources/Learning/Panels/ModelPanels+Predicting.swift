import Analysis
import Models
import Pipeline
import Reports
import Values

extension ModelPanels {
    /// What a prediction model predicts for a device, from features made as in training.
    func predict(
        _ name: String, _ device: DeviceRef, _ pipeline: AnalysisPipeline
    ) -> ModelPanel.Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let model = try TaughtModel(manager.file(named: name))
            let run = try PredictionRun(
                model.file, client: manager.client, source: pipeline.source,
                devices: [device.index])
            let life =
                model.recipe.task == .life
                ? try ModelPanel.LifeCourse(
                    times: run.times, values: run.values, of: device.index, model: model,
                    source: pipeline.source) : nil
            let milliseconds = (clock.now - start) / .milliseconds(1)
            let threshold = manager.entry(named: name).card.flatMap {
                ModelMetadata($0.metadata).threshold
            }
            let shown = max(0, run.values.count - Self.rowLimit)
            let values = Array(run.values[shown...])
            return .result(
                ModelPanel.Result(
                    times: Array(run.times[shown...]), scores: values, threshold: threshold,
                    last: values.last ?? .nan,
                    above: threshold.map { limit in values.count { $0 > limit } } ?? 0,
                    contributions: [], milliseconds: milliseconds, life: life))
        } catch let error as ModelError {
            return Self.outcome(error)
        } catch {
            return .failed("\(error)")
        }
    }
}
