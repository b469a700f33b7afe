import Foundation
import Models

/// Where the tests find what is not in the repository.
enum Surroundings {
    /// The folder of the package.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Models and broken files that are shared between checkouts.
    static let shared = root.deletingLastPathComponent().appending(path: "shared/onnx")

    static let hasShared = exists(shared.appending(path: "models/manifest.json"))

    /// The built program, whose `main` serves as worker.
    static let program: String? = {
        let running = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        return [running, root.appending(path: ".build/debug")]
            .map { $0.appending(path: "perfmon") }.first(where: exists)?.path
    }()

    static let hasLibrary: Bool = {
        guard program != nil else { return false }
        if case .available = client().runtime() { return true }
        return false
    }()

    /// Whether models can be run on the shared files.
    static let canRunShared = hasShared && hasLibrary

    static func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.path)
    }

    /// A client with the library that the set-up fetches, or the system's.
    static func client(
        loadDeadline: Duration = .seconds(30), runDeadline: Duration = .seconds(30)
    ) -> InferenceClient {
        var configuration = InferenceConfiguration(
            executable: program ?? "",
            search: LibrarySearch(folders: [root.appending(path: ".onnxruntime").path]))
        configuration.loadDeadline = loadDeadline
        configuration.runDeadline = runDeadline
        return InferenceClient(configuration)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: shared.appending(path: path)))
    }

    static func model(_ path: String) throws -> ModelFile {
        ModelFile(bytes: try bytes(path))
    }
}
