import Foundation
import Telemetry
import Values

@testable import ClickHouse

/// A data folder with one connection, removed at the end.
final class SourceFolder {
    let root: URL
    let folder: DatasetFolder

    init(_ settings: SourceSettings, environment: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory
            .appending(path: "source-" + UUID().uuidString, directoryHint: .isDirectory)
        folder = DatasetFolder(root: root, database: ClickHouseTables(environment: environment))
        try FileManager.default.createDirectory(
            at: root.appending(path: "raw"), withIntermediateDirectories: true)
        _ = try folder.add(source: "fleet", settings: try settings.json)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func load(memory: Int = 256 << 20) throws -> LoadedDataset {
        try folder.load(folder.current("fleet"), options: LoadOptions(memory: memory))
    }

    /// What would push the rows of a text into a table.
    func job(_ table: String, _ text: String) throws -> ClusterPush.Job {
        let file = root.appending(path: table + ".csv")
        try Data(text.utf8).write(to: file)
        return ClusterPush.Job(
            file: file, schema: try SchemaInference.infer(url: file), options: ReadOptions(),
            table: table)
    }

    /// The same rows as files of CSV.
    func loadFiles(_ files: [String: String], memory: Int = 256 << 20) throws -> LoadedDataset {
        let home = root.appending(path: "raw/files")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: home.appending(path: name + ".csv"))
        }
        return try DataLoader.load(
            folder.dataset("files"), options: LoadOptions(memory: memory))
    }
}
