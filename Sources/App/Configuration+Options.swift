import Foundation
import Models
import Telemetry

extension Configuration {
    /// How files are read.
    var readOptions: ReadOptions { ReadOptions(timeZone: timeZone) }

    /// How data sets are loaded.
    var loadOptions: LoadOptions {
        LoadOptions(
            reading: readOptions, isTimeZoneStated: isTimeZoneStated, memory: memory)
    }
}

extension Configuration {
    /// Where the ONNX Runtime is looked for, and how models run.
    var inference: InferenceConfiguration {
        let checkout = URL(filePath: CommandLine.arguments.first ?? "")
            .resolvingSymlinksInPath().deletingLastPathComponent()
        var folders = [URL(filePath: data).appending(path: "../.onnxruntime").standardized.path]
        var folder = checkout
        for _ in 0..<4 {
            folders.append(folder.appending(path: ".onnxruntime").path)
            folder.deleteLastPathComponent()
        }
        folders.append(".onnxruntime")
        return InferenceConfiguration(
            search: LibrarySearch(explicitPath: onnxruntime, folders: folders))
    }

    /// The models of the data folder.
    var models: ModelManager {
        ModelManager(
            folder: URL(filePath: data).appending(path: "models").path,
            client: InferenceClient(inference))
    }
}
