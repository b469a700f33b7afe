import Analysis
import Foundation
import Learning
import Models
import Pipeline
import Reports
import Telemetry

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
            print("\(request.output): \(bytes.count) bytes, \(Self.figure(seconds)) s")
            return 0
        } catch {
            print("train: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func learn(_ pipeline: AnalysisPipeline) throws -> (bytes: [UInt8], words: [String]) {
        let axis = pipeline.source.catalog.axis
        if request.task == "anomaly" {
            let learned = try TrainedAutoencoder(pipeline)
            return (learned.onnx(), Self.words(learned.selection))
        }
        guard let task = PredictionRecipe.Task(rawValue: request.task) else {
            throw Configuration.Failure(
                sentence: "--task is failure, rul or anomaly, not \(request.task).")
        }
        let horizon = TimeWords.length(request.horizon, axis)
        guard horizon != nil || request.horizon == "auto" else {
            throw Configuration.Failure(
                sentence: "--horizon is auto or a length such as 24h or 7d, not \(request.horizon)."
            )
        }
        var training = PredictionTraining(task, horizon: horizon)
        if let text = request.until {
            guard let time = TimeWords.time(text, axis) else {
                throw Configuration.Failure(
                    sentence: "--until is a time such as 2015-10-01 06:00, not \(text).")
            }
            training.until = time
        }
        let trained = try training.train(on: pipeline.source)
        return (trained.onnx(), Self.words(horizon: trained) + Self.words(trained))
    }

    private static func words(_ selection: AutoencoderSelection) -> [String] {
        var lines = ["\(selection.rows) rows, \(selection.leftOut) left out as far off"]
        if !selection.devicesLeftOut.isEmpty {
            lines.append("left out as a whole: " + selection.devicesLeftOut.joined(separator: ", "))
        }
        if let linear = selection.linearError, let network = selection.networkError {
            let layers = selection.widths.map(String.init).joined(separator: "-")
            lines.append(
                "on \(selection.heldOutRows) rows held back: principal components leave \(figure(linear)) of the variance, the network \(layers) \(figure(network)); kept: \(selection.keepsNetwork ? "the network" : "principal components")"
            )
        }
        return lines
    }

    private static func words(horizon trained: TrainedPrediction) -> [String] {
        guard trained.recipe.task == .failure, trained.recipe.isCalendar else { return [] }
        let length = { (seconds: Double) in "\(figure(seconds / 3_600)) h" }
        guard let lead = trained.leadTime else {
            return ["failures within \(length(trained.recipe.horizon))"]
        }
        let code = lead.code.map { " of code \($0)" } ?? ""
        return [
            "failures within \(length(trained.recipe.horizon)): so long before \(lead.failures) failures\(code) \(lead.source.name) leans \(figure(lead.strength)) to one side of its other days"
        ]
    }

    private static func words(_ trained: TrainedPrediction) -> [String] {
        let test = trained.test
        let kept = test.kind.map { "; kept: \(kind($0))" } ?? ""
        var lines = [
            "learned from \(trained.rows) lines, \(trained.features.count) features\(kept)"
        ]
        lines += (test.leaks ?? []).map {
            "set aside, as it holds the answer: \($0.source.name) (\($0.evidence))"
        }
        if let precision = test.averagePrecision {
            lines.append(
                "on \(test.rows) lines not seen (\(test.positives ?? 0) before a failure): average precision \(figure(precision))"
            )
        }
        lines += (test.calibration ?? []).map {
            "said \(figure($0.predicted)) on \($0.rows) lines, happened \(figure($0.share))"
        }
        let rules = [
            ("alarms", test.averagePrecision, test.alarms),
            (
                test.kind.map { kind($0.other) } ?? "", test.second?.averagePrecision,
                test.second?.alarms
            ),
            ("logistic regression", test.linear?.averagePrecision, test.linear?.alarms),
            ("any error", test.naiveAveragePrecision, test.naive),
        ]
        for case (let name, let average, let alarms?) in rules {
            lines.append(
                "\(name): average precision \(figure(average ?? .nan)), precision \(figure(alarms.precision)), recall \(figure(alarms.recall))"
            )
        }
        if let rmse = test.rmse {
            lines.append(
                "on \(test.rows) lines of devices not seen: RMSE \(figure(rmse)), \(test.kind.map { kind($0.other) } ?? "") \(figure(test.second?.rmse ?? .nan)), ridge regression \(figure(test.linear?.rmse ?? .nan)), mean life less age \(figure(test.naiveRMSE ?? .nan))"
            )
        }
        let sources = (test.importance ?? []).prefix(5).map {
            "\($0.source.name.isEmpty ? "age" : $0.source.name) \(figure($0.loss))"
        }
        lines.append("worse by, when shuffled: " + sources.joined(separator: "; "))
        let weights = test.weights.prefix(5).map { "\($0.name) \(figure($0.share))" }
        return lines + ["what matters: " + weights.joined(separator: "; ")]
    }

    private static func kind(_ kind: BackTest.Kind) -> String {
        switch kind {
        case .trees: "boosted trees"
        case .network: "small network"
        }
    }

    private static func figure(_ number: Double) -> String {
        guard number.isFinite else { return "-" }
        return "\((number * 1_000).rounded() / 1_000)"
    }
}
