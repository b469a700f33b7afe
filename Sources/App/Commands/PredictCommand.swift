import Foundation
import Learning
import Models
import Pipeline
import Reports
import Telemetry

/// `perfmon predict`: what a learned model predicts for a data set, as a CSV file.
///
/// The columns are `datetime`, the device's own column and `probability` (`score` for a model that
/// is no prediction); for remaining lives one row per device with its column, `rul`, and the ends
/// `low` and `high` of the 80 % interval.
struct PredictCommand {
    let model: String
    let input: String
    let output: String
    let configuration: Configuration

    func run() -> Int32 {
        do {
            let set = try InputSet(input, files: "train", configuration)
            let file = ModelFile(bytes: Array(try Data(contentsOf: URL(filePath: model))))
            let source = set.pipeline.source
            let client = InferenceClient(configuration.inference)
            let metadata = try ModelScan.readableCard(of: file).metadata
            let (recipe, test) = (
                PredictionRecipe(metadata: metadata), BackTest(metadata: metadata)
            )
            let run =
                try recipe.map {
                    try PredictionRun(
                        file, client: client, source: source, lastOnly: $0.task == .life)
                } ?? PredictionRun(scoring: file, client: client, pipeline: set.pipeline)
            let text =
                recipe?.task == .life
                ? lives(run, source, set.deviceColumn, test)
                : rows(
                    run, source, set.deviceColumn, recipe == nil ? "score" : "probability")
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
            print("\(run.values.count) predictions in \(output)")
            return 0
        } catch {
            print("predict: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func rows(
        _ run: PredictionRun, _ source: any TelemetrySource, _ column: String?, _ value: String
    ) -> String {
        let catalog = source.catalog
        let zone = TimeWords.calendar(catalog.axis)
        var text = "datetime,\((column ?? "device").csvCell),\(value)\n"
        for row in run.values.indices where run.values[row].isFinite {
            let name = Self.name(catalog.devices[run.devices[row]].name)
            let time = TimeWords.text(run.times[row], zone)
            text += "\(time),\(name),\(run.values[row])\n"
        }
        return text
    }

    private func lives(
        _ run: PredictionRun, _ source: any TelemetrySource, _ column: String?, _ test: BackTest?
    ) -> String {
        var text = "\((column ?? "unit").csvCell),rul,low,high\n"
        for row in run.values.indices where run.values[row].isFinite {
            let name = Self.name(source.catalog.devices[run.devices[row]].name)
            let range = test?.interval(around: run.values[row])
            let ends = range.map { "\($0.lowerBound),\($0.upperBound)" } ?? ","
            text += "\(name),\(run.values[row]),\(ends)\n"
        }
        return text
    }

    /// A device's name without the file in front of it.
    private static func name(_ full: String) -> String {
        (full.range(of: " / ").map { String(full[$0.upperBound...]) } ?? full).csvCell
    }
}
