import Analysis
import Foundation
import Learning
import Models
import Pipeline
import Reports
import Telemetry
import Values
import Wording

/// `perfmon train`: learns a model from a data set and writes it as an `.onnx` file.
struct TrainCommand {
    /// The options, unread.
    struct Request: Sendable, Equatable {
        var task = ""
        var input = ""
        var output = ""
        var horizon = "auto"
        var until: String?
    }

    let request: Request
    let configuration: Configuration

    func run() -> Int32 {
        do {
            let clock = ContinuousClock()
            let start = clock.now
            let pipeline = try InputSet(request.input, files: "test", configuration).pipeline
            let (bytes, words) = try learn(pipeline)
            try Data(bytes).write(to: URL(filePath: request.output), options: .atomic)
            for line in words { print(line) }
            let seconds = (clock.now - start) / .seconds(1)
            print(
                "\(request.output): \(bytes.count) bytes, "
                    + NumberFormat.fixed(seconds, decimals: 1, style: .english) + " s")
            return 0
        } catch {
            print("train: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func learn(_ pipeline: AnalysisPipeline) throws -> (bytes: [UInt8], words: [String]) {
        let axis = pipeline.source.catalog.axis
        let phrases = PlainPhrases(context: pipeline.context)
        if request.task == "anomaly" {
            let learned = try TrainedAutoencoder(pipeline)
            return (learned.onnx(), phrases.training(learned.selection))
        }
        guard let task = PredictionRecipe.Task(rawValue: request.task) else {
            throw UsageProblem.value(
                of: "--task", given: request.task,
                expected: .oneOf(["failure", "rul", "anomaly"]))
        }
        let horizon = TimeWords.length(request.horizon, axis)
        guard horizon != nil || request.horizon == "auto" else {
            throw UsageProblem.value(
                of: "--horizon", given: request.horizon, expected: .horizon)
        }
        var training = PredictionTraining(task, horizon: horizon)
        if let text = request.until {
            guard let time = TimeWords.time(text, axis) else {
                throw UsageProblem.value(of: "--until", given: text, expected: .time)
            }
            training.until = time
        }
        let trained = try training.train(on: pipeline.source)
        let predictsFailures = trained.recipe.task == .failure && trained.recipe.isCalendar
        let words = phrases.training(
            trained.test, rows: trained.rows, features: trained.features.count,
            horizon: predictsFailures ? trained.recipe.horizon : nil, lead: trained.leadTime,
            isChosen: horizon != nil)
        return (trained.onnx(), words)
    }
}
