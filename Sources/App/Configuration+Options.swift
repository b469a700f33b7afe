import Foundation
import Models
import Telemetry

extension Configuration {
    var readOptions: ReadOptions { ReadOptions(timeZone: timeZone) }

    var loadOptions: LoadOptions {
        LoadOptions(
            reading: readOptions, isTimeZoneStated: isTimeZoneStated, memory: memory)
    }
}

extension Configuration {
    /// Searches the ONNX Runtime beside the data folder, around the program and in the current
    /// folder.
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

    /// The models of the data folder; each run takes a child process.
    var models: ModelManager {
        ModelManager(
            folder: URL(filePath: data).appending(path: "models").path,
            client: InferenceClient(inference))
    }
}
