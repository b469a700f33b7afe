import Foundation
import Pipeline
import Telemetry
import Values
import Wording

/// A folder of files, or one file, read for a command.
struct InputSet {
    let pipeline: AnalysisPipeline
    /// The heading of the column with the devices; nil where no file has one.
    let deviceColumn: String?

    /// - Parameter left: matters where some files are named `train…` and others `test…`, as those
    ///   of collections of lives are: `train` reads only the test files, any other word only the
    ///   training files.
    init(_ path: String, files left: String, _ configuration: Configuration) throws {
        let urls = Self.files(path)
        let isSplit = ["train", "test"].allSatisfy { word in urls.contains { $0.starts(word) } }
        let chosen =
            isSplit
            ? urls.filter { $0.starts(left == "train" ? "test" : "train") } : urls
        guard !chosen.isEmpty else {
            throw UsageProblem.noTables(path: path)
        }
        let dataset = try Dataset(
            name: URL(filePath: path).deletingPathExtension().lastPathComponent, files: chosen)
        let loaded = try DataLoader.load(dataset, options: configuration.loadOptions)
        pipeline = AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: [:],
            fingerprint: "\(String(loaded.version, radix: 16))-\(Configuration.version)")
        deviceColumn =
            loaded.report.files.lazy.map(\.schema).compactMap { schema in
                guard schema.dialect.hasHeader, case .column(let index) = schema.device else {
                    return nil
                }
                return schema.columns.first { $0.index == index }?.name
            }.first
    }

    private static func files(_ path: String) -> [URL] {
        let root = URL(filePath: path).resolvingSymlinksInPath()
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: root.path) else {
            return FileManager.default.fileExists(atPath: root.path) ? [root] : []
        }
        return names.sorted()
            .filter { name in
                let text = name.lowercased()
                return [".csv", ".tsv", ".txt"].contains(where: text.hasSuffix)
                    && !text.hasPrefix("readme")
            }.map { root.appending(path: $0) }
    }
}

extension URL {
    fileprivate func starts(_ word: String) -> Bool {
        lastPathComponent.lowercased().hasPrefix(word)
    }
}
